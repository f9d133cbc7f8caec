/**
 * The network side of the gateway: TLS listener, frames, order of answers, budgets and timeouts of
 * connections.
 *
 * <p>It must not know what a KMIP message means: it hands whole frames to a {@link
 * io.sallyport.gateway.session.MessageProcessor} and writes what comes back. Start at {@link
 * io.sallyport.gateway.net.KmipListener}.
 */
@NullMarked
package io.sallyport.gateway.net;

import org.jspecify.annotations.NullMarked;
