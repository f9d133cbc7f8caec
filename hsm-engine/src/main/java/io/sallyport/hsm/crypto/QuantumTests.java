package io.sallyport.hsm.crypto;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.crypto.QuantumModule.Pair;

/**
 * Known answers of the post-quantum algorithms. Seeds and keys are NIST's and Wycheproof's; what is
 * long is written down as its SHA-256. Immutable.
 */
final class QuantumTests {
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HELLO = "Hello world".getBytes(StandardCharsets.US_ASCII);
    private static final int RANDOM_BYTES = 32;

    /**
     * ACVP, ML-KEM-keyGen, the first case of each set; ciphertexts and secrets with the randomness
     * 00 01 02 ... 1f, on which the JDK and Bouncy Castle agree.
     *
     * @param keys of {@code ek || dk}
     * @param secret of {@code c || K}
     * @param rejected the secret of that ciphertext with its first bit changed
     */
    private record KemAnswer(Algorithm algorithm, String seed, String keys, String secret,
            String rejected) {}

    private static final List<KemAnswer> KEMS = List.of(
            new KemAnswer(Algorithm.ML_KEM_512,
                    "47b893474672ba92e4b12ee44fb32953af8e8503b5fb471d1614fb8a021a660a"
                            + "1f8cb39e9e30bc458a0dc5408884b1187fb217018df760fa57317703b844a0a9",
                    "4b4ee14e43c1bfcb0eb997bffa8adb17c86f0a148d1fe9b4a85dfbadeebc2887",
                    "b109a95eec5c51d073d10fb041692d94951b05f5fa867115b94011da95675083",
                    "e68362ce464c9e8e30d98b313e21a34fce1599acc4901790d56e3f699d2e150d"),
            new KemAnswer(Algorithm.ML_KEM_768,
                    "e582b7d75e6c80b05ae392a1fc9f7153b12390fd99930368cc67a768baebc8a0"
                            + "1cdacb8740c0b87c4a379575f187b367cbfa3b300bf591b109f79816e9cbe8f0",
                    "3b6db5cf5cd380fe8518d6c2d3bc311356dfd303038b587d12aaa42922f8d5b2",
                    "4b4d52eb33925b2927b6dd046d978f5d08496542614656b0724d53d46b97931a",
                    "473e042eeea972c4e40d503f44ae717bf651ad3963aca4495450f14481885589"),
            new KemAnswer(Algorithm.ML_KEM_1024,
                    "f3a706faf090c03db506863ab0b20bd8a1627956318e88c67eb875e8e7266009"
                            + "35d2bc43dd1cc879f765bf2a0c5e297889dde910e57e2bb0eae417b90ab7a275",
                    "5f61a6cf680b759e7f471178ec90a797a2d2967df338b83ae7cf9677eb0ee96e",
                    "1ab6162c11782a3e2270813f0e971d5053ccc9acf6da3ade909a5ca80f644d84",
                    "a793fd612bbd69799b1d405f368aa21132df07f794d16cf65b0bda549eddea21"));

    /** Of a public key and of a signature that was made of fixed randomness. */
    private record SignatureAnswer(Algorithm algorithm, String seed, String key,
            String signature) {}

    /** Wycheproof, mldsa_*_sign_seed_test, case 1: "Hello world", with zeros for randomness. */
    private static final List<SignatureAnswer> ML_DSAS = List.of(
            new SignatureAnswer(Algorithm.ML_DSA_44, "2a".repeat(RANDOM_BYTES),
                    "d87f8ca136ac1aa55e2d6c4521680efb3a378cbb9bc0bfb446e9c60893931ea3",
                    "8cd6fc03daa72e87210a4e721523e84c14f27733789075e65736744d4787fdd5"),
            new SignatureAnswer(Algorithm.ML_DSA_65, "2a".repeat(RANDOM_BYTES),
                    "b7acce2ddb11f8cc1aa46e2bafac6eacfa2b732ef192bd636ad8d3a56d649c66",
                    "39fbbb0d97a52c79844213b325af823a7f16a174e00a5b3daeb3e6e6d1c89681"),
            new SignatureAnswer(Algorithm.ML_DSA_87, "2a".repeat(RANDOM_BYTES),
                    "d43128fa8a8c785c1d44c9e7db538dbf9dd88fe6c8ad911a344bcec1017c6d54",
                    "1ad45bd0419e694375bd38ec11d8e0c228ab9ffac2fce4adbe6218d9c949e293"));

