package io.sallyport.gateway.admin;

import org.jspecify.annotations.Nullable;

/** An administrative act that was refused or failed. The message is a sentence for the operator. */
public final class AdminException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A refusal. */
    public AdminException(String sentence) {
        super(sentence);
    }

    /** A failure. */
    public AdminException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
