/** Tests of the package of the same name. */
@NullMarked
package io.sallyport.hsm.object;

import org.jspecify.annotations.NullMarked;
