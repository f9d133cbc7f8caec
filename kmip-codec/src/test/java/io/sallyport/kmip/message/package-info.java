/** Tests of the message layer. */
@NullMarked
package io.sallyport.kmip.message;

import org.jspecify.annotations.NullMarked;
