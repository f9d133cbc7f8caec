package io.sallyport.gateway.admin;

import org.jspecify.annotations.Nullable;

/**
 * An operation that was refused to a client for one reason, once or more often.
 *
 * @param operation as the specification spells it, or {@code Message} for a whole message
 * @param reason name of the result reason
 * @param count how often, as far back as was searched
 * @param lastMillis when it was refused for the last time, in milliseconds since 1970
 * @param objectId the object of the last time, or null
 * @param version KMIP version of the last time, or null where only the audit log knows of it
 * @param text what the client was told the last time, or null in the same case
 */
public record RefusedOperation(String client, String operation, String reason, long count,
        long lastMillis, @Nullable String objectId, @Nullable String version,
        @Nullable String text) {}
