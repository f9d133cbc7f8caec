/** Tests of the package of the same name. */
@NullMarked
package io.sallyport.hsm.algorithm;

import org.jspecify.annotations.NullMarked;
