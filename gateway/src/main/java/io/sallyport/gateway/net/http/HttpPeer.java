package io.sallyport.gateway.net.http;

import java.security.cert.X509Certificate;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.identity.Subject;

/**
 * Who sends a request.
 *
 * @param address address and port of the other side
 * @param certificate the client's own as TLS has verified it; null if it has shown none
 * @param subject who enrolled with it, as known when the request came; null if nobody did
 */
public record HttpPeer(String address, @Nullable X509Certificate certificate,
        @Nullable Subject subject) {}
