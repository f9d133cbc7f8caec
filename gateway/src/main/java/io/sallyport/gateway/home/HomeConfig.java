package io.sallyport.gateway.home;

import java.util.List;
import java.util.UUID;

import io.sallyport.gateway.policy.EngineDistribution;
import io.sallyport.gateway.policy.RngSeeding;

/**
 * The settings of a home, from {@code sallyport.properties}.
 *
 * @param domain the security domain that this home belongs to
 * @param node this node within the domain
 * @param serverNames names and addresses of the server's certificate besides those of this host
 * @param listen address that the listeners bind to
 * @param kmipPort TCP port of KMIP; 0 lets the system choose
 * @param httpsPort TCP port of HTTPS; 0 lets the system choose
 * @param certificateDays validity of certificates that are issued from now on
 * @param eventLoops threads that serve connections
 * @param kmipTextEncodings whether KMIP is served over HTTPS as XML and JSON too, which leaves keys
 *        of clients in the gateway's heap
 * @param rngSeeding how much of a client's RNG Seed is taken
 * @param strictPartitions partitions in which each new key is for one purpose
 * @param engine the distribution of the engine that serves
 */
public record HomeConfig(UUID domain, UUID node, List<String> serverNames, String listen,
        int kmipPort, int httpsPort, int certificateDays, int eventLoops,
        boolean kmipTextEncodings, RngSeeding rngSeeding, List<String> strictPartitions,
        EngineDistribution engine) {

    /** The port that IANA gave to KMIP. */
    public static final int KMIP_PORT_DEFAULT = 5696;

    /** The port of HTTPS. */
    public static final int HTTPS_PORT_DEFAULT = 8443;

    /** Where a server listens that was not told: reachable from this host alone. */
    public static final String LISTEN_DEFAULT = "127.0.0.1";

    /** Days that a new certificate is valid. */
    public static final int CERTIFICATE_DAYS_DEFAULT = 365;

    /** Event loops for the cores of this host: two to four. */
    public static int eventLoopsDefault() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);
    }

    /** The settings of a new home. */
    public static HomeConfig create(List<String> serverNames) {
        return new HomeConfig(UUID.randomUUID(), UUID.randomUUID(), List.copyOf(serverNames),
                LISTEN_DEFAULT, KMIP_PORT_DEFAULT, HTTPS_PORT_DEFAULT, CERTIFICATE_DAYS_DEFAULT,
                eventLoopsDefault(), false, RngSeeding.ALL, List.of(), EngineDistribution.ORDINARY);
    }

    /** The same settings in another domain. */
    public HomeConfig withDomain(UUID other) {
        return new HomeConfig(other, node, serverNames, listen, kmipPort, httpsPort,
                certificateDays, eventLoops, kmipTextEncodings, rngSeeding, strictPartitions,
                engine);
    }

    /** The same settings with another engine. */
    public HomeConfig withEngine(EngineDistribution other) {
        return new HomeConfig(domain, node, serverNames, listen, kmipPort, httpsPort,
                certificateDays, eventLoops, kmipTextEncodings, rngSeeding, strictPartitions,
                other);
    }
}
