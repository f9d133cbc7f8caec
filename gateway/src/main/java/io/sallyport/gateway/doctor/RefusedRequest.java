package io.sallyport.gateway.doctor;

import java.time.Instant;

/**
 * An operation that was refused to a client.
 *
 * @param operation as the specification spells it
 * @param reason name of the result reason
 * @param count how often
 * @param last the last time
 * @param object the object's identifier, or a dash
 * @param version KMIP version, or a question mark where it is not known any more
 * @param text what the client was told
 */
public record RefusedRequest(String client, String operation, String reason, long count,
        Instant last, String object, String version, String text) {

    /** "Encrypt of the client 'db' was refused 3 times (last at …)". */
    String words() {
        return operation + " of the client '" + client + "' was refused " + Counts.times(count)
                + " (KMIP " + version + ", last at " + last + ")";
    }
}
