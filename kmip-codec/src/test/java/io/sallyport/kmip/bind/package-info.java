/** Tables and the codecs of single items, without a message around them. */
@NullMarked
package io.sallyport.kmip.bind;

import org.jspecify.annotations.NullMarked;
