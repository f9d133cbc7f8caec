package io.sallyport.hsm.crypto;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.asn1.x509.X509ObjectIdentifiers;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.HashAlgorithm;

/**
 * The encodings of RFC 8017: PKCS#1 v1.5 and PSS for signatures, OAEP and PKCS#1 v1.5 for
 * encryption. Decoding of a decryption reads all of it and branches once, on whether all holds
 * (Manger's and Bleichenbacher's attacks live from anything else). Belongs to one thread.
 */
final class RsaEncoding {
    private static final int TRAILER = 0xbc;
    private static final int PKCS1_OVERHEAD_BYTES = 11;
    private static final int PKCS1_PADDING_MIN = 8;

    private final Hashes hashes;
    private final NonceSource nonces;

    RsaEncoding(Hashes hashes, NonceSource nonces) {
        this.hashes = hashes;
        this.nonces = nonces;
    }

    /** What EMSA-PKCS1-v1_5 has behind its padding. */
    static byte[] digestInfo(HashAlgorithm hash, byte[] digest) {
        try {
            return new DigestInfo(new AlgorithmIdentifier(identifier(hash), DERNull.INSTANCE),
                    digest).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("A digest info can't be encoded.", e);
        }
    }

    /** EMSA-PKCS1-v1_5 in {@code length} bytes, or null if that is too short. */
    static byte @Nullable [] pkcs1Signature(HashAlgorithm hash,
            byte[] digest, int length) {
        byte[] info = digestInfo(hash, digest);
        if (length < info.length + PKCS1_OVERHEAD_BYTES) {
            return null;
        }
        byte[] encoded = new byte[length];
        Arrays.fill(encoded, 2, length - info.length - 1, (byte) 0xff);
        encoded[1] = 1;
        System.arraycopy(info, 0, encoded, length - info.length, info.length);
        return encoded;
    }

    /** EMSA-PSS for a modulus of {@code bits}, or null if that is too short. */
    byte @Nullable [] pss(HashAlgorithm hash, HashAlgorithm maskHash,
            int saltBytes, byte[] digest, int bits) {
        int length = (bits + 6) / 8;
        int maskedBytes = length - hash.bytes() - 1;
        if (maskedBytes < saltBytes + 1) {
            return null;
        }
        byte[] salt = nonces.nonce(saltBytes);
        byte[] value = hashes.hash(hash, new byte[8], digest, salt);
        byte[] masked = mask(maskHash, value, maskedBytes);
        masked[maskedBytes - saltBytes - 1] ^= 1;
        for (int i = 0; i < saltBytes; i++) {
            masked[maskedBytes - saltBytes + i] ^= salt[i];
        }
        masked[0] &= (byte) (0xff >>> (8 * length - (bits - 1)));
        byte[] encoded = Arrays.copyOf(masked, length);
        System.arraycopy(value, 0, encoded, maskedBytes, value.length);
        encoded[length - 1] = (byte) TRAILER;
        return encoded;
    }

    /** Whether this is an EMSA-PSS of the digest; its salt has exactly the length. */
    boolean isPss(HashAlgorithm hash, HashAlgorithm maskHash, int saltBytes, byte[] digest,
            int bits, byte[] block) {
        int length = (bits + 6) / 8;
        int maskedBytes = length - hash.bytes() - 1;
        // The modulus may have a byte more than the encoding.
        boolean extra = block.length > length && block[0] != 0;
        byte[] encoded = Arrays.copyOfRange(block, block.length - length, block.length);
        int topMask = 0xff >>> (8 * length - (bits - 1));
        if (extra || maskedBytes < saltBytes + 1 || (encoded[length - 1] & 0xff) != TRAILER
                || (encoded[0] & 0xff & ~topMask) != 0) {
            return false;
        }
        byte[] value = Arrays.copyOfRange(encoded, maskedBytes, length - 1);
        byte[] db = mask(maskHash, value, maskedBytes);
        for (int i = 0; i < maskedBytes; i++) {
            db[i] ^= encoded[i];
        }
        db[0] &= (byte) topMask;
        int one = maskedBytes - saltBytes - 1;
        for (int i = 0; i < one; i++) {
            if (db[i] != 0) {
                return false;
            }
        }
        byte[] salt = Arrays.copyOfRange(db, one + 1, maskedBytes);
        return db[one] == 1
                && MessageDigest.isEqual(value, hashes.hash(hash, new byte[8], digest, salt));
    }

    /** EME-OAEP in {@code length} bytes, or null if the message is too long. */
    byte @Nullable [] oaep(HashAlgorithm hash, HashAlgorithm maskHash,
            byte[] label, byte[] message, int length) {
        int h = hash.bytes();
        int dbBytes = length - h - 1;
        if (message.length > length - 2 * h - 2) {
            return null;
        }
        byte[] db = Arrays.copyOf(hashes.hash(hash, label), dbBytes);
        db[dbBytes - message.length - 1] = 1;
        System.arraycopy(message, 0, db, dbBytes - message.length, message.length);
        byte[] seed = nonces.nonce(h);
        xor(db, mask(maskHash, seed, dbBytes));
        xor(seed, mask(maskHash, db, h));
        byte[] encoded = new byte[length];
        System.arraycopy(seed, 0, encoded, 1, h);
        System.arraycopy(db, 0, encoded, 1 + h, dbBytes);
        return encoded;
    }

