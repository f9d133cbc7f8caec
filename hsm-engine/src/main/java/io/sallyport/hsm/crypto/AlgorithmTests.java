package io.sallyport.hsm.crypto;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import io.sallyport.hsm.algorithm.Family;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.command.SplitSpec;

/**
 * Known answers for what is not tested at the start, because most engines never use it: each
 * family is tested before its first use by a thread. Belongs to one thread.
 */
public final class AlgorithmTests {
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final int PKCS1 = 3;
    private static final int PKCS8 = 4;
    private static final int X509 = 5;
    private static final int EC_PRIVATE_KEY = 6;

    private final Set<Family> passed = EnumSet.noneOf(Family.class);
    /** What a module does not give that has approved services only is not tested. */
    private final boolean approvedOnly = CryptoModule.current().approvedOnly();
    private final JcaBridge bridge = new JcaBridge();
    private final NonceSource nonces = new NonceSource();
    private final Hashes hashes = new Hashes();
    private final Hmac hmac = new Hmac(hashes);
    private final Cmac cmac = new Cmac(bridge);
    private final SymmetricCiphers ciphers = new SymmetricCiphers(bridge, nonces);
    private final Comparison comparison;
    private final QuantumTests quantum;

    /** Tests of this engine's algorithms. */
    public AlgorithmTests() {
        this(Comparison.EXACT);
    }

    AlgorithmTests(Comparison comparison) {
        this.comparison = comparison;
        this.quantum = new QuantumTests(comparison);
    }

    /** A symmetric cipher's answer: all fields but the mode in hexadecimal, the tag behind. */
    private record Answer(CipherAlgorithm algorithm, Mode mode, String key, String iv,
            String associated, String clear, String cipher) {}

    /**
     * SP 800-38A (F.3.17, F.4.5), the same data chained by PCBC, SP 800-38C (example 1), IEEE 1619 (vector 2), RFC
     * 8439.
     */
    private static final List<Answer> CIPHERS = List.of(
            new Answer(CipherAlgorithm.AES, Mode.CFB, "603deb1015ca71be2b73aef0857d7781"
                    + "1f352c073b6108d72d9810a30914dff4", "000102030405060708090a0b0c0d0e0f", "",
                    "6bc1bee22e409f96e93d7e117393172a", "dc7e84bfda79164b7ecd8486985d3860"),
            new Answer(CipherAlgorithm.AES, Mode.OFB, "603deb1015ca71be2b73aef0857d7781"
                    + "1f352c073b6108d72d9810a30914dff4", "000102030405060708090a0b0c0d0e0f", "",
                    "6bc1bee22e409f96e93d7e117393172a" + "ae2d8a571e03ac9c9eb76fac45af8e51",
                    "dc7e84bfda79164b7ecd8486985d3860" + "4febdc6740d20b3ac88f6ad82a4fb08d"),
            new Answer(CipherAlgorithm.AES, Mode.PCBC, "603deb1015ca71be2b73aef0857d7781"
                    + "1f352c073b6108d72d9810a30914dff4", "000102030405060708090a0b0c0d0e0f", "",
                    "6bc1bee22e409f96e93d7e117393172a" + "ae2d8a571e03ac9c9eb76fac45af8e51",
                    "f58c4c04d6e5f1ba779eabfb5f7bfbd6" + "e9b49d86e04ec7b4c4e3ddd45dec395a"),
            new Answer(CipherAlgorithm.AES, Mode.CCM, "404142434445464748494a4b4c4d4e4f",
                    "10111213141516", "0001020304050607", "20212223", "7162015b4dac255d"),
            new Answer(CipherAlgorithm.AES, Mode.XTS, "11111111111111111111111111111111"
                    + "22222222222222222222222222222222", "33333333330000000000000000000000", "",
                    "44444444444444444444444444444444" + "44444444444444444444444444444444",
                    "c454185e6a16936e39334038acef838b" + "fb186fff7480adc4289382ecd6d394f0"),
            new Answer(CipherAlgorithm.CHACHA20, Mode.NONE,
                    "00000000000000000000000000000000" + "00000000000000000000000000000000",
                    "000000000000000000000000", "", "00000000000000000000000000000000",
                    "76b8e0ada0f13d90405d6ae55386bd28"));

    /** Key pairs whose consistency is one of these tests. */
    public KeyPairs keyPairs(NonceSource source, Signatures signatures, Hashes digests) {
        return new KeyPairs(source, signatures, digests, comparison);
    }

    /** The families of which this engine's module gives something. */
    public static Set<Family> given() {
        return CryptoModule.current().approvedOnly()
                ? EnumSet.range(Family.HASH, Family.SPLIT)
                : EnumSet.allOf(Family.class);
    }

    /** Post-quantum keys of which that holds too. */
    public QuantumKeys quantumKeys(NonceSource source) {
        return new QuantumKeys(source, comparison);
    }

