package io.sallyport.gateway.dialect;

import java.util.HexFormat;
import java.util.List;

/**
 * An answer as it came.
 *
 * @param hex its bytes
 * @param records how many of them came in each TLS record
 */
record Received(String hex, List<Integer> records) {

    static Received of(byte[] bytes, List<Integer> records) {
        return new Received(HexFormat.of().formatHex(bytes), List.copyOf(records));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    int length() {
        return hex.length() / 2;
    }
}
