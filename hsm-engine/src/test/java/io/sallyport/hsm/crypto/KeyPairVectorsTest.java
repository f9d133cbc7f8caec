package io.sallyport.hsm.crypto;

import static io.sallyport.hsm.crypto.Wycheproof.bytes;
import static io.sallyport.hsm.crypto.Wycheproof.hash;
import static io.sallyport.hsm.crypto.Wycheproof.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Arrays;

import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.params.X448PrivateKeyParameters;
import org.bouncycastle.crypto.params.X448PublicKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.command.SignatureSpec.Padding;

/** Published vectors for RSA, ECDSA, EdDSA and agreement. */
class KeyPairVectorsTest {
    private static final int PKCS8 = 4;
    private static final int X509 = 5;
    private final Hashes hashes = new Hashes();
    private final Rsa rsa = new Rsa(hashes, new NonceSource());
    private final Signatures signatures = new Signatures(rsa);

    private boolean verify(SignatureSpec spec, String group, String test) throws EngineFault {
        try (Arena arena = Arena.ofConfined()) {
            AsymmetricKey key = AsymmetricKey.ofPublic(X509,
                    Wycheproof.key(arena, bytes(group, "publicKeyDer")));
            byte[] data = bytes(test, "msg");
            byte[] input = Signatures.signsData(key) ? data
                    : hashes.hash(Signatures.hash(spec), data);
            return signatures.verify(key, spec, input, bytes(test, "sig"));
        }
    }

