/** Tests of how the module of the FIPS distribution answers, without the module. */
@NullMarked
package io.sallyport.hsm.crypto.fips;

import org.jspecify.annotations.NullMarked;
