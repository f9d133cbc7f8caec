/** Tests of the check of the code. */
@NullMarked
package io.sallyport.hsm.integrity;

import org.jspecify.annotations.NullMarked;
