package io.sallyport.hsm.object;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A SHA-256 value.
 */
public final class Sha256 {
    /** Length in bytes. */
    public static final int BYTES = 32;

    private final byte[] value;

    private Sha256(byte[] value) {
        this.value = value;
    }

    /**
     * A digest with a copy of these bytes.
     *
     * @throws IllegalArgumentException unless there are {@value #BYTES}
     */
    public static Sha256 of(byte[] value) {
        if (value.length != BYTES) {
            throw new IllegalArgumentException(
                    "A SHA-256 value has 32 bytes, not " + value.length + ".");
        }
        return new Sha256(value.clone());
    }

    /** A copy of the {@value #BYTES} bytes. */
    public byte[] toByteArray() {
        return value.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sha256 that && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(value);
    }
}
