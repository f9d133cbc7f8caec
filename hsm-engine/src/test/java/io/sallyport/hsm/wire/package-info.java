/** Tests of the package of the same name. */
@NullMarked
package io.sallyport.hsm.wire;

import org.jspecify.annotations.NullMarked;
