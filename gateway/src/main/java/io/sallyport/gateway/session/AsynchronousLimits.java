package io.sallyport.gateway.session;

import java.time.Duration;

/**
 * What submitted requests may take.
 *
 * @param requestsMax of all clients together, the finished ones too until they are polled
 * @param requestsPerClientMax of one client
 * @param bytesMax of all requests that wait
 * @param patience how long a request waits for a Process, a Poll or a Cancel before it is carried
 *        out by itself
 * @param pollWait how long a Poll waits for an end
 * @param resultLife how long a result waits for its Poll
 */
public record AsynchronousLimits(int requestsMax, int requestsPerClientMax, long bytesMax,
        Duration patience, Duration pollWait, Duration resultLife) {

    /** What is good for nearly everybody. */
    public static final AsynchronousLimits DEFAULT = new AsynchronousLimits(1024, 64, 32L << 20,
            Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofMinutes(10));
}
