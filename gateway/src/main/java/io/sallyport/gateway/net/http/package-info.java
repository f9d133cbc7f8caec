/**
 * HTTP/1.1 over TLS with client certificates, on buffers that are erased on release: what a client
 * sends as a body never lies in the heap unless its endpoint puts it there.
 *
 * <p>Requests of a connection are answered one after the other. What lies behind a path is an {@link
 * io.sallyport.gateway.net.http.HttpEndpoint}; {@link io.sallyport.gateway.net.http.KmipEndpoint}
 * is the one for KMIP. Endpoints of other packages (health, administration, other dialects) are
 * handed to the listener; this package must not know them. Start at {@link
 * io.sallyport.gateway.net.http.HttpsListener}.
 */
@NullMarked
package io.sallyport.gateway.net.http;

import org.jspecify.annotations.NullMarked;
