package io.sallyport.gateway.doctor;

/** Why no TLS connection came about, apart from certificates. */
public sealed interface TlsFinding extends Finding {

    /** The server takes neither TLS 1.3 nor 1.2. */
    record NoCommonVersion(String address) implements TlsFinding {
        @Override
        public String cause() {
            return "The server at " + address + " takes neither TLS 1.3 nor TLS 1.2.";
        }

        @Override
        public String fix() {
            return "Point the database at a Sallyport gateway, which takes both, or replace the"
                    + " proxy in between that ends TLS.";
        }
    }

    /** No cipher suite in common. */
    record NoCommonSuite(String address) implements TlsFinding {
        @Override
        public String cause() {
            return "The server at " + address + " accepts none of this machine's cipher suites.";
        }

        @Override
        public String fix() {
            return "Allow TLS_AES_256_GCM_SHA384 or ECDHE-ECDSA-AES256-GCM-SHA384 on both sides"
                    + " (for Java 'jdk.tls.disabledAlgorithms', for OpenSSL 'CipherString').";
        }
    }

    /** The handshake failed for another reason. */
    record HandshakeRefused(String address, String detail) implements TlsFinding {
        @Override
        public String cause() {
            return "The TLS handshake with " + address + " failed: " + detail + ".";
        }

        @Override
        public String fix() {
            return "Run 'sallyport doctor --home DIR' on the gateway's host: it says what the"
                    + " gateway saw of this handshake.";
        }
    }
}
