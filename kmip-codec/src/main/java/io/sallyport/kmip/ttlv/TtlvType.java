package io.sallyport.kmip.ttlv;

import org.jspecify.annotations.Nullable;

/**
 * The item types of TTLV and their codes on the wire. KMIP 3.0 section "TTLV Encoding"; types above
 * {@link #INTERVAL} came with 2.0, those above {@link #DATE_TIME_EXTENDED} with 3.0.
 */
public enum TtlvType {
    STRUCTURE(0x01, "Structure"),
    INTEGER(0x02, "Integer"),
    LONG_INTEGER(0x03, "LongInteger"),
    BIG_INTEGER(0x04, "BigInteger"),
    ENUMERATION(0x05, "Enumeration"),
    BOOLEAN(0x06, "Boolean"),
    TEXT_STRING(0x07, "TextString"),
    BYTE_STRING(0x08, "ByteString"),
    DATE_TIME(0x09, "DateTime"),
    INTERVAL(0x0A, "Interval"),
    DATE_TIME_EXTENDED(0x0B, "DateTimeExtended"),
    IDENTIFIER(0x0C, "Identifier"),
    REFERENCE(0x0D, "Reference"),
    NAME_REFERENCE(0x0E, "NameReference");

    private static final TtlvType[] BY_CODE = values();

    private final int code;
    private final String xmlName;

    TtlvType(int code, String xmlName) {
        this.code = code;
        this.xmlName = xmlName;
    }

    /** The byte on the wire. */
    public int code() {
        return code;
    }

    /** The name in the XML and JSON encodings. */
    public String xmlName() {
        return xmlName;
    }

    /** The type with this code, or null where there is none. */
    public static @Nullable TtlvType of(int code) {
        return code >= 1 && code <= BY_CODE.length ? BY_CODE[code - 1] : null;
    }

    /** The type with this name of the XML and JSON encodings, or null where there is none. */
    public static @Nullable TtlvType ofXmlName(String name) {
        for (TtlvType type : BY_CODE) {
            if (type.xmlName.equals(name)) {
                return type;
            }
        }
        return null;
    }
}
