package io.sallyport.gateway.net;

import java.time.Duration;

/**
 * What a peer may take of the server's memory and patience.
 *
 * @param messageBytesMax a longer message closes the connection, before anything is allocated
 * @param handshakeTimeout how long a peer may be silent during the TLS handshake. A whole handshake
 *        may take six times as long, so that a crowd of clients that all come at once, and a server
 *        that has just started, are only slow
 * @param readTimeout from the first byte of a message to its last, and for a peer that doesn't
 *        read its answers
 * @param idleTimeout of a connection without requests; clients keep pools idle for about 5 minutes
 * @param subjectRecheck how often a client is looked up again while it is connected
 * @param stopTimeout how long requests may go on when the server stops
 * @param inFlightPerConnection requests without answer; above it reading pauses
 * @param inFlightPerLoop the same for all connections of an event loop together
 * @param bytesHeldMax network buffers of all connections together; above it whoever sends half a
 *        message is cut
 */
public record ConnectionLimits(int messageBytesMax, Duration handshakeTimeout,
        Duration readTimeout, Duration idleTimeout, Duration subjectRecheck, Duration stopTimeout,
        int connectionsMax, int perAddressMax, int perClientMax, int inFlightPerConnection,
        int inFlightPerLoop, long bytesHeldMax) {

    /** What is good for nearly everybody. */
    public static final ConnectionLimits DEFAULT = new ConnectionLimits(1 << 20,
            Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(10),
            Duration.ofSeconds(5), Duration.ofSeconds(10), 4096, 1024, 1024, 64, 4096, 256L << 20);

    /** The same with other timeouts. */
    public ConnectionLimits withTimeouts(Duration handshake, Duration read, Duration idle) {
        return new ConnectionLimits(messageBytesMax, handshake, read, idle, subjectRecheck,
                stopTimeout, connectionsMax, perAddressMax, perClientMax, inFlightPerConnection,
                inFlightPerLoop, bytesHeldMax);
    }

    /** The same with another period of looking clients up again. */
    public ConnectionLimits withSubjectRecheck(Duration period) {
        return new ConnectionLimits(messageBytesMax, handshakeTimeout, readTimeout, idleTimeout,
                period, stopTimeout, connectionsMax, perAddressMax, perClientMax,
                inFlightPerConnection, inFlightPerLoop, bytesHeldMax);
    }

    /** The same with other caps on connections. */
    public ConnectionLimits withConnections(int all, int perAddress, int perClient) {
        return new ConnectionLimits(messageBytesMax, handshakeTimeout, readTimeout, idleTimeout,
                subjectRecheck, stopTimeout, all, perAddress, perClient, inFlightPerConnection,
                inFlightPerLoop, bytesHeldMax);
    }

    /** The same with other caps on requests without answer. */
    public ConnectionLimits withInFlight(int perConnection, int perLoop) {
        return new ConnectionLimits(messageBytesMax, handshakeTimeout, readTimeout, idleTimeout,
                subjectRecheck, stopTimeout, connectionsMax, perAddressMax, perClientMax,
                perConnection, perLoop, bytesHeldMax);
    }
}
