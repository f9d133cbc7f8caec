package io.sallyport.hsm.crypto;

/**
 * A self-test failed: the engine must give no more cryptographic output. The message is a sentence
 * for the operator and holds nothing secret.
 */
public final class SelfTestFailure extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private SelfTestFailure(String sentence) {
        super(sentence);
    }

    /** The test of this name failed. */
    public static SelfTestFailure of(String test) {
        return new SelfTestFailure("The self-test of " + test + " failed.");
    }

    /** The test of this name failed, and this sentence says what to do. */
    public static SelfTestFailure of(String test, String sentence) {
        return new SelfTestFailure("The self-test of " + test + " failed: " + sentence);
    }
}
