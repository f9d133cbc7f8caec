/** Tests of the package of the same name. */
@NullMarked
package io.sallyport.hsm.crypto;

import org.jspecify.annotations.NullMarked;
