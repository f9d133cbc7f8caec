/** Tests of the key commands without a gateway; those with one are in {@code samples}. */
@NullMarked
package io.sallyport.keycommand;

import org.jspecify.annotations.NullMarked;
