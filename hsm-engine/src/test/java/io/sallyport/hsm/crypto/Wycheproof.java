package io.sallyport.hsm.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.HashAlgorithm;

/** The vectors of Wycheproof whose cases stand in groups with fields of their own. */
final class Wycheproof {
    private static final Pattern CASE = Pattern.compile("\\{[^{}]*\"tcId\"[^{}]*\\}");
    private static final Pattern TESTS = Pattern.compile("\"tests\"\\s*:\\s*\\[");

    private Wycheproof() {}

    /** Whether a case of a group holds; an engine's fault means that it does not. */
    interface Check {
        boolean holds(String group, String test) throws EngineFault;
    }

    /** Runs every case of a file; one marked acceptable may go either way. */
    static int run(String name, Check check) throws IOException {
        Path file = Path.of(System.getProperty("sallyport.shared", ""),
                "vectors/wycheproof/testvectors_v1", name + ".json.gz");
        if (!Files.exists(file)) {
            Assumptions.abort("skipped: no vectors");
        }
        String json;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String[] segments = TESTS.split(json, -1);
        int count = 0;
        for (int i = 1; i < segments.length; i++) {
            Matcher cases = CASE.matcher(segments[i]);
            while (cases.find()) {
                String test = cases.group();
                boolean holds;
                try {
                    holds = check.holds(segments[i - 1], test);
                } catch (EngineFault e) {
                    holds = false;
                }
                String result = text(test, "result");
                if (!result.equals("acceptable")) {
                    assertThat(holds).as(name + " " + test).isEqualTo(result.equals("valid"));
                }
                count++;
            }
        }
        return count;
    }

    /** The last field of this name, which is the group's own. */
    static String text(String json, String name) {
        return Objects.requireNonNull(find(json, name), name);
    }

    static byte[] bytes(String json, String name) {
        return HexFormat.of().parseHex(text(json, name));
    }

    static int number(String json, String name) {
        Matcher field = Pattern.compile("\"" + name + "\"\\s*:\\s*(\\d+)").matcher(json);
        int value = -1;
        while (field.find()) {
            value = Integer.parseInt(field.group(1));
        }
        return value;
    }

    static HashAlgorithm hash(String json, String name) {
        String text = text(json, name).replace("SHA3-", "SHA3_").replace('-', '_').replace('/',
                '_');
        return HashAlgorithm.valueOf(text);
    }

    static KeyView key(Arena arena, byte[] bytes) {
        return new KeyView(arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes));
    }

    private static @Nullable String find(String json, String name) {
        Matcher field = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        String value = null;
        while (field.find()) {
            value = field.group(1);
        }
        return value;
    }
}
