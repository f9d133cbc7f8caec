package io.sallyport.gateway.dialect;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A value with its type. Values are kept as hexadecimal digits: they are compared and printed, and
 * are never anybody's secret but a test's.
 *
 * @param hex the value's bytes without padding
 */
record WireValue(WireType type, String hex) {

    static WireValue text(String text) {
        return bytes(WireType.TEXT_STRING, text.getBytes(StandardCharsets.UTF_8));
    }

    static WireValue bytes(WireType type, byte[] bytes) {
        return new WireValue(type, HexFormat.of().formatHex(bytes));
    }

    /** An Integer, Enumeration or Interval. */
    static WireValue number(WireType type, long number) {
        String digits = HexFormat.of().toHexDigits(number);
        return new WireValue(type, type.length() == 4 ? digits.substring(8) : digits);
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    int length() {
        return hex.length() / 2;
    }

    /** The number of an Integer, Enumeration, Interval, Long Integer, Boolean or Date-Time. */
    long number() {
        long bits = Long.parseUnsignedLong(hex, 16);
        return type == WireType.INTEGER ? (int) bits : bits;
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Short enough for a message, and exact enough to find a mistake. */
    @Override
    public String toString() {
        return switch (type) {
            case TEXT_STRING -> '"' + text() + '"';
            case BYTE_STRING, BIG_INTEGER, STRUCTURE -> "x'" + hex + "'";
            case INTEGER, LONG_INTEGER, ENUMERATION, BOOLEAN, DATE_TIME, INTERVAL ->
                type + " " + number();
        };
    }
}
