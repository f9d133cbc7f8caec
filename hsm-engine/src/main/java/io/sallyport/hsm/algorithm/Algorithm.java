package io.sallyport.hsm.algorithm;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The one table of the algorithms that keys are for: KMIP's code, what such keys do, the lengths
 * that are made here, who computes them, the self-test before their first use, and whether a
 * standard approves them. docs/algorithms.md is held against it.
 */
public enum Algorithm {
    NONE(0, "none", Kind.SECRET, Provider.JDK, null, true, Lengths.BYTES),
    DES3(2, "3DES", Kind.CIPHER, Provider.JDK, null, false, Lengths.of(112, 128, 168, 192)),
    AES(3, "AES", Kind.CIPHER, Provider.JDK, null, true, Lengths.of(128, 192, 256)),
    RSA(4, "RSA", Kind.RSA, Provider.BOUNCY_CASTLE, Family.KEY_PAIR, true,
            Lengths.of(1024, 2048, 3072, 4096)),
    DSA(5, "DSA", Kind.KEPT, Provider.NOBODY, null, false, Lengths.of()),
    ECDSA(6, "ECDSA", Kind.CURVE, Provider.BOUNCY_CASTLE, Family.KEY_PAIR, true, Lengths.CURVES),
    HMAC_SHA1(7, "HMAC-SHA1", Kind.CODE, Provider.JDK, Family.MAC, true, Lengths.BYTES),
    HMAC_SHA224(8, "HMAC-SHA224", Kind.CODE, Provider.JDK, Family.MAC, true, Lengths.BYTES),
    HMAC_SHA256(9, "HMAC-SHA256", Kind.CODE, Provider.JDK, Family.MAC, true, Lengths.BYTES),
    HMAC_SHA384(0xa, "HMAC-SHA384", Kind.CODE, Provider.JDK, Family.MAC, true, Lengths.BYTES),
    HMAC_SHA512(0xb, "HMAC-SHA512", Kind.CODE, Provider.JDK, Family.MAC, true, Lengths.BYTES),
    HMAC_MD5(0xc, "HMAC-MD5", Kind.MADE, Provider.NOBODY, null, false, Lengths.BYTES),
    DH(0xd, "DH", Kind.KEPT, Provider.NOBODY, null, false, Lengths.of()),
    ECDH(0xe, "ECDH", Kind.CURVE, Provider.BOUNCY_CASTLE, Family.KEY_PAIR, true, Lengths.CURVES),
    ECMQV(0xf, "ECMQV", Kind.KEPT, Provider.NOBODY, null, false, Lengths.of()),
    SKIPJACK(0x18, "SKIPJACK", Kind.MADE, Provider.NOBODY, null, false, Lengths.of(80)),
    EC(0x1a, "EC", Kind.CURVE, Provider.BOUNCY_CASTLE, Family.KEY_PAIR, true, Lengths.CURVES),
    CHACHA20(0x1c, "ChaCha20", Kind.CIPHER, Provider.BOUNCY_CASTLE, Family.CIPHER, false,
            Lengths.of(256)),
    CHACHA20_POLY1305(0x1e, "ChaCha20-Poly1305", Kind.CIPHER, Provider.JDK, Family.CIPHER, false,
            Lengths.of(256)),
    HMAC_SHA3_224(0x23, "HMAC-SHA3-224", Kind.CODE, Provider.JDK, Family.MAC, true,
            Lengths.BYTES),
    HMAC_SHA3_256(0x24, "HMAC-SHA3-256", Kind.CODE, Provider.JDK, Family.MAC, true,
            Lengths.BYTES),
    HMAC_SHA3_384(0x25, "HMAC-SHA3-384", Kind.CODE, Provider.JDK, Family.MAC, true,
            Lengths.BYTES),
    HMAC_SHA3_512(0x26, "HMAC-SHA3-512", Kind.CODE, Provider.JDK, Family.MAC, true,
            Lengths.BYTES),
    ED25519(0x37, "Ed25519", Kind.EDWARDS, Provider.BOUNCY_CASTLE, Family.KEY_PAIR, true,
            Lengths.of(256)),
    ED448(0x38, "Ed448", Kind.EDWARDS, Provider.BOUNCY_CASTLE, Family.KEY_PAIR, true,
            Lengths.of(456)),
    ML_KEM_512(0x39, "ML-KEM-512", ParameterSet.kem(1, 800, 1632, 768)),
    ML_KEM_768(0x3a, "ML-KEM-768", ParameterSet.kem(2, 1184, 2400, 1088)),
    ML_KEM_1024(0x3b, "ML-KEM-1024", ParameterSet.kem(3, 1568, 3168, 1568)),
    ML_DSA_44(0x3c, "ML-DSA-44", ParameterSet.mlDsa(17, 1312, 2560, 2420)),
    ML_DSA_65(0x3d, "ML-DSA-65", ParameterSet.mlDsa(18, 1952, 4032, 3309)),
    ML_DSA_87(0x3e, "ML-DSA-87", ParameterSet.mlDsa(19, 2592, 4896, 4627)),
    SLH_DSA_SHA2_128S(0x3f, "SLH-DSA-SHA2-128s", ParameterSet.slhDsa(20, 16, 7856)),
    SLH_DSA_SHA2_128F(0x40, "SLH-DSA-SHA2-128f", ParameterSet.slhDsa(21, 16, 17_088)),
    SLH_DSA_SHA2_192S(0x41, "SLH-DSA-SHA2-192s", ParameterSet.slhDsa(22, 24, 16_224)),
    SLH_DSA_SHA2_192F(0x42, "SLH-DSA-SHA2-192f", ParameterSet.slhDsa(23, 24, 35_664)),
    SLH_DSA_SHA2_256S(0x43, "SLH-DSA-SHA2-256s", ParameterSet.slhDsa(24, 32, 29_792)),
    SLH_DSA_SHA2_256F(0x44, "SLH-DSA-SHA2-256f", ParameterSet.slhDsa(25, 32, 49_856)),
    SLH_DSA_SHAKE_128S(0x45, "SLH-DSA-SHAKE-128s", ParameterSet.slhDsa(26, 16, 7856)),
    SLH_DSA_SHAKE_128F(0x46, "SLH-DSA-SHAKE-128f", ParameterSet.slhDsa(27, 16, 17_088)),
    SLH_DSA_SHAKE_192S(0x47, "SLH-DSA-SHAKE-192s", ParameterSet.slhDsa(28, 24, 16_224)),
    SLH_DSA_SHAKE_192F(0x48, "SLH-DSA-SHAKE-192f", ParameterSet.slhDsa(29, 24, 35_664)),
    SLH_DSA_SHAKE_256S(0x49, "SLH-DSA-SHAKE-256s", ParameterSet.slhDsa(30, 32, 29_792)),
    SLH_DSA_SHAKE_256F(0x4a, "SLH-DSA-SHAKE-256f", ParameterSet.slhDsa(31, 32, 49_856)),
    /** Verified only; KMIP has no code for it, so it has one of those left to each vendor. */
    LMS(0x8000_0001, "LMS, HSS", Kind.HASH_BASED, Provider.BOUNCY_CASTLE, Family.LMS, true,
            Lengths.of());

