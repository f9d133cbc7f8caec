package io.sallyport.gateway.doctor;

import java.time.Instant;

import io.sallyport.gateway.admin.RefusedOperation;

/**
 * Explains refused requests by the result reason and, as long as the gateway remembers it, by the
 * text that the client was told: older versions of the protocol have one reason for many causes.
 * Stateless.
 */
public final class RequestCheck {
    private RequestCheck() {}

    /** What a refusal means. */
    public static Finding explain(RefusedOperation refused) {
        String text = refused.text() == null ? "" : refused.text();
        RefusedRequest request = new RefusedRequest(Printable.cut(refused.client()),
                Printable.cut(refused.operation()), Printable.cut(refused.reason()),
                refused.count(), Instant.ofEpochMilli(refused.lastMillis()),
                refused.objectId() == null ? "-" : Printable.cut(refused.objectId()),
                refused.version() == null ? "?" : Printable.cut(refused.version()),
                text.isEmpty() ? "the audit log has no more of it." : Printable.cut(text));
        if (text.contains("protocol version is not supported")) {
            return new RequestFinding.RequestVersion(request);
        }
        return switch (refused.reason()) {
            case "UnsupportedProtocolVersion" -> new RequestFinding.RequestVersion(request);
            case "WrongKeyLifecycleState" -> new RequestFinding.RequestState(request);
            case "IncompatibleCryptographicUsageMask" ->
                new RequestFinding.RequestUsage(request);
            case "Sensitive", "NotExtractable" -> new RequestFinding.RequestExtraction(request);
            case "PermissionDenied" -> denied(request, text);
            case "ItemNotFound", "ObjectNotFound", "ObjectDestroyed" ->
                new RequestFinding.RequestAbsent(request);
            case "ResponseTooLarge" -> new RequestFinding.RequestTooLarge(request);
            case "AuthenticationNotSuccessful" -> new RequestFinding.RequestPassword(request);
            case "OperationNotSupported", "FeatureNotSupported" ->
                new RequestFinding.RequestUnsupported(request);
            case "InvalidMessage", "InvalidField", "MissingData", "UnsupportedAttribute",
                    "InvalidAttributeValue", "InvalidAttribute", "UnknownMessageExtension" ->
                new RequestFinding.RequestDialect(request);
            case "NonUniqueNameAttribute", "ObjectAlreadyExists" ->
                new RequestFinding.RequestNameTaken(request);
            case "IllegalOperation" -> text.contains("object has this")
                    ? new RequestFinding.RequestNameTaken(request)
                    : new RequestFinding.RequestOther(request);
            case "CryptographicFailure" -> new RequestFinding.RequestCryptography(request);
            case "GeneralFailure" -> new RequestFinding.RequestEngine(request);
            default -> new RequestFinding.RequestOther(request);
        };
    }

    private static Finding denied(RefusedRequest request, String text) {
        if (text.contains("state of the object")) {
            return new RequestFinding.RequestState(request);
        }
        if (text.contains("usage mask") || text.contains("policy")) {
            return new RequestFinding.RequestUsage(request);
        }
        if (text.contains("sensitive") || text.contains("extractable")) {
            return new RequestFinding.RequestExtraction(request);
        }
        return new RequestFinding.RequestRights(request);
    }
}
