package io.sallyport.gateway.port;

import org.jspecify.annotations.Nullable;

/**
 * What the audit log keeps of one operation, allowed or not. Holds no secret and no payload.
 *
 * @param epochMillis when it was decided, milliseconds since 1970
 * @param actor enrolled name of the client, with a slash and the user that it acts for if there is
 *        one, "operator" for the local command line, "gateway" for what it does by itself, "-" if
 *        unknown
 * @param certificate SHA-256 of the client's certificate in hexadecimal, or null
 * @param peer remote address and port, or {@code local}
 * @param partition partition of the actor, or null
 * @param operation name of the operation as the specification spells it
 * @param objectId the object concerned, or null
 * @param outcome how it ended
 * @param reason name of the result reason when it did not succeed
 * @param approved whether every cryptographic service used was an approved one
 * @param exposed whether clear key material crossed the gateway in either direction
 * @param correlation the client's correlation value, or null
 */
public record AuditEvent(long epochMillis, String actor, @Nullable String certificate, String peer,
        @Nullable String partition, String operation, @Nullable String objectId, Outcome outcome,
        @Nullable String reason, boolean approved, boolean exposed, @Nullable String correlation) {

    /** How an operation ended. */
    public enum Outcome {
        SUCCESS, DENIED, FAILED, UNDONE
    }
}
