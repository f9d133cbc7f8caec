package io.sallyport.gateway.operation;

import io.sallyport.gateway.identity.Subject;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;

/**
 * Which reason a version of the protocol gives for what went wrong (KMIP 2.1 section 11, the
 * published cases). Texts are constants. Stateless.
 */
public final class Faults {

    private Faults() {}

    /** There is no such object, or it belongs to others: nobody can tell which. */
    public static OperationFault notFound(KmipVersion version) {
        return new OperationFault(isTwo(version) && !version.atLeast(KmipVersion.V3_0)
                ? ResultReason.OBJECT_NOT_FOUND
                : ResultReason.ITEM_NOT_FOUND, "There is no such object.");
    }

    /**
     * As {@link #notFound(KmipVersion)}. The published cases deny a user what others made, so
     * under their profile a user is denied what does not exist as well, in the same words.
     */
    public static OperationFault notFound(Subject subject, KmipVersion version) {
        return subject.user() != null && subject.profile().deniesAbsent()
                ? new OperationFault(ResultReason.PERMISSION_DENIED,
                        "There is no such object for this user.", true)
                : notFound(version);
    }

    /** The item leaves its identifier out, and no earlier item gives one. */
    public static OperationFault noPlaceholder() {
        return new OperationFault(ResultReason.ITEM_NOT_FOUND,
                "No identifier was given and no earlier item gives one.");
    }

    /** The object's material is gone. */
    public static OperationFault destroyed(KmipVersion version) {
        return new OperationFault(isTwo(version)
                ? ResultReason.OBJECT_DESTROYED
                : ResultReason.ITEM_NOT_FOUND, "The object is destroyed.");
    }

    /** The state or a date of the object does not allow this. */
    public static OperationFault wrongState(KmipVersion version) {
        return new OperationFault(version.atLeast(KmipVersion.V2_1)
                ? ResultReason.WRONG_KEY_LIFECYCLE_STATE
                : ResultReason.PERMISSION_DENIED, "The state of the object does not allow this.");
    }

    /** The caller has no right. */
    public static OperationFault denied() {
        return new OperationFault(ResultReason.PERMISSION_DENIED,
                "The client is not permitted to do this.", true);
    }

    /** A client may not set or change this attribute. */
    public static OperationFault readOnly(KmipVersion version) {
        return new OperationFault(isTwo(version)
                ? ResultReason.ATTRIBUTE_READ_ONLY
                : ResultReason.PERMISSION_DENIED, "A client can't set this attribute.");
    }

    /** The attribute is in no table. */
    public static OperationFault unknownAttribute(KmipVersion version) {
        return new OperationFault(isTwo(version)
                ? ResultReason.UNSUPPORTED_ATTRIBUTE
                : ResultReason.INVALID_FIELD, "An attribute is not known.");
    }

    /** The value of an attribute is not of its type. */
    public static OperationFault invalidAttributeValue(KmipVersion version) {
        return new OperationFault(isTwo(version)
                ? ResultReason.INVALID_ATTRIBUTE_VALUE
                : ResultReason.INVALID_FIELD, "The value of an attribute is not valid.");
    }

    /** The object has no such attribute. */
    public static OperationFault noSuchAttribute(KmipVersion version) {
        return new OperationFault(isTwo(version)
                ? ResultReason.ATTRIBUTE_NOT_FOUND
                : ResultReason.ITEM_NOT_FOUND, "The object has no such attribute.");
    }

    /** The object has the attribute, but not this value or index of it. */
    public static OperationFault noSuchInstance(KmipVersion version) {
        return new OperationFault(isTwo(version)
                ? ResultReason.ATTRIBUTE_INSTANCE_NOT_FOUND
                : ResultReason.ITEM_NOT_FOUND, "The object has no such value of the attribute.");
    }

    /** A second value of an attribute that has only one. */
    public static OperationFault singleValued(KmipVersion version) {
        return new OperationFault(isTwo(version)
                ? ResultReason.ATTRIBUTE_SINGLE_VALUED
                : ResultReason.ILLEGAL_OPERATION, "The attribute has one value only.");
    }

    /** Another object has this name. */
    public static OperationFault nameTaken(KmipVersion version) {
        return new OperationFault(isTwo(version)
                ? ResultReason.NON_UNIQUE_NAME_ATTRIBUTE
                : ResultReason.ILLEGAL_OPERATION, "Another object has this name.");
    }

    /** The attribute has several values, and the request means one. */
    public static OperationFault multiValued(KmipVersion version) {
        return new OperationFault(isTwo(version)
                ? ResultReason.MULTI_VALUED_ATTRIBUTE
                : ResultReason.ILLEGAL_OPERATION, "The attribute has several values.");
    }

    /** The result is not a value of the type. */
    public static OperationFault outOfRange(KmipVersion version) {
        return new OperationFault(isTwo(version)
                ? ResultReason.NUMERIC_RANGE
                : ResultReason.INVALID_FIELD, "The result is out of the range of its type.");
    }

    /** The object is archived; Recover brings it back. */
    public static OperationFault archived() {
        return new OperationFault(ResultReason.OBJECT_ARCHIVED, "The object is archived.");
    }

    /** There is an object with the identifier that the client wants to give. */
    public static OperationFault exists(KmipVersion version) {
        return new OperationFault(version.atLeast(KmipVersion.V1_4)
                ? ResultReason.OBJECT_ALREADY_EXISTS
                : ResultReason.ILLEGAL_OPERATION, "An object has this identifier.");
    }

    /** What the usage limits leave is less than what is asked for. */
    public static OperationFault usageLimit(KmipVersion version) {
        return new OperationFault(isTwo(version)
                ? ResultReason.USAGE_LIMIT_EXCEEDED
                : ResultReason.PERMISSION_DENIED, "The usage limits do not allow this amount.");
    }

