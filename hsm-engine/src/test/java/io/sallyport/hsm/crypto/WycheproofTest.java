package io.sallyport.hsm.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineFault;

class WycheproofTest {
    private static final Pattern CASE = Pattern.compile("\\{[^{}]*\"tcId\"[^{}]*\\}");
    private final JcaBridge bridge = new JcaBridge();

    private interface Opening {
        byte[] open(KeyView key, String json) throws EngineFault;
    }

    @Test
    void gcm() throws IOException {
        SymmetricCiphers modes = new SymmetricCiphers(bridge, new NonceSource());
        assertThat(run("aes_gcm_test", (key, json) -> {
            byte[] sealed = bytes(json, "ct", "tag");
            byte[] out = new byte[sealed.length + 16];
            CipherSpec spec = new CipherSpec(Mode.GCM, Padding.NONE,
                    bytes(json, "tag").length, false);
            int length = modes.decrypt(CipherAlgorithm.AES, spec, key, new SymmetricCiphers.Input(
                    bytes(json, "iv"), bytes(json, "aad"), sealed, sealed.length), out);
            return Arrays.copyOf(out, length);
        })).isEqualTo(316);
    }

    @Test
    void cbc() throws IOException {
        SymmetricCiphers modes = new SymmetricCiphers(bridge, new NonceSource());
        CipherSpec spec = new CipherSpec(Mode.CBC, Padding.PKCS5, 0, false);
        assertThat(run("aes_cbc_pkcs5_test", (key, json) -> {
            byte[] sealed = bytes(json, "ct");
            byte[] out = new byte[sealed.length + 16];
            int length = modes.decrypt(CipherAlgorithm.AES, spec, key,
                    new SymmetricCiphers.Input(bytes(json, "iv"), null, sealed, sealed.length),
                    out);
            return Arrays.copyOf(out, length);
        })).isEqualTo(216);
    }

    @Test
    void keyWrap() throws IOException {
        assertThat(run("aes_wrap_test", unwrap(false))).isEqualTo(165);
        assertThat(run("aes_kwp_test", unwrap(true))).isEqualTo(254);
    }

    private Opening unwrap(boolean padded) {
        KeyWrap wrap = new KeyWrap(bridge);
        return (key, json) -> {
            byte[] sealed = bytes(json, "ct");
            byte[] out = new byte[sealed.length + 16];
            return Arrays.copyOf(out, wrap.unwrap(padded, key, sealed, sealed.length, out));
        };
    }

    /** Runs every case of a file; a case marked acceptable may go either way. */
    private static int run(String name, Opening opening) throws IOException {
        Path file = Path.of(System.getProperty("sallyport.shared", ""),
                "vectors/wycheproof/testvectors_v1", name + ".json.gz");
        if (!Files.exists(file)) {
            Assumptions.abort("skipped: no vectors");
        }
        int count = 0;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                Arena arena = Arena.ofConfined()) {
            Matcher cases = CASE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (cases.find()) {
                String json = cases.group();
                KeyView key = new KeyView(
                        arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes(json, "key")));
                boolean opened;
                try {
                    opened = Arrays.equals(opening.open(key, json), bytes(json, "msg"));
                } catch (EngineFault e) {
                    opened = false;
                }
                String result = text(json, "result");
                if (!result.equals("acceptable")) {
                    assertThat(opened).as(json).isEqualTo(result.equals("valid"));
                }
                count++;
            }
        }
        return count;
    }

    private static byte[] bytes(String json, String... names) {
        StringBuilder hex = new StringBuilder();
        for (String name : names) {
            hex.append(text(json, name));
        }
        return HexFormat.of().parseHex(hex);
    }

    private static String text(String json, String name) {
        Matcher field = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        assertThat(field.find()).isTrue();
        return field.group(1);
    }
}
