package io.sallyport.hsm.vectors;

import java.security.SecureRandom;

/** A random generator that gives the bytes of a vector, one after another, and no more. */
final class FixedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;
    private int given;

    FixedRandom(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] target) {
        System.arraycopy(bytes, given, target, 0, target.length);
        given += target.length;
    }
}
