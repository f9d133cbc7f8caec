package io.sallyport.hsm.wire;

/** Bytes that are not the protocol. Whoever sends them loses the connection. */
public final class WireFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final Flaw flaw;

    /** A fault with this flaw. */
    public WireFault(Flaw flaw) {
        super("The peer does not speak the engine's protocol: " + flaw + ".", null, false, false);
        this.flaw = flaw;
    }

    /** What is wrong. */
    public Flaw flaw() {
        return flaw;
    }

    /** Each form that the reader refuses. */
    public enum Flaw {
        /** The length is below a frame's head or above the budget. */
        FRAME_LENGTH,
        /** A field reaches beyond its frame. */
        FIELD_TRUNCATED,
        /** Bytes follow the last field. */
        TRAILING_BYTES,
        /** No such opcode, or not here. */
        UNKNOWN_OPCODE,
        /** An enumeration, presence or truth value that is not defined. */
        UNKNOWN_VALUE,
        /** A text is not UTF-8. */
        TEXT_ENCODING,
        /** A header or stored object can't be read. */
        OBJECT_FORM,
        /** The first frame is no greeting, or a second one came. */
        GREETING,
        /** An answer does not belong to the oldest open command. */
        WRONG_ID
    }
}
