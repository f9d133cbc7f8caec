/**
 * One request message: header rules, batch items in order, the commit at its end, the answer.
 *
 * <p>It must not know sockets or TLS. Start at {@link
 * io.sallyport.gateway.session.MessageProcessor}, which the listener calls for every frame.
 */
@NullMarked
package io.sallyport.gateway.session;

import org.jspecify.annotations.NullMarked;