    @ParameterizedTest
    @CsvSource({"ecdsa_secp256r1_sha256_test, 484", "ecdsa_secp256r1_sha512_test, 554",
            "ecdsa_secp384r1_sha384_test, 504", "ecdsa_secp521r1_sha512_test, 542",
            "ecdsa_secp256k1_sha256_test, 476"})
    void ecdsa(String name, int count) throws IOException {
        assertThat(Wycheproof.run(name, (group, test) -> verify(
                new SignatureSpec(Padding.NONE, hash(group, "sha")), group, test)))
                .isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"ed25519_test, 151", "ed448_test, 87"})
    void edwards(String name, int count) throws IOException {
        assertThat(Wycheproof.run(name, (group, test) -> verify(
                new SignatureSpec(Padding.NONE, null), group, test))).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"rsa_signature_2048_sha256_test, 259", "rsa_signature_2048_sha3_384_test, 258",
            "rsa_signature_3072_sha384_test, 259", "rsa_signature_4096_sha512_test, 259"})
    void rsaPkcs1(String name, int count) throws IOException {
        assertThat(Wycheproof.run(name, (group, test) -> verify(
                new SignatureSpec(Padding.PKCS1_V1_5, hash(group, "sha")), group, test)))
                .isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"rsa_pss_2048_sha1_mgf1_20_test, 88", "rsa_pss_2048_sha256_mgf1_0_test, 103",
            "rsa_pss_2048_sha256_mgf1_32_test, 108", "rsa_pss_2048_sha256_mgf1sha1_20_test, 108",
            "rsa_pss_2048_sha512_224_mgf1_28_test, 100", "rsa_pss_3072_sha256_mgf1_32_test, 108",
            "rsa_pss_4096_sha512_mgf1_64_test, 179", "rsa_pss_misc_test, 150"})
    void rsaPss(String name, int count) throws IOException {
        assertThat(Wycheproof.run(name, (group, test) -> verify(
                SignatureSpec.pss(hash(group, "sha"), hash(group, "mgfSha"),
                        number(group, "sLen")),
                group, test))).isEqualTo(count);
    }

    private boolean decrypt(CipherSpec spec, String group, String test, byte[] label)
            throws EngineFault {
        try (Arena arena = Arena.ofConfined()) {
            AsymmetricKey key = AsymmetricKey.ofPrivate(PKCS8,
                    Wycheproof.key(arena, bytes(group, "privateKeyPkcs8")));
            byte[] output = new byte[1024];
            int length = rsa.decrypt(key, spec, label, bytes(test, "ct"), output);
            return Arrays.equals(bytes(test, "msg"), Arrays.copyOf(output, length));
        }
    }

    @ParameterizedTest
    @CsvSource({"rsa_oaep_2048_sha1_mgf1sha1_test, 36", "rsa_oaep_2048_sha256_mgf1sha1_test, 31",
            "rsa_oaep_2048_sha256_mgf1sha256_test, 37",
            "rsa_oaep_2048_sha512_224_mgf1sha512_224_test, 35",
            "rsa_oaep_3072_sha512_256_mgf1sha1_test, 31",
            "rsa_oaep_4096_sha512_mgf1sha512_test, 36", "rsa_oaep_misc_test, 395"})
    void oaep(String name, int count) throws IOException {
        assertThat(Wycheproof.run(name, (group, test) -> decrypt(
                CipherSpec.oaep(hash(group, "sha"), hash(group, "mgfSha")), group, test,
                bytes(test, "label")))).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"rsa_pkcs1_2048_test, 67", "rsa_pkcs1_3072_test, 67"})
    void pkcs1Decryption(String name, int count) throws IOException {
        CipherSpec spec = new CipherSpec(Mode.NONE, CipherSpec.Padding.PKCS1_V1_5, 0, false);
        assertThat(Wycheproof.run(name,
                (group, test) -> decrypt(spec, group, test, new byte[0]))).isEqualTo(count);
    }

    @Test
    void x25519() throws IOException {
        assertThat(Wycheproof.run("x25519_test", (group, test) -> Arrays.equals(
                bytes(test, "shared"),
                KeyAgreement.agree(
                        new AsymmetricKey(
                                new X25519PrivateKeyParameters(bytes(test, "private"))),
                        new AsymmetricKey(
                                new X25519PublicKeyParameters(bytes(test, "public")))))))
                .isEqualTo(518);
    }

    @Test
    void x448() throws IOException {
        assertThat(Wycheproof.run("x448_test", (group, test) -> {
            byte[] point = bytes(test, "public");
            return point.length == X448PublicKeyParameters.KEY_SIZE && Arrays.equals(
                    bytes(test, "shared"),
                    KeyAgreement.agree(
                            new AsymmetricKey(
                                    new X448PrivateKeyParameters(bytes(test, "private"))),
                            new AsymmetricKey(new X448PublicKeyParameters(point))));
        })).isEqualTo(510);
    }

    @Test
    void everyGeneratedPairSignsAndCanBeRead() throws EngineFault {
        KeyPairs pairs = new KeyPairs(new NonceSource(), signatures, hashes);
        SignatureSpec spec = new SignatureSpec(Padding.NONE, HashAlgorithm.SHA_384);
        byte[] digest = hashes.hash(HashAlgorithm.SHA_384, new byte[7]);
        int[][] kinds = {{6, 192, 0}, {6, 224, 0}, {0x1a, 256, 7}, {0x1a, 384, 0xa},
                {0x1a, 521, 0xd}, {6, 256, 0x19}, {6, 256, 0x3d}, {0x37, 256, 0}, {0x38, 456, 0}};
        for (int[] kind : kinds) {
            KeyPairs.Encoded pair = pairs.generate(kind[0], kind[1], kind[2], PKCS8, X509);
            try (Arena arena = Arena.ofConfined()) {
                AsymmetricKey mine = AsymmetricKey.ofPrivate(PKCS8,
                        Wycheproof.key(arena, pair.privateKey()));
                AsymmetricKey theirs = AsymmetricKey.ofPublic(X509,
                        Wycheproof.key(arena, pair.publicKey()));
                assertThat(mine.bits()).isEqualTo(kind[1]);
                byte[] signature = signatures.sign(mine, spec, digest);
                assertThat(signatures.verify(theirs, spec, digest, signature)).isTrue();
                digest[0] ^= 1;
                assertThat(signatures.verify(theirs, spec, digest, signature)).isFalse();
            }
        }
    }
}
