package io.sallyport.gateway.store;

import org.jspecify.annotations.Nullable;

/** The store can't be used; the message is one sentence for the operator. */
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A failure with its sentence. */
    public StoreException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** A refusal with its sentence. */
    public StoreException(String sentence) {
        this(sentence, null);
    }
}
