package io.sallyport.hsm.command;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/**
 * How material is split and joined.
 *
 * @param parts how many parts there are, 2 to 255
 * @param threshold how many of them give the material back; for XOR it is {@code parts}
 * @param prime the prime of {@link Method#PRIME_FIELD}, big-endian without sign; else null
 */
public record SplitSpec(Method method, int parts, int threshold, @Nullable ByteBuffer prime) {

    /** A method that needs no prime. */
    public SplitSpec(Method method, int parts, int threshold) {
        this(method, parts, threshold, null);
    }

    /** KMIP Split Key Methods with their codes. */
    public enum Method {
        XOR(1), GF_2_16(2), PRIME_FIELD(3), GF_2_8(4);

        private final int code;

        Method(int code) {
            this.code = code;
        }

        /** KMIP Split Key Method. */
        public int code() {
            return code;
        }
    }
}
