package io.sallyport.gateway.net.tls;

import java.util.List;

/** What the listeners speak: the versions and suites that a client needs at least one of. */
public final class ServedTls {

    /** In the order of preference, as the JDK names them. */
    public static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

    /**
     * In the order of preference. Authenticated encryption with forward secrecy only, and only the
     * ciphers of which it is known what they leave in memory.
     */
    public static final List<String> SUITES = List.of("TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

    private ServedTls() {}
}
