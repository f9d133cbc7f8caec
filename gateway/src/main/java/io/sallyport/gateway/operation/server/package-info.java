/**
 * Operations that touch no object: they are between the client and the server.
 *
 * <p>They must know neither the store nor the engine. Start at {@link
 * io.sallyport.gateway.operation.server.PingOperation}.
 */
@NullMarked
package io.sallyport.gateway.operation.server;

import org.jspecify.annotations.NullMarked;
