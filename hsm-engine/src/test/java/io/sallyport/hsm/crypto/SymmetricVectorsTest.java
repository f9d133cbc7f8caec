package io.sallyport.hsm.crypto;

import static io.sallyport.hsm.crypto.Wycheproof.bytes;
import static io.sallyport.hsm.crypto.Wycheproof.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Arrays;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.HashAlgorithm;

/** Published vectors for ciphers, codes and derivation with symmetric keys. */
class SymmetricVectorsTest {
    private final JcaBridge bridge = new JcaBridge();
    private final SymmetricCiphers ciphers = new SymmetricCiphers(bridge, new NonceSource());
    private final Hashes hashes = new Hashes();
    private final Hmac hmac = new Hmac(hashes);
    private final Cmac cmac = new Cmac(bridge);
    private final Derivation derivation = new Derivation(hashes, hmac, cmac);

    private byte[] run(boolean encrypts, CipherAlgorithm algorithm, CipherSpec spec, String test,
            byte[] iv, byte[] data) throws EngineFault {
        byte[] room = Arrays.copyOf(data, SymmetricCiphers.roomFor(data.length));
        byte[] output = new byte[room.length];
        byte[] associated = test.contains("\"aad\"") ? bytes(test, "aad") : null;
        try (Arena arena = Arena.ofConfined()) {
            KeyView key = Wycheproof.key(arena, bytes(test, "key"));
            var input = new SymmetricCiphers.Input(iv, associated, room, data.length);
            int length = encrypts ? ciphers.encrypt(algorithm, spec, key, input, output)
                    : ciphers.decrypt(algorithm, spec, key, input, output);
            return Arrays.copyOf(output, length);
        }
    }

    private boolean aead(CipherAlgorithm algorithm, Mode mode, String test) throws EngineFault {
        byte[] tag = bytes(test, "tag");
        byte[] sealed = join(bytes(test, "ct"), tag);
        CipherSpec spec = new CipherSpec(mode, Padding.NONE, tag.length, false);
        byte[] clear = run(false, algorithm, spec, test, bytes(test, "iv"), sealed);
        return Arrays.equals(clear, bytes(test, "msg")) && Arrays.equals(sealed,
                run(true, algorithm, spec, test, bytes(test, "iv"), clear));
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(EngineFault.class,
                fault -> assertThat(fault.reason()).isEqualTo(Reason.INVALID_PARAMETERS));
    }

    @Test
    void ccm() throws IOException {
        assertThat(Wycheproof.run("aes_ccm_test",
                (group, test) -> aead(CipherAlgorithm.AES, Mode.CCM, test))).isEqualTo(552);
    }

    @Test
    void chaCha20Poly1305() throws IOException {
        assertThat(Wycheproof.run("chacha20_poly1305_test",
                (group, test) -> aead(CipherAlgorithm.CHACHA20_POLY1305, Mode.NONE, test)))
                .isEqualTo(325);
    }

    @Test
    void xts() throws IOException {
        CipherSpec spec = new CipherSpec(Mode.XTS, Padding.NONE, 0, false);
        assertThat(Wycheproof.run("aes_xts_test", (group, test) -> {
            if (bytes(test, "key").length == 48) {
                // SP 800-38E knows no XTS with AES-192, nor does the engine.
                assertRefused(() -> run(true, CipherAlgorithm.AES, spec, test, new byte[16],
                        bytes(test, "msg")));
                return true;
            }
            byte[] iv = Arrays.copyOf(bytes(test, "iv"), 16);
            byte[] clear = run(false, CipherAlgorithm.AES, spec, test, iv, bytes(test, "ct"));
            return Arrays.equals(clear, bytes(test, "msg"))
                    && Arrays.equals(bytes(test, "ct"),
                            run(true, CipherAlgorithm.AES, spec, test, iv, clear));
        })).isEqualTo(123);
    }

