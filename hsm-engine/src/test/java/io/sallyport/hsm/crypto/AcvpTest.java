package io.sallyport.hsm.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.HashAlgorithm;

/**
 * Sample vector sets of NIST's validation program. Applicable are: for GCM, the tag lengths that
 * the engine serves; for KW and KWP, wrapping with the cipher function (the inverse is not served).
 */
class AcvpTest {
    /** The fields of a group up to its tests, or a whole test. */
    private static final Pattern PART = Pattern
            .compile("\\{([^{}\\[\\]]*)\"tests\":\\[|\\{([^{}\\[\\]]*\"tcId\"[^{}\\[\\]]*)\\}");

    private final JcaBridge bridge = new JcaBridge();

    private interface Case {
        /** Runs one test of a group and tells whether it was applicable. */
        boolean run(String group, String test, String expected, KeyView key) throws EngineFault;
    }

    @Test
    void gcm() throws IOException {
        SymmetricCiphers modes = new SymmetricCiphers(bridge, new NonceSource());
        int[] refused = new int[1];
        int applied = run("ACVP-AES-GCM-1.0", (group, test, expected, key) -> {
            int tagBytes = Integer.parseInt(text(group, "tagLen")) / Byte.SIZE;
            CipherSpec spec = new CipherSpec(Mode.GCM, Padding.NONE, tagBytes, false);
            boolean encrypts = text(group, "direction").equals("encrypt");
            byte[] data = bytes(test, encrypts ? "pt" : "ct");
            byte[] tag = encrypts ? new byte[0] : bytes(test, "tag");
            int length = data.length + tag.length;
            byte[] room = Arrays.copyOf(data, SymmetricCiphers.roomFor(length));
            System.arraycopy(tag, 0, room, data.length, tag.length);
            SymmetricCiphers.Input input =
                    new SymmetricCiphers.Input(bytes(test, "iv"), bytes(test, "aad"),
                            room, length);
            byte[] output = new byte[room.length + 16];
            if (tagBytes < 12) {
                assertThatThrownBy(() -> modes.encrypt(CipherAlgorithm.AES, spec, key, input,
                        output)).isInstanceOfSatisfying(EngineFault.class,
                                fault -> assertThat(
                                        fault.reason()).isEqualTo(Reason.INVALID_PARAMETERS));
                refused[0]++;
                return false;
            }
            if (encrypts) {
                int count = modes.encrypt(CipherAlgorithm.AES, spec, key, input, output);
                assertThat(Arrays.copyOf(output, count)).as(test)
                        .isEqualTo(bytes(expected, "ct", "tag"));
            } else {
                assertOpens(() -> Arrays.copyOf(output, modes.decrypt(CipherAlgorithm.AES, spec,
                        key, input, output)), expected);
            }
            return true;
        });
        assertThat(applied).isEqualTo(30);
        assertThat(refused[0]).isEqualTo(30);
    }

    @Test
    void keyWrap() throws IOException {
        assertThat(run("ACVP-AES-KW-1.0", wrapping(false))).isEqualTo(432);
    }

    @Test
    void keyWrapWithPadding() throws IOException {
        assertThat(run("ACVP-AES-KWP-1.0", wrapping(true)))
                .isEqualTo(432);
    }

    private Case wrapping(boolean padded) {
        KeyWrap wrap = new KeyWrap(bridge);
        return (group, test, expected, key) -> {
            if (!text(group, "kwCipher").equals("cipher")) {
                return false;
            }
            boolean encrypts = text(group, "direction").equals("encrypt");
            byte[] input = bytes(test, encrypts ? "pt" : "ct");
            byte[] output = new byte[SymmetricCiphers.roomFor(input.length)];
            if (encrypts) {
                int count = wrap.wrap(padded, key, input, input.length, output);
                assertThat(Arrays.copyOf(output, count)).as(test).isEqualTo(bytes(expected, "ct"));
            } else {
                assertOpens(() -> Arrays.copyOf(output,
                        wrap.unwrap(padded, key, input, input.length, output)), expected);
            }
            return true;
        };
    }

    @Test
    void derivationInCounterMode() throws IOException {
        Hashes hashes = new Hashes();
        Derivation derivation = new Derivation(hashes, new Hmac(hashes), new Cmac(bridge));
        assertThat(run("KDF-1.0", "keyIn", (group, test, expected, key) -> {
            boolean ours = text(group, "counterLength").equals("32")
                    && text(group, "counterLocation").equals("before fixed data");
            int bits = Integer.parseInt(text(group, "keyOutLength"));
            if (!ours || bits % Byte.SIZE != 0) {
                return false;
            }
            String mac = text(group, "macMode");
            DerivationSpec spec = new DerivationSpec(DerivationSpec.Method.NIST800_108_COUNTER,
                    mac.startsWith("CMAC")
                            ? null
                            : HashAlgorithm.valueOf(mac.replace("HMAC-SHA2-", "SHA_")));
            byte[] output = derivation.derive(spec,
                    new Derivation.Input(key, bytes(test, "keyIn"), CipherAlgorithm.AES,
                            bytes(expected, "fixedData"), null, null),
                    bits / Byte.SIZE);
            assertThat(output).as(test).isEqualTo(bytes(expected, "keyOut"));
            return true;
        })).isEqualTo(36);
    }

    private interface Opening {
        byte[] open() throws EngineFault;
    }

    private static void assertOpens(Opening opening, String expected) throws EngineFault {
        if (expected.contains("\"testPassed\":false")) {
            assertThatThrownBy(opening::open).as(expected).isInstanceOfSatisfying(
                    EngineFault.class, fault -> assertThat(fault.reason())
                            .isEqualTo(Reason.CRYPTOGRAPHIC_FAILURE));
        } else {
            assertThat(opening.open()).as(expected).isEqualTo(bytes(expected, "pt"));
        }
    }

    /** Runs every test of a set. Tells how many were applicable. */
    private static int run(String set, Case each) throws IOException {
        return run(set, "key", each);
    }

    private static int run(String set, String keyName, Case each) throws IOException {
        Map<String, String> expected = new HashMap<>();
        Matcher answers = PART.matcher(read(set, "expectedResults.json.gz"));
        while (answers.find()) {
            if (answers.group(2) != null) {
                expected.put(text(answers.group(2), "tcId"), answers.group(2));
            }
        }
        Matcher parts = PART.matcher(read(set, "prompt.json.gz"));
        String group = "";
        int applied = 0;
        while (parts.find()) {
            String test = parts.group(2);
            if (test == null) {
                group = parts.group(1);
                continue;
            }
            String answer = Objects.requireNonNull(expected.remove(text(test, "tcId")), test);
            try (Arena arena = Arena.ofConfined()) {
                KeyView key = new KeyView(
                        arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes(test, keyName)));
                applied += each.run(group, test, answer, key) ? 1 : 0;
            } catch (EngineFault e) {
                throw new AssertionError(test, e);
            }
        }
        assertThat(expected).isEmpty();
        return applied;
    }

    private static String read(String set, String name) throws IOException {
        Path file = Path.of(System.getProperty("sallyport.shared", ""), "vectors/acvp", set, name);
        if (!Files.exists(file)) {
            Assumptions.abort("skipped: no vectors");
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String json, String... names) {
        StringBuilder hex = new StringBuilder();
        for (String name : names) {
            hex.append(text(json, name));
        }
        return HexFormat.of().parseHex(hex);
    }

    private static String text(String json, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(json);
        assertThat(field.find()).as("%s in %s", name, json).isTrue();
        return field.group(1);
    }
}
