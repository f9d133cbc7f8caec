package io.sallyport.gateway;

import org.jspecify.annotations.Nullable;

/** A gateway that can't start, or has to stop. The message is a sentence for the operator. */
public final class GatewayException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and what to do. */
    public GatewayException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
