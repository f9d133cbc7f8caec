package io.sallyport.gateway.cli;

import org.jspecify.annotations.Nullable;

/** A command that was refused or failed. The message is one sentence for the operator. */
final class CommandException extends Exception {
    private static final long serialVersionUID = 1L;

    CommandException(String sentence) {
        super(sentence);
    }

    CommandException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
