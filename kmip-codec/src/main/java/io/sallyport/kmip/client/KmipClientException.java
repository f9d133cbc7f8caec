package io.sallyport.kmip.client;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.ResultReason;

/** Why a request got no good answer; the message is one sentence for an operator. */
public sealed class KmipClientException extends Exception {
    private static final long serialVersionUID = 1L;

    private KmipClientException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** No server could be reached, or the connection broke where a repetition is not safe. */
    public static final class Unreachable extends KmipClientException {
        private static final long serialVersionUID = 1L;

        Unreachable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The protocol version has no way to say the request; nothing was sent. */
    public static final class Unsayable extends KmipClientException {
        private static final long serialVersionUID = 1L;

        Unsayable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The server answered and said no. */
    public static final class Refused extends KmipClientException {
        private static final long serialVersionUID = 1L;

        private final ResultReason reason;

        Refused(ResultReason reason, String serverText) {
            super("The server refused the request: " + reason.xmlName() + ", " + serverText, null);
            this.reason = reason;
        }

        /** The Result Reason of the answer. */
        public ResultReason reason() {
            return reason;
        }
    }

    /** What came back is no answer to the request. */
    public static final class Protocol extends KmipClientException {
        private static final long serialVersionUID = 1L;

        Protocol(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The time for the request is over; whether it ran is not known. */
    public static final class Deadline extends KmipClientException {
        private static final long serialVersionUID = 1L;

        Deadline(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
