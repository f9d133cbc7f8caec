package io.sallyport.gateway.dialect;

import org.jspecify.annotations.Nullable;

/** The item types of KMIP 1.x (1.0 section 9.1.1.2) with the length of their values. */
enum WireType {
    STRUCTURE(1, -1), INTEGER(2, 4), LONG_INTEGER(3, 8), BIG_INTEGER(4, -1), ENUMERATION(5, 4),
    BOOLEAN(6, 8), TEXT_STRING(7, -1), BYTE_STRING(8, -1), DATE_TIME(9, 8), INTERVAL(10, 4);

    private final int code;
    private final int length;

    WireType(int code, int length) {
        this.code = code;
        this.length = length;
    }

    int code() {
        return code;
    }

    /** Bytes of a value, or -1 where values differ. */
    int length() {
        return length;
    }

    static @Nullable WireType of(int code) {
        for (WireType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        return null;
    }
}
