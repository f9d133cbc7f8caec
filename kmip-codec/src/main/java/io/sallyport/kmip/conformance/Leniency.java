package io.sallyport.kmip.conformance;

/** Where an answer may differ from the printed one; each use is counted and reported. */
public enum Leniency {
    /** The printed text has line breaks or runs of blanks from the listing. */
    LISTING_WHITE_SPACE("white space of the listing"),
    /** Result messages are for people. */
    RESULT_MESSAGE("other result message"),
    /** Times depend on the server's clock. */
    TIME("other time"),
    /** Keys, digests and IVs that the server made. */
    SERVER_MADE_BYTES("bytes that the server made"),
    /** The order of attributes and of listed values is free. */
    ORDER("other order"),
    /** Which of several instances of an attribute of its own gets which index, the server says. */
    INSTANCE_INDEX("other index of an attribute that the server set"),
    /** Query is printed with a value that the version of the message does not have. */
    OTHER_VERSION("value that this version does not have"),
    /** The server reports an attribute that the case does not print. */
    EXTRA_ATTRIBUTE("attribute not printed"),
    /** The case prints an identifier of another run; the server answers with the one asked for. */
    OTHER_IDENTIFIER("the identifier asked for, not the printed one"),
    /** How long a lease lasts is for the server to say. */
    LEASE_TIME("other lease time"),
    /** The server serves more, or names itself differently, than the printed Query answer. */
    SERVER_INFORMATION("other capabilities or server information"),
    /** Optional header fields, such as correlation values. */
    OPTIONAL_FIELD("optional field"),
    /** The answer came after more polls than printed. */
    POLLED_AGAIN("polled again"),
    /** The case is one of another encoding than the transport has. */
    OTHER_ENCODING("other message encoding");

    private final String description;

    Leniency(String description) {
        this.description = description;
    }

    /** What a report calls it. */
    public String description() {
        return description;
    }
}
