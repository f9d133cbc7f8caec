package io.sallyport.gateway.session;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.KmipVersionPair;

/**
 * What the audit log does not keep of the last time that an operation of a client was refused for
 * a reason.
 *
 * @param client the enrolled name
 * @param operation as the audit log has it
 * @param reason name of the result reason
 * @param version of the request's header, served or not; null if it could not be read
 * @param text what the client was told, a constant
 * @param millis when, in milliseconds since 1970
 */
public record RefusedItem(String client, String operation, String reason,
        @Nullable KmipVersionPair version, String text, long millis) {}
