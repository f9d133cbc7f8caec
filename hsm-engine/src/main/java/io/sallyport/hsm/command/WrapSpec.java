package io.sallyport.hsm.command;

/** Methods with which one key wraps another. */
public enum WrapSpec {
    /** AES key wrap, RFC 3394 / SP 800-38F KW. */
    NIST_KEY_WRAP,
    /** AES key wrap with padding, RFC 5649 / SP 800-38F KWP. */
    AES_KEY_WRAP_PADDING
}
