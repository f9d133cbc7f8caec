package io.sallyport.gateway.rewrap;

import java.time.Duration;

/**
 * How hard re-wrapping works.
 *
 * @param objects objects of one transaction, at most
 * @param bytes bytes of one transaction, about
 * @param rest how long it rests after a transaction, as a multiple of the time that it worked
 * @param patience how long it waits for the journal to have nothing to do, at most
 * @param check after which time it looks again whether there is work that nobody told it of
 * @param backOff how long it waits after the first failure; doubled with each further one
 * @param backOffMax how long it waits at most
 */
public record Pace(int objects, int bytes, double rest, Duration patience, Duration check,
        Duration backOff, Duration backOffMax) {
    /**
     * Transactions of a hundred objects, which hold up others for a few milliseconds, half of the
     * time; a look every ten minutes, because a term can end by itself.
     */
    public static final Pace DEFAULT = new Pace(100, 1 << 20, 1.0, Duration.ofMillis(50),
            Duration.ofMinutes(10), Duration.ofMillis(200), Duration.ofSeconds(30));
}
