package io.sallyport.hsm.crypto;

import java.security.MessageDigest;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.algorithm.Algorithm.Kind;
import io.sallyport.hsm.algorithm.ParameterSet;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;

/**
 * Post-quantum keys as bare bytes, in X.509 and in PKCS#8 (RFC 9881, RFC 9909, RFC 9935). All
 * lengths of a set are fixed, so a key has one DER in each form: to read is to take the key from
 * its place, to encode it, and to compare. What else PKCS#8 allows (attributes, a public key) is
 * refused with everything else. Stateless.
 */
final class QuantumEncoding {
    static final int RAW = 1;
    static final int PKCS8 = 4;
    static final int X509 = 5;

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 4;
    private static final int BITS = 3;
    private static final int SEED = 0x80;
    private static final int SHORT_MAX = 0x7f;
    private static final int SIGNATURES = 3;
    private static final int KEMS = 4;
    private static final byte[] VERSION = {2, 1, 0};

    private QuantumEncoding() {}

    /** A private key: its seed, its expanded form, or both. The caller closes it. */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    record Secret(byte @Nullable [] seed, byte @Nullable [] expanded) implements AutoCloseable {
        @Override
        public void close() {
            wipe(seed);
            wipe(expanded);
        }

        @Override
        public String toString() {
            return "Secret";
        }
    }

    /** The bare public key. */
    static byte[] readPublic(Algorithm algorithm, int format, byte[] material)
            throws EngineFault {
        int length = set(algorithm).publicBytes();
        if (length > material.length) {
            throw unreadable();
        }
        byte[] key = last(material, length);
        if (!Arrays.equals(material, writePublic(algorithm, format, key))) {
            throw unreadable();
        }
        return key;
    }

    /** A public key in a format. */
    static byte[] writePublic(Algorithm algorithm, int format, byte[] key) throws EngineFault {
        return switch (format) {
            case RAW -> key.clone();
            case X509 -> der(SEQUENCE, identifier(algorithm), der(BITS, new byte[1], key));
            default -> throw unknownFormat();
        };
    }

    /** A private key in whichever form it comes; the caller closes it. */
    static Secret readPrivate(Algorithm algorithm, int format, byte[] material)
            throws EngineFault {
        ParameterSet set = set(algorithm);
        int seedBytes = set.seedBytes();
        for (Form form : Form.values()) {
            if (seedBytes == 0 && form != Form.EXPANDED) {
                continue;
            }
            Secret secret = take(set, form, material);
            if (secret == null) {
                continue;
            }
            byte[] again = form == Form.BOTH && format == RAW ? new byte[0]
                    : writePrivate(algorithm, format, secret);
            boolean same = MessageDigest.isEqual(again, material);
            Arrays.fill(again, (byte) 0);
            if (same) {
                return secret;
            }
            secret.close();
        }
        throw unreadable();
    }

    /**
     * A private key in a format: PKCS#8 with all that is known, or the bare bytes, expanded if they
     * are known. The caller wipes it.
     */
    static byte[] writePrivate(Algorithm algorithm, int format, Secret secret)
            throws EngineFault {
        byte[] seed = secret.seed();
        byte[] expanded = secret.expanded();
        byte[] bare = expanded == null ? seed : expanded;
        if (bare == null) {
            throw new IllegalArgumentException("A private key is not empty.");
        }
        if (format == RAW) {
            return bare.clone();
        }
        if (format != PKCS8) {
            throw unknownFormat();
        }
        byte[] inner = inner(set(algorithm), seed, expanded);
        try {
            return der(SEQUENCE, VERSION, identifier(algorithm), der(OCTETS, inner));
        } finally {
            Arrays.fill(inner, (byte) 0);
        }
    }

    static void wipe(byte @Nullable [] bytes) {
        if (bytes != null) {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    static EngineFault unreadable() {
        return new EngineFault(Reason.INVALID_PARAMETERS, "The key's material can't be read.");
    }

    static ParameterSet set(Algorithm algorithm) {
        ParameterSet set = algorithm.set();
        if (set == null) {
            throw new IllegalArgumentException(algorithm + " has no parameter set.");
        }
        return set;
    }

    /** What of a private key is there. */
    private enum Form {
        SEED, EXPANDED, BOTH
    }

    private static @Nullable Secret take(ParameterSet set, Form form, byte[] material) {
        int expanded = set.privateBytes();
        int needed = switch (form) {
            case SEED -> set.seedBytes();
            case EXPANDED -> expanded;
            case BOTH -> set.seedBytes() + head(expanded).length + expanded;
        };
        if (material.length < needed) {
            return null;
        }
        return switch (form) {
            case SEED -> new Secret(last(material, needed), null);
            case EXPANDED -> new Secret(null, last(material, needed));
            case BOTH -> {
                int from = material.length - needed;
                yield new Secret(Arrays.copyOfRange(material, from, from + set.seedBytes()),
                        last(material, expanded));
            }
        };
    }

    private static byte[] inner(ParameterSet set, byte @Nullable [] seed,
            byte @Nullable [] expanded) {
        if (seed == null) {
            byte[] key = expanded == null ? new byte[0] : expanded;
            return set.seedBytes() == 0 ? key.clone() : der(OCTETS, key);
        }
        return expanded == null ? der(SEED, seed)
                : der(SEQUENCE, der(OCTETS, seed), der(OCTETS, expanded));
    }

    /** 2.16.840.1.101.3.4.3 or .4, without parameters. */
    private static byte[] identifier(Algorithm algorithm) {
        ParameterSet set = set(algorithm);
        int arc = set.kind() == Kind.KEM ? KEMS : SIGNATURES;
        return new byte[]{SEQUENCE, 11, 6, 9, 0x60, (byte) 0x86, 0x48, 1, 0x65, 3, 4, (byte) arc,
                (byte) set.identifier()};
    }

    private static byte[] der(int tag, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] head = head(length);
        head[0] = (byte) tag;
        byte[] value = Arrays.copyOf(head, head.length + length);
        int at = head.length;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, value, at, part.length);
            at += part.length;
        }
        return value;
    }

    /** The head of an octet string of this length. */
    private static byte[] head(int length) {
        if (length <= SHORT_MAX) {
            return new byte[]{OCTETS, (byte) length};
        }
        return length < 1 << Byte.SIZE ? new byte[]{OCTETS, (byte) 0x81, (byte) length}
                : new byte[]{OCTETS, (byte) 0x82, (byte) (length >> Byte.SIZE), (byte) length};
    }

    private static byte[] last(byte[] bytes, int length) {
        return Arrays.copyOfRange(bytes, bytes.length - length, bytes.length);
    }

    private static EngineFault unknownFormat() {
        return new EngineFault(Reason.UNSUPPORTED, "The key's format is not served for its type.");
    }
}