    /**
     * Tests a family unless this thread has.
     *
     * @throws SelfTestFailure if an answer is wrong: the engine must give no more output
     */
    public void require(Family family) {
        if (passed.contains(family)) {
            return;
        }
        boolean right;
        try {
            right = switch (family) {
                case HASH -> hashesAreRight();
                case MAC -> codesAreRight();
                case CIPHER -> ciphersAreRight();
                case KEY_PAIR -> keyPairsAreRight();
                case DERIVATION -> derivationsAreRight();
                case SPLIT -> splittingIsRight();
                case ML_KEM -> approvedOnly || quantum.kemIsRight();
                case ML_DSA -> approvedOnly || quantum.mlDsaIsRight();
                case SLH_DSA -> approvedOnly || quantum.slhDsaIsRight();
                case LMS -> approvedOnly || quantum.lmsIsRight();
            };
        } catch (EngineFault e) {
            throw SelfTestFailure.of(family.toString(), String.valueOf(e.getMessage()));
        }
        if (!right) {
            throw SelfTestFailure.of(family.toString());
        }
        passed.add(family);
    }

    private boolean hashesAreRight() throws EngineFault {
        return is(hashes.hash(HashAlgorithm.SHA_1, ABC),
                "a9993e364706816aba3e25717850c26c9cd0d89d")
                && is(hashes.hash(HashAlgorithm.SHA_256, ABC), "ba7816bf8f01cfea414140de5dae2223"
                        + "b00361a396177a9cb410ff61f20015ad")
                && is(hashes.hash(HashAlgorithm.SHA_512, ABC), "ddaf35a193617abacc417349ae204131"
                        + "12e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd"
                        + "454d4423643ce80e2a9ac94fa54ca49f")
                && is(hashes.hash(HashAlgorithm.SHA3_256, ABC), "3a985da74fe225b2045c172d6bd390bd"
                        + "855f086e3e9d525b46bfe24511431532")
                && (approvedOnly || runningHashesAreRight());
    }

    private boolean runningHashesAreRight() throws EngineFault {
        boolean right = true;
        for (HashAlgorithm hash : HashAlgorithm.values()) {
            RunningHash running = RunningHash.of(hash, null);
            running.update(ABC, 1);
            RunningHash resumed = RunningHash.of(hash, running.state());
            resumed.update(new byte[]{'b', 'c'}, 2);
            right &= comparison.same(resumed.finish(), hashes.hash(hash, ABC));
        }
        return right;
    }