    /**
     * ACVP, SLH-DSA-keyGen, the first case of three sets that use all the hashes there are; the
     * signatures of "abc", with 00 01 02 ... for randomness, are Bouncy Castle's own.
     */
    private static final List<SignatureAnswer> SLH_DSAS = List.of(
            new SignatureAnswer(Algorithm.SLH_DSA_SHA2_128F,
                    "c42bcb3b5a6f331f5cce899253c6d9e2" + "9ff2b7ead7a04bab1794db8cc659c3b4"
                            + "a868f1bd5debc12d4c9fad66aabd0a94",
                    "f588f376e9f44d86021b382d7fa07ebf01fa9d2dcfa4377d0b36493ff027716e",
                    "1994d25f0b67da759809f60c2de94ca3d879fe1101a9899b835d14322aa9bf00"),
            new SignatureAnswer(Algorithm.SLH_DSA_SHAKE_128F,
                    "3956ab391b4d22fc907af0740326d061" + "ab0eb206436f2b86ebe086d77739b3e4"
                            + "56505c229f4e7fa6b201714c7dcc9da3",
                    "5107ab7cd0834360d91f144e2447c1774f4290099a127e83a2ffd01b4788aff5",
                    "52bb2dea4f8bcefaabba6c59d218eebbefabefd6f7082dd3ad6c39eddfeef3b7"),
            new SignatureAnswer(Algorithm.SLH_DSA_SHA2_192F,
                    "a021b4b9d6dee168722bc10225e50a946642af630c3c7c7d"
                            + "69e3a40ba09df2ac165b792a07f064ac5fc28d8c99a580f4"
                            + "ee4823d09e79854706daa80ae3179b5bc8c2e9409d6328a3",
                    "aa4c793154ef9545179d3a5186279961765b13baea9b465a1321bc3447fb7c8d",
                    "911ee57465a7f629d012b558b522f8a2f9aacb3cc74fe9b83f2d9ff12df1477f"));

    private final Comparison comparison;

    QuantumTests(Comparison comparison) {
        this.comparison = comparison;
    }

    boolean kemIsRight() throws EngineFault {
        boolean right = true;
        for (KemAnswer answer : KEMS) {
            Algorithm algorithm = answer.algorithm();
            Pair pair = JcaBridgeKem.pair(algorithm, hex(answer.seed()));
            JcaBridgeKem.Encapsulated made = JcaBridgeKem.encapsulate(algorithm,
                    pair.publicKey(), counted(RANDOM_BYTES));
            byte[] changed = made.ciphertext().clone();
            changed[0] ^= 1;
            right &= is(answer.keys(), pair.publicKey(), pair.privateKey())
                    && is(answer.secret(), made.ciphertext(), made.secret())
                    && comparison.same(JcaBridgeKem.decapsulate(algorithm, pair.privateKey(),
                            made.ciphertext()), made.secret())
                    && comparison.same(
                            JcaBridgeKem.decapsulate(algorithm, pair.privateKey(), changed),
                            hex(answer.rejected()));
        }
        return right;
    }

    boolean mlDsaIsRight() throws EngineFault {
        boolean right = true;
        for (SignatureAnswer answer : ML_DSAS) {
            Algorithm algorithm = answer.algorithm();
            Pair pair = MlDsa.pair(algorithm, hex(answer.seed()));
            byte[] signature = MlDsa.sign(algorithm, pair.privateKey(), HELLO,
                    new SeededRandom(new byte[RANDOM_BYTES]));
            right &= is(answer.key(), pair.publicKey()) && is(answer.signature(), signature)
                    && comparison.holds(
                            MlDsa.verify(algorithm, pair.publicKey(), HELLO, signature))
                    && comparison.holds(
                            !MlDsa.verify(algorithm, pair.publicKey(), ABC, signature));
        }
        return right;
    }

    boolean slhDsaIsRight() throws EngineFault {
        boolean right = true;
        for (SignatureAnswer answer : SLH_DSAS) {
            Algorithm algorithm = answer.algorithm();
            byte[] seeds = hex(answer.seed());
            Pair pair = SlhDsa.pair(algorithm, seeds);
            byte[] signature = SlhDsa.sign(algorithm, pair.privateKey(), ABC,
                    counted(pair.publicKey().length / 2));
            right &= is(answer.key(), pair.publicKey()) && is(answer.signature(), signature)
                    && comparison.holds(
                            SlhDsa.verify(algorithm, pair.publicKey(), ABC, signature))
                    && comparison.holds(
                            !SlhDsa.verify(algorithm, pair.publicKey(), HELLO, signature));
        }
        return right;
    }

    boolean lmsIsRight() throws EngineFault {
        byte[] key = hex(LmsKnownAnswer.KEY);
        byte[] signature = hex(LmsKnownAnswer.SIGNATURE);
        return comparison.holds(
                Lms.verify(QuantumEncoding.RAW, key, hex(LmsKnownAnswer.DATA), signature))
                && comparison.holds(!Lms.verify(QuantumEncoding.RAW, key, ABC, signature));
    }

    private boolean is(String expected, byte[]... parts) {
        return comparison.same(new Hashes().hash(HashAlgorithm.SHA_256, parts), hex(expected));
    }

    private static SeededRandom counted(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return new SeededRandom(bytes);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
