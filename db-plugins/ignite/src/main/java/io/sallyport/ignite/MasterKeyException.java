package io.sallyport.ignite;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The gateway did not do what was asked; the message is one sentence for the operator. */
final class MasterKeyException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    MasterKeyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    MasterKeyException(String message) {
        this(message, null);
    }
}