    /** The object may not be used in a way that is asked for. */
    public static OperationFault incompatibleUsage(KmipVersion version) {
        return new OperationFault(isTwo(version)
                ? ResultReason.INCOMPATIBLE_CRYPTOGRAPHIC_USAGE_MASK
                : ResultReason.PERMISSION_DENIED,
                "The usage mask of the object does not allow this.");
    }

    /** The state that a client gives contradicts the dates that it gives. */
    public static OperationFault contradictoryState(KmipVersion version) {
        return new OperationFault(isTwo(version)
                ? ResultReason.WRONG_KEY_LIFECYCLE_STATE
                : ResultReason.INVALID_FIELD, "The state contradicts the dates.");
    }

    /** The key is kept wrapped, or elsewhere, or not wrapped, and can't be had as asked for. */
    public static OperationFault wrapType(KmipVersion version) {
        return new OperationFault(isTwo(version)
                ? ResultReason.KEY_WRAP_TYPE_NOT_SUPPORTED
                : ResultReason.FEATURE_NOT_SUPPORTED, "The key can't be had wrapped like this.");
    }

    /** A field of the request contradicts another one or can't be used. */
    public static OperationFault invalidField(String text) {
        return new OperationFault(ResultReason.INVALID_FIELD, text);
    }

    /** No request of this client is known by this Asynchronous Correlation Value. */
    public static OperationFault noSuchRequest(KmipVersion version) {
        return new OperationFault(isTwo(version)
                ? ResultReason.INVALID_ASYNCHRONOUS_CORRELATION_VALUE
                : ResultReason.ITEM_NOT_FOUND, "No request has this correlation value.");
    }

    /** Parts of the protocol that this server does not serve. */
    public static OperationFault notSupported(String text) {
        return new OperationFault(ResultReason.FEATURE_NOT_SUPPORTED, text);
    }

    /** No secret, or none that may be used, is the password of a PKCS#12 container. */
    static OperationFault badPassword(KmipVersion version) {
        return new OperationFault(isTwo(version)
                ? ResultReason.BAD_PASSWORD
                : ResultReason.INVALID_FIELD,
                "The PKCS#12 Password Link names no active secret.");
    }

    /** Cryptographic parameters that this server does not serve, or not to this client. */
    public static OperationFault unsupportedParameters(KmipVersion version) {
        return new OperationFault(isTwo(version)
                ? ResultReason.UNSUPPORTED_CRYPTOGRAPHIC_PARAMETERS
                : ResultReason.FEATURE_NOT_SUPPORTED,
                "These cryptographic parameters are not supported.");
    }

    /** Keys of the algorithm are stored and given back, and that is all. */
    public static OperationFault keptOnly(KmipVersion version) {
        return new OperationFault(isTwo(version)
                ? ResultReason.UNSUPPORTED_CRYPTOGRAPHIC_PARAMETERS
                : ResultReason.FEATURE_NOT_SUPPORTED,
                "Keys of this algorithm are kept for their owner and not used.");
    }

    /** What the client is told of a fault of the engine. */
    public static OperationFault ofEngine(EngineFault.Reason reason, KmipVersion version) {
        return switch (reason) {
            case UNAVAILABLE -> new OperationFault(ResultReason.GENERAL_FAILURE,
                    "The key engine is not available; try again.");
            case SEALED -> new OperationFault(ResultReason.GENERAL_FAILURE,
                    "The key engine is sealed.");
            case NOT_AUTHENTIC -> new OperationFault(ResultReason.GENERAL_FAILURE,
                    "The stored object is not authentic.");
            case POLICY -> new OperationFault(isTwo(version)
                    ? ResultReason.INCOMPATIBLE_CRYPTOGRAPHIC_USAGE_MASK
                    : ResultReason.PERMISSION_DENIED,
                    "The object's policy does not allow this.");
            case KEY_STATE -> wrongState(version);
            case SENSITIVE -> new OperationFault(version.atLeast(KmipVersion.V1_4)
                    ? ResultReason.SENSITIVE
                    : ResultReason.PERMISSION_DENIED, "The key is sensitive.");
            case NOT_EXTRACTABLE -> new OperationFault(version.atLeast(KmipVersion.V1_4)
                    ? ResultReason.NOT_EXTRACTABLE
                    : ResultReason.PERMISSION_DENIED, "The key is not extractable.");
            case CRYPTOGRAPHIC_FAILURE -> new OperationFault(ResultReason.CRYPTOGRAPHIC_FAILURE,
                    "The cryptographic operation failed.");
            case INVALID_PARAMETERS -> new OperationFault(ResultReason.GENERAL_FAILURE,
                    "The algorithm can't take these lengths or parameters.");
            case MISSING_IV -> new OperationFault(ResultReason.INVALID_MESSAGE,
                    "The initialization vector is missing.");
            case UNSUPPORTED -> unsupportedParameters(version);
            case NOT_APPROVED -> new OperationFault(isTwo(version)
                    ? ResultReason.UNSUPPORTED_CRYPTOGRAPHIC_PARAMETERS
                    : ResultReason.FEATURE_NOT_SUPPORTED,
                    "This is not an approved service, and the engine gives no other.");
            case MALFORMED -> new OperationFault(ResultReason.GENERAL_FAILURE,
                    "The key engine can't take the request.");
            case INTERNAL -> new OperationFault(ResultReason.GENERAL_FAILURE,
                    "The key engine failed.");
        };
    }

    private static boolean isTwo(KmipVersion version) {
        return version.atLeast(KmipVersion.V2_0);
    }
}
