package io.sallyport.gateway.net;

import java.security.cert.X509Certificate;
import java.util.List;

import io.sallyport.gateway.net.tls.ServerIdentity;

/**
 * Where a listener listens and whom it lets in.
 *
 * @param port 0 for one that is free
 * @param eventLoops how many threads share the connections, at least 1
 * @param clientAuthorities issuers of client certificates
 */
public record ListenerOptions(String host, int port, int eventLoops, ServerIdentity identity,
        List<X509Certificate> clientAuthorities, ConnectionLimits limits) {

    /** Copies the list. */
    public ListenerOptions {
        clientAuthorities = List.copyOf(clientAuthorities);
        if (eventLoops < 1) {
            throw new IllegalArgumentException("A listener needs an event loop.");
        }
    }
}
