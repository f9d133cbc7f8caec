package io.sallyport.kmip.message;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.KmipVersionPair;
import io.sallyport.kmip.model.ResultReason;

/**
 * Why a message or an item is refused, with two texts: one for the peer, which is a constant, and
 * one for the log, which never holds a value out of the message. Carries no stack trace: a peer can
 * cause any number of these.
 */
public final class KmipFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final ResultReason reason;
    private final String peerMessage;
    private final transient @Nullable KmipVersionPair version;

    /**
     * @param reason what the peer gets as Result Reason
     * @param peerMessage a constant text for the peer
     * @param detail what happened, for the log
     */
    public KmipFault(ResultReason reason, String peerMessage, String detail) {
        this(reason, peerMessage, detail, null, null);
    }

    private KmipFault(ResultReason reason, String peerMessage, String detail,
            @Nullable KmipVersionPair version, @Nullable Throwable cause) {
        super(detail, cause, false, false);
        this.reason = reason;
        this.peerMessage = peerMessage;
        this.version = version;
    }

    /** A fault whose text for the peer is the usual one of its reason. */
    public static KmipFault of(ResultReason reason, String detail) {
        return new KmipFault(reason, usualText(reason), detail);
    }

    /** The same fault of a message whose header asked for this version. */
    public KmipFault withVersion(@Nullable KmipVersionPair requested) {
        return new KmipFault(reason, peerMessage, detail(), requested, getCause());
    }

    /** The same fault with what caused it. */
    public KmipFault withCause(Throwable cause) {
        return new KmipFault(reason, peerMessage, detail(), version, cause);
    }

    public ResultReason reason() {
        return reason;
    }

    /** A constant that may be sent to anybody. */
    public String peerMessage() {
        return peerMessage;
    }

    /** For the log; without content of the message. */
    public String detail() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /** The version that the undecodable message asked for, if its header could be read so far. */
    public @Nullable KmipVersionPair version() {
        return version;
    }

    private static String usualText(ResultReason reason) {
        return switch (reason) {
            case INVALID_MESSAGE -> "The message is not valid.";
            case INVALID_FIELD -> "A field of the request is not valid.";
            case UNSUPPORTED_PROTOCOL_VERSION -> "The protocol version is not supported.";
            case OPERATION_NOT_SUPPORTED -> "The operation is not supported.";
            case FEATURE_NOT_SUPPORTED -> "The feature is not supported.";
            case ITEM_NOT_FOUND, OBJECT_NOT_FOUND -> "There is no such object.";
            case RESPONSE_TOO_LARGE -> "The response would be larger than the client allows.";
            case PERMISSION_DENIED -> "The request is not permitted.";
            default -> "The request is refused.";
        };
    }
}
