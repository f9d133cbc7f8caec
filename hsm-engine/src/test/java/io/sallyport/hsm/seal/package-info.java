/** Tests of the package of the same name. */
@NullMarked
package io.sallyport.hsm.seal;

import org.jspecify.annotations.NullMarked;