    private static final Map<Integer, Algorithm> BY_CODE = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(Algorithm::code, Function.identity()));

    private final int code;
    private final String title;
    private final Kind kind;
    private final Provider provider;
    private final @Nullable Family family;
    private final boolean approved;
    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
    private final Lengths lengths;
    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
    private final @Nullable ParameterSet set;

    Algorithm(int code, String title, Kind kind, Provider provider, @Nullable Family family,
            boolean approved, Lengths lengths) {
        this.code = code;
        this.title = title;
        this.kind = kind;
        this.provider = provider;
        this.family = family;
        this.approved = approved;
        this.lengths = lengths;
        this.set = null;
    }

    Algorithm(int code, String title, ParameterSet set) {
        this.code = code;
        this.title = title;
        this.kind = set.kind();
        this.provider = set.kind() == Kind.SLH_DSA ? Provider.BOUNCY_CASTLE : Provider.JDK;
        this.family = set.family();
        this.approved = true;
        this.lengths = Lengths.of(set.publicBytes() * Byte.SIZE);
        this.set = set;
    }

    /** What keys of an algorithm do here. */
    public enum Kind {
        /** Material of no algorithm: derived from, or a secret. */
        SECRET(true),
        /** Encrypts, decrypts, wraps. */
        CIPHER(true),
        /** Makes and checks message authentication codes. */
        CODE(true),
        /** Made and given out, and computed with by nobody here. */
        MADE(true),
        /** Registered and given back, and computed with by nobody here. */
        KEPT(false), RSA(false), CURVE(false), EDWARDS(false),
        /** Encapsulates and decapsulates (FIPS 203). */
        KEM(false),
        /** Signs data with a key that is bare bytes (FIPS 204). */
        ML_DSA(false),
        /** Signs data with a key that is bare bytes (FIPS 205). */
        SLH_DSA(false),
        /** Verifies signatures of others whose keys count them (SP 800-208). */
        HASH_BASED(false);

        private final boolean random;

        Kind(boolean random) {
            this.random = random;
        }
    }

    /** Who computes it, chosen by measurement; the provider is named in each call. */
    public enum Provider {
        JDK("JDK"), BOUNCY_CASTLE("Bouncy Castle"), NOBODY("");

        private final String title;

        Provider(String title) {
            this.title = title;
        }

        /** Its name for people. */
        public String title() {
            return title;
        }
    }

    /** The algorithm with this KMIP Cryptographic Algorithm; null if the engine has none. */
    public static @Nullable Algorithm of(int code) {
        return BY_CODE.get(code);
    }

    /** KMIP Cryptographic Algorithm. */
    public int code() {
        return code;
    }

    /** Its name in the standards. */
    public String title() {
        return title;
    }

    /** What its keys do. */
    public Kind kind() {
        return kind;
    }

    /** Who computes it. */
    public Provider provider() {
        return provider;
    }

    /** What is tested before a key is used; null if that is done at the start, or for its mode. */
    public @Nullable Family family() {
        return family;
    }

    /** Whether a standard approves it, if length, mode and hash are approved too. */
    public boolean isApproved() {
        return approved;
    }

    /** The lengths, in bits, of keys that the engine makes. */
    public Lengths lengths() {
        return lengths;
    }

    /** Whether a new key is nothing but random bytes. */
    public boolean isRandom() {
        return kind.random;
    }

    /** The lengths of a post-quantum algorithm; null for others. */
    public @Nullable ParameterSet set() {
        return set;
    }
}
