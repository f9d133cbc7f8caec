package io.sallyport.hsm.algorithm;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which lengths of keys, in bits, are made.
 *
 * @param bits each of them; of none, any number of whole bytes up to 65,536 bits, or those of the
 *        curves, as {@code text} says
 */
public record Lengths(List<Integer> bits, String text) {
    static final Lengths BYTES = new Lengths(List.of(), "8 to 65536, whole bytes");
    static final Lengths CURVES = new Lengths(List.of(), "as the curve");

    private static final int BITS_MAX = 65_536;

    static Lengths of(int... bits) {
        return new Lengths(Arrays.stream(bits).boxed().toList(),
                Arrays.stream(bits).mapToObj(Integer::toString)
                        .collect(Collectors.joining(", ")));
    }

    /** Whether keys of this length are made. */
    public boolean has(int length) {
        return equals(BYTES) ? length > 0 && length <= BITS_MAX && length % Byte.SIZE == 0
                : bits.contains(length);
    }
}
