package io.sallyport.gateway.doctor;

import java.security.cert.X509Certificate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a gateway says about itself, and the certificates of its home.
 *
 * @param enginePhase {@code READY} if it serves
 * @param unsealed null if the engine did not tell
 * @param lastFailure why the engine ended last, or null
 * @param troubles sentences about store, journal and audit log
 * @param bytesFree on the disk of the store; null if it is not known
 */
public record GatewayFacts(String enginePhase, @Nullable Boolean unsealed,
        @Nullable String lastFailure, List<String> troubles, String storePath,
        @Nullable Long bytesFree) {

    /** Copies the list. */
    public GatewayFacts {
        troubles = List.copyOf(troubles);
    }

    /**
     * A certificate of the home.
     *
     * @param file where it lies
     */
    public record OwnCertificate(String file, X509Certificate certificate) {}
}
