package io.sallyport.hsm.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.policy.ApprovedServices;

/** Triple DES through the engine's modes: SP 800-67 B.1, and what OpenSSL answers for the rest. */
class TripleDesTest {
    private static final String KEY = "0123456789abcdef23456789abcdef01456789abcdef0123";
    private static final byte[] CLEAR = HexFormat.of()
            .parseHex("54686520717566636b2062726f776e20666f78206a756d70");
    private static final byte[] IV = HexFormat.of().parseHex("f69f2445df4f9b17");

    private final SymmetricCiphers modes = new SymmetricCiphers(new JcaBridge(), new NonceSource());

    @ParameterizedTest
    @CsvSource({"ECB, 24, a826fd8ce53b855fcce21c8112256fe668d5c05dd9b6b900",
            "CBC, 24, a5c282bad0de3774becd2e04386b589fb5057d8552fc4336",
            "ECB, 16, c44862f70cf2fbdc9077d0909fa91b884cabd61fc58e0cbb",
            "CBC, 16, acd5699dd6060a430dedd74525b7870297202cf5ed176718"})
    void knownAnswers(Mode mode, int keyBytes, String cipher) throws EngineFault {
        CipherSpec spec = new CipherSpec(mode, Padding.NONE, 0, false);
        byte[] sealed = HexFormat.of().parseHex(cipher);
        assertThat(run(true, spec, keyBytes, CLEAR)).isEqualTo(sealed);
        assertThat(run(false, spec, keyBytes, sealed)).isEqualTo(CLEAR);
    }

    @Test
    void paddingIsAddedAndTaken() throws EngineFault {
        CipherSpec spec = new CipherSpec(Mode.CBC, Padding.PKCS5, 0, false);
        byte[] sealed = run(true, spec, 24, CLEAR);
        assertThat(sealed).hasSize(32).startsWith(
                HexFormat.of().parseHex("a5c282bad0de3774becd2e04386b589fb5057d8552fc4336"));
        assertThat(run(false, spec, 24, sealed)).isEqualTo(CLEAR);
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"CTR", "GCM"})
    void otherModesAreNotServed(Mode mode) {
        CipherSpec spec = new CipherSpec(mode, Padding.NONE, mode == Mode.GCM ? 16 : 0, false);
        assertThatThrownBy(() -> run(true, spec, 24, CLEAR)).isInstanceOfSatisfying(
                EngineFault.class,
                fault -> assertThat(fault.reason()).isEqualTo(Reason.UNSUPPORTED));
    }

    @Test
    void itIsNoApprovedService() {
        CipherSpec spec = new CipherSpec(Mode.CBC, Padding.PKCS5, 0, true);
        assertThat(ApprovedServices.encryption(CipherAlgorithm.DES3.code(), spec)).isFalse();
        assertThat(ApprovedServices.decryption(CipherAlgorithm.DES3.code(), spec)).isFalse();
    }

    private byte[] run(boolean encrypt, CipherSpec spec, int keyBytes, byte[] data)
            throws EngineFault {
        byte @Nullable [] iv = spec.mode() == Mode.ECB ? null : IV;
        byte[] room = Arrays.copyOf(data, SymmetricCiphers.roomFor(data.length));
        byte[] output = new byte[room.length + 16];
        SymmetricCiphers.Input input = new SymmetricCiphers.Input(iv, null, room, data.length);
        try (Arena arena = Arena.ofConfined()) {
            KeyView key = new KeyView(arena.allocateFrom(ValueLayout.JAVA_BYTE,
                    Arrays.copyOf(HexFormat.of().parseHex(KEY), keyBytes)));
            int length = encrypt ? modes.encrypt(CipherAlgorithm.DES3, spec, key, input, output)
                    : modes.decrypt(CipherAlgorithm.DES3, spec, key, input, output);
            return Arrays.copyOf(output, length);
        }
    }
}
