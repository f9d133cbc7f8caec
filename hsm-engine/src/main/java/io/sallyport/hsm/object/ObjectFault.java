package io.sallyport.hsm.object;

/** Bytes that are not the stored form of an object. Names the first flaw found, no content. */
public final class ObjectFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final Flaw flaw;

    /** A fault with this flaw. */
    public ObjectFault(Flaw flaw) {
        super("The stored object can't be read: " + flaw.sentence + ".", null, false, false);
        this.flaw = flaw;
    }

    /** What is wrong. */
    public Flaw flaw() {
        return flaw;
    }

    /** Each form that the parser refuses. */
    public enum Flaw {
        TRUNCATED("it ends too early"),
        TOO_LONG("it is longer than the format allows"),
        WRONG_MAGIC("it does not begin with the magic number"),
        UNKNOWN_FORMAT("its format version is unknown"),
        TERM_OUT_OF_RANGE("its term is zero or negative"),
        UNKNOWN_ORIGIN("its origin is unknown"),
        HEADER_LENGTH("its header length is out of range"),
        HEADER_TRAILING("bytes follow the header's last field"),
        TEXT_LENGTH("a text is empty or too long"),
        TEXT_ENCODING("a text is not UTF-8"),
        VERSION_OUT_OF_RANGE("its version is zero or negative"),
        LENGTH_OUT_OF_RANGE("its cryptographic length is negative"),
        UNKNOWN_STATE("its state is unknown"),
        DATE_FLAGS("a reserved date flag is set"),
        PROTECTION_FLAGS("a reserved protection flag is set"),
        UNKNOWN_FAMILY("its family of mechanisms is unknown");

        private final String sentence;

        Flaw(String sentence) {
            this.sentence = sentence;
        }
    }
}
