package io.sallyport.kmip.ttlv.json;

/**
 * JSON that is not well-formed, not KMIP, or beyond the limits; says where, never a value. Carries
 * no stack trace: a peer can cause any number of these.
 */
public final class TtlvJsonFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    public TtlvJsonFault(String message, int offset) {
        super(message + " (character " + offset + ")", null, false, false);
        this.offset = offset;
    }

    /** Characters from the start of the document. */
    public int offset() {
        return offset;
    }
}
