package io.sallyport.gateway.identity;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A salted slow hash of a password: PBKDF2 with HMAC-SHA-512. Making or checking one takes a good
 * part of a second of a processor: never on an event loop. Immutable.
 */
public final class PasswordHash {
    private static final String FORM = "pbkdf2-sha512";
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int ITERATIONS = 210_000;
    private static final int ITERATIONS_MAX = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PARTS = 4;

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /** The hash of a password, with a new salt. The caller erases the password. */
    public static PasswordHash of(char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new PasswordHash(ITERATIONS, salt, derive(password, salt, ITERATIONS));
    }

    /**
     * Reads the text of {@link #text()}.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static PasswordHash parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != PARTS || !parts[0].equals(FORM)) {
            throw new IllegalArgumentException("This is no hash of a password.");
        }
        int iterations = Integer.parseInt(parts[1]);
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        byte[] hash = Base64.getDecoder().decode(parts[3]);
        if (iterations < 1 || iterations > ITERATIONS_MAX || salt.length == 0
                || hash.length != HASH_BYTES) {
            throw new IllegalArgumentException("This is no hash of a password.");
        }
        return new PasswordHash(iterations, salt, hash);
    }

    /** As it is stored: the way, the iterations, the salt, the hash. */
    public String text() {
        Base64.Encoder base64 = Base64.getEncoder();
        return FORM + ":" + iterations + ":" + base64.encodeToString(salt) + ":"
                + base64.encodeToString(hash);
    }

    /** Whether this is the password; the time does not depend on how much of it is right. */
    public boolean matches(char[] password) {
        byte[] derived = derive(password, salt, iterations);
        boolean same = MessageDigest.isEqual(hash, derived);
        Arrays.fill(derived, (byte) 0);
        return same;
    }

    private static byte[] derive(char[] password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("This Java runtime has no " + ALGORITHM + ".", absent);
        } finally {
            spec.clearPassword();
        }
    }
}