    /**
     * Decodes EME-OAEP into the beginning of {@code output}.
     *
     * @return the message's length, or -1
     */
    int oaepMessage(HashAlgorithm hash, HashAlgorithm maskHash, byte[] label, byte[] encoded,
            byte[] output) {
        int h = hash.bytes();
        int dbBytes = encoded.length - h - 1;
        if (dbBytes < h + 1) {
            return -1;
        }
        byte[] seed = Arrays.copyOfRange(encoded, 1, 1 + h);
        byte[] db = Arrays.copyOfRange(encoded, 1 + h, encoded.length);
        try {
            xor(seed, mask(maskHash, db, h));
            xor(db, mask(maskHash, seed, dbBytes));
            byte[] expected = hashes.hash(hash, label);
            int wrong = encoded[0] & 0xff;
            for (int i = 0; i < h; i++) {
                wrong |= (db[i] ^ expected[i]) & 0xff;
            }
            int searching = -1;
            int start = 0;
            for (int i = h; i < dbBytes; i++) {
                int value = db[i] & 0xff;
                int isOne = zeroMask(value ^ 1);
                int isZero = zeroMask(value);
                start |= (i + 1) & searching & isOne;
                wrong |= searching & ~isOne & ~isZero & 0xff;
                searching &= ~isOne;
            }
            wrong |= searching & 0xff;
            return move(db, start, wrong, output);
        } finally {
            Arrays.fill(seed, (byte) 0);
            Arrays.fill(db, (byte) 0);
        }
    }

    /** EME-PKCS1-v1_5 in {@code length} bytes, or null if the message is too long. */
    byte @Nullable [] pkcs1(byte[] message, int length) {
        if (message.length > length - PKCS1_OVERHEAD_BYTES) {
            return null;
        }
        byte[] encoded = new byte[length];
        encoded[1] = 2;
        int end = length - message.length - 1;
        for (int i = 2; i < end; i++) {
            while (encoded[i] == 0) {
                encoded[i] = nonces.nonce(1)[0];
            }
        }
        System.arraycopy(message, 0, encoded, end + 1, message.length);
        return encoded;
    }

    /**
     * Decodes EME-PKCS1-v1_5 into the beginning of {@code output}.
     *
     * @return the message's length, or -1
     */
    static int pkcs1Message(byte[] encoded, byte[] output) {
        int wrong = (encoded[0] & 0xff) | ((encoded[1] & 0xff) ^ 2);
        int searching = -1;
        int start = 0;
        for (int i = 2; i < encoded.length; i++) {
            int isZero = zeroMask(encoded[i] & 0xff);
            start |= (i + 1) & searching & isZero;
            if (i < 2 + PKCS1_PADDING_MIN) {
                wrong |= isZero & 0xff;
            }
            searching &= ~isZero;
        }
        wrong |= searching & 0xff;
        return move(encoded, start, wrong, output);
    }

    /**
     * Moves what begins at {@code start} to the beginning of the output, and zeroes the rest. The
     * same bytes are read and written in the same order wherever it begins and whatever is wrong;
     * only the length tells it.
     */
    private static int move(byte[] from, int start, int wrong, byte[] output) {
        System.arraycopy(from, 0, output, 0, from.length);
        for (int step = 1; step <= from.length; step <<= 1) {
            int moves = zeroMask((start & step) ^ step);
            for (int i = 0; i < from.length; i++) {
                int next = i + step < from.length ? output[i + step] : 0;
                output[i] ^= (byte) ((output[i] ^ next) & moves);
            }
        }
        int bad = ~zeroMask(wrong);
        return ((from.length - start) & ~bad) | bad;
    }

    /** All ones if the number, not negative, is 0; else 0. */
    private static int zeroMask(int value) {
        return (value - 1) >> 31;
    }

    private byte[] mask(HashAlgorithm hash, byte[] seed, int length) {
        byte[] mask = new byte[length];
        byte[] counter = new byte[Integer.BYTES];
        for (int done = 0, i = 0; done < length; done += hash.bytes(), i++) {
            counter[2] = (byte) (i >>> 8);
            counter[3] = (byte) i;
            byte[] block = hashes.hash(hash, seed, counter);
            System.arraycopy(block, 0, mask, done, Math.min(block.length, length - done));
        }
        return mask;
    }

    private static void xor(byte[] data, byte[] mask) {
        for (int i = 0; i < data.length; i++) {
            data[i] ^= mask[i];
        }
    }

    private static ASN1ObjectIdentifier identifier(HashAlgorithm hash) {
        return switch (hash) {
            case SHA_1 -> X509ObjectIdentifiers.id_SHA1;
            case SHA_224 -> NISTObjectIdentifiers.id_sha224;
            case SHA_256 -> NISTObjectIdentifiers.id_sha256;
            case SHA_384 -> NISTObjectIdentifiers.id_sha384;
            case SHA_512 -> NISTObjectIdentifiers.id_sha512;
            case SHA_512_224 -> NISTObjectIdentifiers.id_sha512_224;
            case SHA_512_256 -> NISTObjectIdentifiers.id_sha512_256;
            case SHA3_224 -> NISTObjectIdentifiers.id_sha3_224;
            case SHA3_256 -> NISTObjectIdentifiers.id_sha3_256;
            case SHA3_384 -> NISTObjectIdentifiers.id_sha3_384;
            case SHA3_512 -> NISTObjectIdentifiers.id_sha3_512;
        };
    }
}
