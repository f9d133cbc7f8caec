/**
 * Messages: headers, batch items, and the codec that turns bytes or item trees into records and
 * back in the dialect of the message's own protocol version.
 *
 * <p>The package knows the binder, the model and the table of payloads; it must not know sockets,
 * sessions or what an operation does. Start at {@link io.sallyport.kmip.message.KmipCodec}.
 */
@NullMarked
package io.sallyport.kmip.message;

import org.jspecify.annotations.NullMarked;
