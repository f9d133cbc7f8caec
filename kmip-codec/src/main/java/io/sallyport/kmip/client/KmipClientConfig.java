package io.sallyport.kmip.client;

import java.time.Duration;
import java.util.List;

import javax.net.ssl.SSLContext;

import io.sallyport.kmip.model.KmipVersion;

/**
 * How to reach the servers.
 *
 * @param servers in the order in which they are tried
 * @param tls trust and the client's certificate; {@link TlsContexts} makes it out of files
 * @param version the version of every request
 * @param connectTimeout for one TCP connection
 * @param deadline for one request, connecting and trying other servers counted
 * @param verifyHostName whether the server's certificate must name the host; switch it off only
 *        where the trust store holds nothing but this server
 */
public record KmipClientConfig(List<ServerAddress> servers, SSLContext tls, KmipVersion version,
        Duration connectTimeout, Duration deadline, boolean verifyHostName) {

    public KmipClientConfig {
        servers = List.copyOf(servers);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("A client needs at least one server.");
        }
    }

    /** KMIP 1.4, 5 seconds to connect, 10 seconds for a request. */
    public static KmipClientConfig of(String host, int port, SSLContext tls) {
        return new KmipClientConfig(List.of(new ServerAddress(host, port)), tls, KmipVersion.V1_4,
                Duration.ofSeconds(5), Duration.ofSeconds(10), true);
    }

    /** The same with another version. */
    public KmipClientConfig withVersion(KmipVersion other) {
        return new KmipClientConfig(servers, tls, other, connectTimeout, deadline, verifyHostName);
    }

    /** The same with other servers. */
    public KmipClientConfig withServers(List<ServerAddress> others) {
        return new KmipClientConfig(others, tls, version, connectTimeout, deadline,
                verifyHostName);
    }

    /** The same with another time limit for a request. */
    public KmipClientConfig withDeadline(Duration other) {
        return new KmipClientConfig(servers, tls, version, connectTimeout, other, verifyHostName);
    }
}
