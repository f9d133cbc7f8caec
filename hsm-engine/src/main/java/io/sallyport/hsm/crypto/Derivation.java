package io.sallyport.hsm.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.HashAlgorithm;

/**
 * Derivation of material from material: PBKDF2 (RFC 8018), HKDF (RFC 5869), the three modes of SP
 * 800-108, and KMIP's hash and HMAC. Belongs to one thread.
 */
public final class Derivation {
    private static final int ITERATIONS_MAX = 2_000_000;
    private static final int HKDF_BLOCKS_MAX = 255;
    private static final byte[] NOTHING = new byte[0];

    private final Hashes hashes;
    private final Hmac hmac;
    private final Cmac cmac;

    /** Derivation with this thread's functions. */
    public Derivation(Hashes hashes, Hmac hmac, Cmac cmac) {
        this.hashes = hashes;
        this.hmac = hmac;
        this.cmac = cmac;
    }

    /**
     * What goes in. The key is lent off the heap and, for hashes, on it; nothing is kept.
     *
     * @param cipher the key's block cipher, for CMAC; null if it has none
     */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    public record Input(KeyView key, byte[] keyBytes, @Nullable CipherAlgorithm cipher,
            byte[] data, byte @Nullable [] salt, byte @Nullable [] iv) {}

    /** Derives {@code length} bytes, which the caller wipes. */
    public byte[] derive(DerivationSpec spec, Input input, int length) throws EngineFault {
        return switch (spec.method()) {
            case PBKDF2 -> pbkdf2(spec, input, length);
            case HASH -> cut(hashes.hash(hash(spec), input.keyBytes(), input.data()), length);
            case HMAC -> cut(hmac.compute(hash(spec), input.keyBytes(), input.data()), length);
            case NIST800_108_COUNTER -> counter(prf(spec, input), input.data(), length);
            case NIST800_108_FEEDBACK -> feedback(prf(spec, input), input, length);
            case NIST800_108_DOUBLE_PIPELINE -> pipeline(prf(spec, input), input.data(), length);
            case HKDF -> hkdf(hash(spec), input, length);
            case ENCRYPT, ASYMMETRIC_KEY -> throw new IllegalArgumentException(
                    "The method is not one of a pseudo-random function.");
        };
    }

    /** The first {@code length} bytes; the others are zeroed. */
    public static byte[] cut(byte[] value, int length) throws EngineFault {
        if (value.length < length) {
            Arrays.fill(value, (byte) 0);
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The method gives fewer bytes than were asked for.");
        }
        if (value.length == length) {
            return value;
        }
        byte[] first = Arrays.copyOf(value, length);
        Arrays.fill(value, (byte) 0);
        return first;
    }

    private interface Prf {
        byte[] apply(byte[]... parts);
    }

    private Prf prf(DerivationSpec spec, Input input) throws EngineFault {
        HashAlgorithm hash = spec.hash();
        if (hash != null) {
            return parts -> hmac.compute(hash, input.keyBytes(), parts);
        }
        CipherAlgorithm cipher = input.cipher();
        if (cipher != CipherAlgorithm.AES && cipher != CipherAlgorithm.DES3) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "Without a hash the key is one of a block cipher.");
        }
        return parts -> {
            byte[] joined = join(parts);
            return cmac.compute(cipher, input.key(), joined, joined.length);
        };
    }

    private static HashAlgorithm hash(DerivationSpec spec) throws EngineFault {
        HashAlgorithm hash = spec.hash();
        if (hash == null) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "The method needs a hash.");
        }
        return hash;
    }

    private byte[] pbkdf2(DerivationSpec spec, Input input, int length) throws EngineFault {
        byte[] salt = input.salt();
        if (salt == null || spec.iterations() < 1 || spec.iterations() > ITERATIONS_MAX) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "PBKDF2 needs a salt, and 1 to 2,000,000 iterations.");
        }
        HashAlgorithm hash = hash(spec);
        byte[] output = new byte[length];
        for (int done = 0, i = 1; done < length; i++) {
            byte[] value = hmac.compute(hash, input.keyBytes(), salt, number(i));
            byte[] sum = value.clone();
            for (int round = 1; round < spec.iterations(); round++) {
                value = hmac.compute(hash, input.keyBytes(), value);
                for (int j = 0; j < sum.length; j++) {
                    sum[j] ^= value[j];
                }
            }
            done += append(sum, output, done);
        }
        return output;
    }

    private byte[] hkdf(HashAlgorithm hash, Input input, int length) throws EngineFault {
        if (length > HKDF_BLOCKS_MAX * hash.bytes()) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "HKDF gives 255 hash values at most.");
        }
        byte[] salt = input.salt();
        byte[] extracted = hmac.compute(hash, salt == null ? new byte[hash.bytes()] : salt,
                input.keyBytes());
        try {
            byte[] output = new byte[length];
            byte[] value = NOTHING;
            for (int done = 0, i = 1; done < length; i++) {
                value = hmac.compute(hash, extracted, value, input.data(), new byte[]{(byte) i});
                done += append(value.clone(), output, done);
            }
            Arrays.fill(value, (byte) 0);
            return output;
        } finally {
            Arrays.fill(extracted, (byte) 0);
        }
    }

    private static byte[] counter(Prf prf, byte[] data, int length) {
        byte[] output = new byte[length];
        for (int done = 0, i = 1; done < length; i++) {
            done += append(prf.apply(number(i), data), output, done);
        }
        return output;
    }

    private static byte[] feedback(Prf prf, Input input, int length) {
        byte[] iv = input.iv();
        byte[] value = iv == null ? NOTHING : iv;
        byte[] output = new byte[length];
        for (int done = 0, i = 1; done < length; i++) {
            value = prf.apply(value, number(i), input.data());
            done += append(value.clone(), output, done);
        }
        return output;
    }

    private static byte[] pipeline(Prf prf, byte[] data, int length) {
        byte[] first = data;
        byte[] output = new byte[length];
        for (int done = 0, i = 1; done < length; i++) {
            first = prf.apply(first);
            done += append(prf.apply(first, number(i), data), output, done);
        }
        return output;
    }

    /** Appends as much of a value as there is room for, and zeroes it. */
    private static int append(byte[] value, byte[] output, int done) {
        int count = Math.min(value.length, output.length - done);
        System.arraycopy(value, 0, output, done, count);
        Arrays.fill(value, (byte) 0);
        return count;
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] joined = new byte[length];
        int done = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, done, part.length);
            done += part.length;
        }
        return joined;
    }
}
