package io.sallyport.hsm.command;

import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;

/**
 * How one key wraps another: as it would encrypt data, but under its rights to wrap and unwrap.
 */
public record WrapSpec(CipherSpec cipher) {
    /** AES key wrap, RFC 3394 / SP 800-38F KW. */
    public static final WrapSpec NIST_KEY_WRAP = of(Mode.NIST_KEY_WRAP);
    /** AES key wrap with padding, RFC 5649 / SP 800-38F KWP. */
    public static final WrapSpec AES_KEY_WRAP_PADDING = of(Mode.AES_KEY_WRAP_PADDING);

    private static WrapSpec of(Mode mode) {
        return new WrapSpec(new CipherSpec(mode, Padding.NONE, 0, false));
    }

    /** What is wrapped. */
    public enum Encoding {
        /** The material itself. */
        NONE,
        /** A TTLV Key Value that holds the material as a byte string, or as a transparent key. */
        TTLV
    }
}
