package io.sallyport.samples.h2;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A file password: 64 hexadecimal digits, never a {@code String}, zeroed by {@link #close}. For one
 * thread.
 */
public final class FilePassword implements AutoCloseable {
    /** As many digits as 256 bits have. */
    public static final int LENGTH = 64;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final char[] digits;

    private FilePassword(char[] digits) {
        this.digits = digits;
    }

    /** A new one, of 256 random bits. */
    static FilePassword random() {
        byte[] bits = new byte[LENGTH / 2];
        char[] digits = new char[LENGTH];
        RANDOM.nextBytes(bits);
        for (int i = 0; i < LENGTH; i++) {
            int digit = (i % 2 == 0 ? bits[i / 2] >> 4 : bits[i / 2]) & 0xf;
            digits[i] = Character.forDigit(digit, 16);
        }
        Arrays.fill(bits, (byte) 0);
        return new FilePassword(digits);
    }

    /**
     * Takes over the digits in front of {@code bytes} and zeroes all of it.
     *
     * @throws IllegalArgumentException if they are no file password, without saying what they are
     */
    static FilePassword taking(byte[] bytes, int length) {
        char[] digits = new char[LENGTH];
        try {
            boolean good = length == LENGTH;
            for (int i = 0; good && i < LENGTH; i++) {
                digits[i] = (char) bytes[i];
                good = Character.digit(digits[i], 16) >= 0;
            }
            if (!good) {
                Arrays.fill(digits, '\0');
                throw new IllegalArgumentException("What was unwrapped is no file password of "
                        + LENGTH + " hexadecimal digits.");
            }
            return new FilePassword(digits);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** The digits as bytes, a copy that the caller zeroes. */
    byte[] toBytes() {
        byte[] bytes = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            bytes[i] = (byte) digits[i];
        }
        return bytes;
    }

    /** A copy that the caller zeroes, with this many places after it for something else. */
    char[] toCharacters(int more) {
        return Arrays.copyOf(digits, LENGTH + more);
    }

    @Override
    public void close() {
        Arrays.fill(digits, '\0');
    }

    @Override
    public String toString() {
        return "FilePassword";
    }
}
