package io.sallyport.gateway.doctor;

import java.time.Instant;

/**
 * Where and when the gateway saw something.
 *
 * @param address of the peer, without its port
 * @param listener the gateway's port: {@code kmip} or {@code https}
 * @param count how often
 * @param last the last time
 */
public record Sighting(String address, String listener, long count, Instant last) {

    /** "The client at 10.0.0.5 (port kmip, 3 times, last at …)". */
    String words() {
        return "The client at " + address + " (port " + listener + ", " + Counts.times(count)
                + ", last at " + last + ")";
    }
}
