package io.sallyport.kmip.ttlv;

import java.nio.ByteBuffer;

/** Checks UTF-8 (RFC 3629: no surrogates, no overlong forms) without making a String. */
final class Utf8 {
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    static boolean isValid(ByteBuffer buffer, int offset, int length) {
        int end = offset + length;
        int at = offset;
        while (end - at >= 8 && (buffer.getLong(at) & HIGH_BITS) == 0) {
            at += 8;
        }
        while (at < end) {
            int size = sequenceLength(buffer, at, end);
            if (size == 0) {
                return false;
            }
            at += size;
        }
        return true;
    }

    /** Bytes of the well-formed sequence at {@code at}, or 0 if there is none. */
    private static int sequenceLength(ByteBuffer buffer, int at, int end) {
        int first = buffer.get(at);
        if (first >= 0) {
            return 1;
        }
        int lead = first & 0xFF;
        int size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || end - at < size) {
            return 0;
        }
        int second = buffer.get(at + 1) & 0xFF;
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = 2; i < size; i++) {
            if ((buffer.get(at + i) & 0xC0) != 0x80) {
                return 0;
            }
        }
        return size;
    }
}
