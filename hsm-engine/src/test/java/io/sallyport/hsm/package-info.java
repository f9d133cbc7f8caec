/** Tests over the whole engine module. */
@NullMarked
package io.sallyport.hsm;

import org.jspecify.annotations.NullMarked;
