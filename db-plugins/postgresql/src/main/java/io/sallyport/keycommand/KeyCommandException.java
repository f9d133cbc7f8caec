package io.sallyport.keycommand;

import org.jspecify.annotations.Nullable;

/** A command was refused or failed; the message is one sentence for whoever runs it. */
class KeyCommandException extends Exception {
    private static final long serialVersionUID = 1L;

    KeyCommandException(String sentence) {
        this(sentence, null);
    }

    KeyCommandException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** The command line itself is wrong. */
    static final class WrongUsage extends KeyCommandException {
        private static final long serialVersionUID = 1L;

        WrongUsage(String sentence) {
            super(sentence);
        }
    }
}