    /** RFC 4231 (case 2) and RFC 4493 (example 2). */
    private boolean codesAreRight() {
        byte[] code = hmac.compute(HashAlgorithm.SHA_256,
                "Jefe".getBytes(StandardCharsets.US_ASCII),
                "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII));
        try (Arena arena = Arena.ofConfined()) {
            byte[] block = hex("6bc1bee22e409f96e93d7e117393172a");
            return is(code, "5bdcc146bf60754e6a042426089575c7"
                    + "5a003f089d2739839dec58b964ec3843")
                    && is(cmac.compute(CipherAlgorithm.AES,
                            key(arena, "2b7e151628aed2a6abf7158809cf4f3c"), block, block.length),
                            "070a16b46b4d4144f79bdd9dd04a287c")
                    && modulesCodesAreRight(arena, block);
        }
    }

    /** RFC 4231 (case 1) and the same of CMAC, where the module has codes. */
    private boolean modulesCodesAreRight(Arena arena, byte[] block) {
        try {
            byte[] code = bridge.code(HashAlgorithm.SHA_256, key(arena, "0b".repeat(20)),
                    "Hi There".getBytes(StandardCharsets.US_ASCII));
            byte[] cipherCode =
                    bridge.code(null, key(arena, "2b7e151628aed2a6abf7158809cf4f3c"), block);
            return code == null || cipherCode == null
                    || (is(code, "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
                            && is(cipherCode, "070a16b46b4d4144f79bdd9dd04a287c"));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean ciphersAreRight() throws EngineFault {
        boolean right = true;
        for (Answer answer : CIPHERS) {
            right &= (approvedOnly && !isApproved(answer))
                    || (is(run(answer, true), answer.cipher())
                            && is(run(answer, false), answer.clear()));
        }
        return right;
    }

    private static boolean isApproved(Answer answer) {
        return answer.algorithm() == CipherAlgorithm.AES && answer.mode() != Mode.PCBC;
    }

    private byte[] run(Answer answer, boolean encrypts) throws EngineFault {
        byte[] data = hex(encrypts ? answer.clear() : answer.cipher());
        byte[] room = Arrays.copyOf(data, SymmetricCiphers.roomFor(data.length));
        byte[] output = new byte[room.length];
        int tag = (answer.cipher().length() - answer.clear().length()) / 2;
        CipherSpec spec = new CipherSpec(answer.mode(), Padding.NONE, tag, false);
        try (Arena arena = Arena.ofConfined()) {
            KeyView key = key(arena, answer.key());
            var input = new SymmetricCiphers.Input(hex(answer.iv()),
                    answer.associated().isEmpty() ? null : hex(answer.associated()), room,
                    data.length);
            int count = encrypts ? ciphers.encrypt(answer.algorithm(), spec, key, input, output)
                    : ciphers.decrypt(answer.algorithm(), spec, key, input, output);
            return Arrays.copyOf(output, count);
        }
    }

    private boolean keyPairsAreRight() throws EngineFault {
        Signatures signatures = new Signatures(new Rsa(hashes, nonces));
        byte[] digest = hashes.hash(HashAlgorithm.SHA_256, ABC);
        AsymmetricKey rsa = privateKey(PKCS1, RsaKnownAnswer.KEY);
        return is(signatures.sign(rsa, new SignatureSpec(SignatureSpec.Padding.PKCS1_V1_5,
                HashAlgorithm.SHA_256), digest), RsaKnownAnswer.SIGNATURE)
                && curvesAreRight(signatures);
    }

    private static AsymmetricKey privateKey(int format, String text) throws EngineFault {
        try (Arena arena = Arena.ofConfined()) {
            return AsymmetricKey.ofPrivate(format, key(arena, text));
        }
    }

    private static AsymmetricKey publicKey(String text) throws EngineFault {
        try (Arena arena = Arena.ofConfined()) {
            return AsymmetricKey.ofPublic(X509, key(arena, text));
        }
    }

    /** RFC 8032 (7.1, test 1) and those of the others. */
    private boolean curvesAreRight(Signatures signatures) throws EngineFault {
        AsymmetricKey edwards = privateKey(PKCS8, "302e020100300506032b657004220420"
                + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        return ecdsaIsRight(signatures)
                && is(signatures.sign(edwards,
                        new SignatureSpec(SignatureSpec.Padding.NONE, null), new byte[0]),
                        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe246551"
                                + "41438e7a100b")
                && (approvedOnly || agreementIsRight());
    }

    /** RFC 6979 (A.2.5, "sample"), of which a module with random nonces can only verify. */
    private boolean ecdsaIsRight(Signatures signatures) throws EngineFault {
        SignatureSpec ecdsa = new SignatureSpec(SignatureSpec.Padding.NONE, HashAlgorithm.SHA_256);
        byte[] sample = hashes.hash(HashAlgorithm.SHA_256,
                "sample".getBytes(StandardCharsets.US_ASCII));
        String signature = "3046022100efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84e"
                + "af3716022100f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8";
        AsymmetricKey mine = privateKey(EC_PRIVATE_KEY, "30310201010420"
                + "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721"
                + "a00a06082a8648ce3d030107");
        AsymmetricKey theirs = publicKey("3059301306072a8648ce3d020106082a8648ce3d03010703420004"
                + "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
                + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
        byte[] own = signatures.sign(mine, ecdsa, sample);
        return comparison.holds(signatures.verify(theirs, ecdsa, sample, hex(signature)))
                && (approvedOnly
                        ? comparison.holds(signatures.verify(theirs, ecdsa, sample, own))
                        : is(own, signature));
    }

    /** RFC 7748 (5.2). */
    private boolean agreementIsRight() throws EngineFault {
        AsymmetricKey mine = privateKey(PKCS8, "302e020100300506032b656e04220420"
                + "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4");
        AsymmetricKey theirs = publicKey("302a300506032b656e032100"
                + "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c");
        return is(KeyAgreement.agree(mine, theirs),
                "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552");
    }

    /** RFC 5869 (A.1), RFC 6070 (4096 rounds). */
    private boolean derivationsAreRight() throws EngineFault {
        Derivation derivation = new Derivation(hashes, hmac, cmac);
        byte[] ikm = hex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b");
        byte[] password = "password".getBytes(StandardCharsets.US_ASCII);
        try (Arena arena = Arena.ofConfined()) {
            KeyView unused = key(arena, "00");
            return is(derivation.derive(new DerivationSpec(Method.HKDF, HashAlgorithm.SHA_256),
                    new Derivation.Input(unused, ikm, null, hex("f0f1f2f3f4f5f6f7f8f9"),
                            hex("000102030405060708090a0b0c"), null),
                    42),
                    "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
                            + "34007208d5b887185865")
                    && is(derivation.derive(new DerivationSpec(Method.PBKDF2, HashAlgorithm.SHA_1,
                            null, 4096),
                            new Derivation.Input(unused, password, null, new byte[0],
                                    "salt".getBytes(StandardCharsets.US_ASCII), null),
                            20),
                            "4b007901b765489abead49d926f721d065a429c1");
        }
    }

    private boolean splittingIsRight() throws EngineFault {
        KeySplit split = new KeySplit(nonces);
        boolean right = true;
        for (SplitSpec.Method method : List.of(SplitSpec.Method.GF_2_8,
                SplitSpec.Method.GF_2_16)) {
            SplitSpec spec = new SplitSpec(method, 3, 2);
            byte[] secret = hex("00112233445566778899aabbccddeeff");
            byte[][] parts = split.split(spec, secret);
            right &= comparison.same(split.join(spec, List.of(
                    new KeySplit.Share(3, parts[2]), new KeySplit.Share(1, parts[0]))), secret);
        }
        return right;
    }

    private boolean is(byte[] value, String expected) {
        return comparison.same(value, hex(expected));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static KeyView key(Arena arena, String text) {
        return new KeyView(arena.allocateFrom(ValueLayout.JAVA_BYTE, hex(text)));
    }
}
