package io.sallyport.hsm.crypto;

import io.sallyport.hsm.command.EngineFault;

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
        return new SelfTestFailure(EngineFault.SELF_TEST + test + " failed.");
    }

    /** The test of this name failed, and this sentence says what to do. */
    public static SelfTestFailure of(String test, String sentence) {
        return new SelfTestFailure(EngineFault.SELF_TEST + test + " failed: " + sentence);
    }
}
