package io.sallyport.kmip.ttlv.xml;

/** XML that is not well-formed, not KMIP, or beyond the limits; says where, never a value. */
public final class TtlvXmlFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    public TtlvXmlFault(String message, int line) {
        super(message + " (line " + line + ")");
        this.line = line;
    }

    /** The line in the document, from 1. */
    public int line() {
        return line;
    }
}