    @ParameterizedTest
    @CsvSource({"hmac_sha1_test, SHA_1, 170", "hmac_sha224_test, SHA_224, 172",
            "hmac_sha256_test, SHA_256, 174", "hmac_sha384_test, SHA_384, 174",
            "hmac_sha512_test, SHA_512, 174", "hmac_sha512_224_test, SHA_512_224, 173",
            "hmac_sha512_256_test, SHA_512_256, 175", "hmac_sha3_256_test, SHA3_256, 174",
            "hmac_sha3_384_test, SHA3_384, 174", "hmac_sha3_512_test, SHA3_512, 174"})
    void hmac(String name, HashAlgorithm hash, int count) throws IOException {
        assertThat(Wycheproof.run(name, (group, test) -> {
            byte[] key = bytes(test, "key");
            byte[] data = bytes(test, "msg");
            byte[] code = hmac.compute(hash, key, data);
            RunningHash running = hmac.begin(hash, key);
            running.update(data, data.length / 2);
            RunningHash resumed = RunningHash.of(hash, running.state());
            resumed.update(Arrays.copyOfRange(data, data.length / 2, data.length),
                    data.length - data.length / 2);
            assertThat(hmac.finish(hash, key, resumed.finish())).isEqualTo(code);
            byte[] tag = bytes(test, "tag");
            return Arrays.equals(tag, Arrays.copyOf(code, tag.length));
        })).isEqualTo(count);
    }

    @Test
    void cmac() throws IOException {
        assertThat(Wycheproof.run("aes_cmac_test", (group, test) -> {
            byte[] data = bytes(test, "msg");
            byte[] tag = bytes(test, "tag");
            byte[] key = bytes(test, "key");
            CipherAlgorithm algorithm = CipherAlgorithm.of(3, key.length);
            try (Arena arena = Arena.ofConfined()) {
                KeyView view = Wycheproof.key(arena, key);
                byte[] code = cmac.compute(algorithm, view, data, data.length);
                byte[] state = CmacState.begin(algorithm);
                for (int done = 0; done < data.length; done += 5) {
                    state = new CmacState(cmac, algorithm, view, state).update(
                            Arrays.copyOfRange(data, done, Math.min(done + 5, data.length)));
                }
                assertThat(new CmacState(cmac, algorithm, view, state).finish(new byte[0]))
                        .isEqualTo(code);
                return Arrays.equals(tag, Arrays.copyOf(code, tag.length));
            }
        })).isEqualTo(311);
    }

    private byte[] derive(DerivationSpec spec, byte[] key, byte[] data, byte[] salt, int length)
            throws EngineFault {
        try (Arena arena = Arena.ofConfined()) {
            KeyView view = Wycheproof.key(arena, key.length == 0 ? new byte[1] : key);
            return derivation.derive(spec,
                    new Derivation.Input(view, key, null, data, salt, null), length);
        }
    }

    @ParameterizedTest
    @CsvSource({"hkdf_sha1_test, SHA_1, 87", "hkdf_sha256_test, SHA_256, 86",
            "hkdf_sha384_test, SHA_384, 83", "hkdf_sha512_test, SHA_512, 83"})
    void hkdf(String name, HashAlgorithm hash, int count) throws IOException {
        assertThat(Wycheproof.run(name, (group, test) -> Arrays.equals(bytes(test, "okm"),
                derive(new DerivationSpec(Method.HKDF, hash), bytes(test, "ikm"),
                        bytes(test, "info"), bytes(test, "salt"), number(test, "size")))))
                .isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"pbkdf2_hmacsha1_test, SHA_1, 64", "pbkdf2_hmacsha256_test, SHA_256, 60",
            "pbkdf2_hmacsha512_test, SHA_512, 58"})
    void pbkdf2(String name, HashAlgorithm hash, int count) throws IOException {
        assertThat(Wycheproof.run(name, (group, test) -> {
            DerivationSpec spec = new DerivationSpec(Method.PBKDF2, hash, null,
                    number(test, "iterationCount"));
            int length = number(test, "dkLen");
            if (spec.iterations() > 2_000_000) {
                assertRefused(() -> derive(spec, bytes(test, "password"), new byte[0],
                        bytes(test, "salt"), length));
                return true;
            }
            return Arrays.equals(bytes(test, "dk"), derive(spec, bytes(test, "password"),
                    new byte[0], bytes(test, "salt"), length));
        })).isEqualTo(count);
    }
}
