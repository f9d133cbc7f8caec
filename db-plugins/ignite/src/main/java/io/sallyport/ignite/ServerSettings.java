package io.sallyport.ignite;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the gateway, complete and checked.
 *
 * @param servers tried in this order; never empty; not resolved yet
 * @param identity the files that prove who this database is
 * @param caCertificate whom to trust as a gateway
 * @param connectTimeout for one server
 * @param requestTimeout for one question over all servers
 * @param createMissingKeys whether a missing master key is made
 */
record ServerSettings(List<InetSocketAddress> servers, Identity identity, Path caCertificate,
        Duration connectTimeout, Duration requestTimeout, boolean createMissingKeys) {

    /** The certificate and private key of the database. */
    sealed interface Identity {
        record Pem(Path certificate, Path key) implements Identity {}

        /** Not a record: it would print its password. */
        final class Pkcs12 implements Identity {
            private final Path file;
            private final char[] password;

            Pkcs12(Path file, char[] password) {
                this.file = file;
                this.password = password.clone();
            }

            Path file() {
                return file;
            }

            char[] password() {
                return password.clone();
            }
        }
    }

    static Builder builder() {
        return new Builder();
    }

    /** Collects what the setters of the plugin say; {@link #build} finds what is missing. */
    static final class Builder {
        private String servers = "";
        private @Nullable Path caCertificate;
        private @Nullable Path clientCertificate;
        private @Nullable Path clientKey;
        private @Nullable Path clientKeyStore;
        private char[] clientKeyStorePassword = new char[0];
        private Duration connectTimeout = Duration.ofSeconds(5);
        private Duration requestTimeout = Duration.ofSeconds(15);
        private boolean createMissingKeys;

        void servers(String list) {
            servers = list;
        }

        void caCertificate(Path file) {
            caCertificate = file;
        }

        void clientCertificate(Path file) {
            clientCertificate = file;
        }

        void clientKey(Path file) {
            clientKey = file;
        }

        void clientKeyStore(Path file) {
            clientKeyStore = file;
        }

        void clientKeyStorePassword(char[] password) {
            clientKeyStorePassword = password.clone();
        }

        void connectTimeout(Duration timeout) {
            connectTimeout = timeout;
        }

        void requestTimeout(Duration timeout) {
            requestTimeout = timeout;
        }

        void createMissingKeys(boolean create) {
            createMissingKeys = create;
        }

        ServerSettings build() throws MasterKeyException {
            Path ca = caCertificate;
            if (ca == null) {
                throw new MasterKeyException("caCertificateFile is not set.");
            }
            return new ServerSettings(addresses(), identity(), ca, connectTimeout, requestTimeout,
                    createMissingKeys);
        }

        private Identity identity() throws MasterKeyException {
            Path keyStore = clientKeyStore;
            Path certificate = clientCertificate;
            Path key = clientKey;
            if (keyStore != null && certificate == null && key == null) {
                return new Identity.Pkcs12(keyStore, clientKeyStorePassword);
            }
            if (keyStore == null && certificate != null && key != null) {
                return new Identity.Pem(certificate, key);
            }
            throw new MasterKeyException("Set either clientKeyStoreFile, or both "
                    + "clientCertificateFile and clientKeyFile.");
        }

        private List<InetSocketAddress> addresses() throws MasterKeyException {
            List<InetSocketAddress> addresses = new ArrayList<>();
            for (String server : servers.split(",", -1)) {
                addresses.add(address(server.strip()));
            }
            return List.copyOf(addresses);
        }

        private static InetSocketAddress address(String server) throws MasterKeyException {
            int colon = server.lastIndexOf(':');
            try {
                if (colon > 0) {
                    String host = server.substring(0, colon).replaceAll("^\\[|\\]$", "");
                    int port = Integer.parseInt(server.substring(colon + 1));
                    return InetSocketAddress.createUnresolved(host, port);
                }
            } catch (IllegalArgumentException e) {
                throw notAnAddress(server, e);
            }
            throw notAnAddress(server, null);
        }

        private static MasterKeyException notAnAddress(String server, @Nullable Throwable cause) {
            return new MasterKeyException(
                    "servers must be a list of host:port separated by commas; '"
                            + server + "' is not one.",
                    cause);
        }
    }
}
