package io.sallyport.hsm.seal;

/** The engine can't be unsealed. The message is one sentence for the operator. */
public final class SealFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** A fault with this sentence. */
    public SealFault(String sentence) {
        super(sentence);
    }

    /** A fault with this sentence, caused by the system. */
    public SealFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
