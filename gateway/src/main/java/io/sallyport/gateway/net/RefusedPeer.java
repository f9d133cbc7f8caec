package io.sallyport.gateway.net;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.net.tls.FirstFlight;

/**
 * How often, and until when, connections from one address were refused for one reason, and what is
 * known of the last of them. Holds no secret. The texts are a stranger's, cut but not escaped.
 *
 * @param address of the other side, without its port
 * @param firstMillis when it was refused for the first time, in milliseconds since 1970
 * @param lastMillis when it was refused for the last time
 * @param flight what it said first, where its handshake failed
 * @param detail what TLS said of the failure, or null
 * @param certificate what it showed, or null
 */
public record RefusedPeer(Refusal reason, String address, long firstMillis, long lastMillis,
        long count, FirstFlight flight, @Nullable String detail,
        @Nullable Shown certificate) {

    /**
     * A certificate that was shown, for expired and untrusted ones without proof of its key.
     *
     * @param fingerprint SHA-256 in lower-case hexadecimal
     * @param notBefore in milliseconds since 1970
     * @param notAfter in milliseconds since 1970
     */
    public record Shown(String subject, String issuer, String fingerprint, long notBefore,
            long notAfter) {}
}
