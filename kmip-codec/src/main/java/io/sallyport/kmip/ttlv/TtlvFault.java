package io.sallyport.kmip.ttlv;

/**
 * Bytes that are not one well-formed TTLV item within the limits. Says what is wrong and where,
 * never what the bytes were. Carries no stack trace: a peer can cause any number of these.
 */
public final class TtlvFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final Flaw flaw;
    private final int offset;

    public TtlvFault(Flaw flaw, int offset) {
        super(flaw.sentence() + " (byte " + offset + ")", null, false, false);
        this.flaw = flaw;
        this.offset = offset;
    }

    /** What is wrong. */
    public Flaw flaw() {
        return flaw;
    }

    /** Where: bytes from the start of the message to the start of the flawed item. */
    public int offset() {
        return offset;
    }

    /** One constant for each form that the decoder rejects. */
    public enum Flaw {
        TRUNCATED_HEADER("The bytes end inside the header of an item"),
        TRUNCATED_VALUE("The bytes end inside the value of an item"),
        TRAILING_BYTES("Bytes follow the end of the item"),
        LENGTH_OVERFLOW("The length of an item is 2 GiB or more"),
        MESSAGE_TOO_LONG("The message is longer than the limit"),
        TOO_DEEP("Structures are nested deeper than the limit"),
        TOO_MANY_ITEMS("The message has more items than the limit"),
        STRING_TOO_LONG("A text is longer than the limit"),
        TAG_PREFIX("A tag begins neither with 42 nor with 54"),
        UNKNOWN_TYPE("The type of an item is not known"),
        STRUCTURE_NOT_FILLED("The items of a structure do not fill it exactly"),
        INTEGER_LENGTH("The length of an Integer is not 4"),
        LONG_INTEGER_LENGTH("The length of a Long Integer is not 8"),
        BIG_INTEGER_LENGTH("The length of a Big Integer is not a positive multiple of 8"),
        ENUMERATION_LENGTH("The length of an Enumeration is not 4"),
        BOOLEAN_LENGTH("The length of a Boolean is not 8"),
        BOOLEAN_VALUE("The value of a Boolean is neither 0 nor 1"),
        DATE_TIME_LENGTH("The length of a Date-Time is not 8"),
        INTERVAL_LENGTH("The length of an Interval is not 4"),
        DATE_TIME_EXTENDED_LENGTH("The length of a Date-Time Extended is not 8"),
        NON_ZERO_PADDING("The padding behind a value is not zero"),
        NOT_UTF_8("A text is not UTF-8");

        private final String sentence;

        Flaw(String sentence) {
            this.sentence = sentence;
        }

        /** The flaw in words, safe to log and to show. */
        public String sentence() {
            return sentence;
        }
    }
}
