package io.sallyport.hsm.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The community's vectors for ML-KEM and ML-DSA, with both providers. */
class CctvTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final List<KemProvider> KEMS = List.of(new BouncyKem(), new JdkKem());
    private static final List<DsaProvider> DSAS = List.of(new BouncyDsa(), new JdkDsa());
    private static final byte[] NOTHING = new byte[0];

    /** Every key has one coefficient that is not below the modulus. */
    @ParameterizedTest
    @CsvSource({"ML-KEM-512, 775", "ML-KEM-768, 780", "ML-KEM-1024, 1040"})
    void noKeyWithACoefficientTooLargeIsTaken(String set, int count) throws IOException {
        List<String> keys = Vectors.text("cctv/ML-KEM/modulus/" + set + ".txt.gz").lines()
                .toList();
        assertThat(keys).hasSize(count);
        for (String key : keys) {
            for (KemProvider provider : KEMS) {
                assertThatThrownBy(
                        () -> provider.encapsulate(set, HEX.parseHex(key), new byte[32]))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    /** Sampling that needs more of its stream than nearly any other. */
    @ParameterizedTest
    @ValueSource(strings = {"ML-KEM-512", "ML-KEM-768", "ML-KEM-1024"})
    void unluckySampling(String set) throws IOException {
        exchange(set, values("unluckysample/" + set));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ML-KEM-512", "ML-KEM-768", "ML-KEM-1024"})
    void intermediateValues(String set) throws IOException {
        exchange(set, values("intermediate/" + set));
    }

    /** The keys as printed: their seeds are those of a draft, in which they gave other keys. */
    private static void exchange(String set, Map<String, byte[]> values) {
        for (KemProvider provider : KEMS) {
            byte[][] made =
                    provider.encapsulate(set, value(values, "ek"), value(values, "m"));
            assertThat(made[0]).isEqualTo(value(values, "c"));
            assertThat(made[1]).isEqualTo(value(values, "K"));
            assertThat(provider.decapsulate(set, value(values, "dk"), made[0]))
                    .isEqualTo(made[1]);
        }
    }

    /** Ciphertexts that differ behind a byte of zero from what they should be. */
    @ParameterizedTest
    @ValueSource(strings = {"ML-KEM-512", "ML-KEM-768", "ML-KEM-1024"})
    void comparisonsDoNotEndAtAZero(String set) throws IOException {
        Map<String, byte[]> values = values("strcmp/" + set);
        for (KemProvider provider : KEMS) {
            assertThat(provider.decapsulate(set, value(values, "dk"), value(values, "c")))
                    .isEqualTo(value(values, "K"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ML-DSA-44", "ML-DSA-65", "ML-DSA-87"})
    void aHundredDrawnSignatures(String set) throws IOException {
        drawnSignatures(set, 100, "100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ML-DSA-44", "ML-DSA-65", "ML-DSA-87"})
    @Tag("bench")
    void tenThousandDrawnSignatures(String set) throws IOException {
        drawnSignatures(set, 10_000, "10 000");
    }

    private static void drawnSignatures(String set, int count, String name) throws IOException {
        Matcher published = Pattern.compile(
                "### " + set + "\\s.*?- " + name + " iterations: `(\\w+)`", Pattern.DOTALL)
                .matcher(Vectors.text("cctv/ML-DSA/accumulated/README.md"));
        assertThat(published.find()).isTrue();
        for (DsaProvider provider : DSAS) {
            SHAKEDigest source = new SHAKEDigest(128);
            SHAKEDigest sink = new SHAKEDigest(128);
            for (int i = 0; i < count; i++) {
                byte[][] keys = provider.keys(set, read(source, 32));
                byte[] signature =
                        provider.sign(set, keys[1], NOTHING, NOTHING, new byte[32]);
                write(sink, keys[0], signature);
                assertThat(provider.verify(set, keys[0], NOTHING, NOTHING, signature)).isTrue();
            }
            assertThat(HEX.formatHex(read(sink, 32))).isEqualTo(published.group(1));
        }
    }

    private static byte[] read(SHAKEDigest shake, int length) {
        byte[] bytes = new byte[length];
        shake.doOutput(bytes, 0, length);
        return bytes;
    }

    private static void write(SHAKEDigest shake, byte[]... values) {
        for (byte[] value : values) {
            shake.update(value, 0, value.length);
        }
    }

    /** The values of a file by their names, the last one of each; others than bytes are left. */
    private static Map<String, byte[]> values(String name) throws IOException {
        Map<String, byte[]> values = new HashMap<>();
        Matcher line = Pattern.compile("^(\\w+) = ([0-9a-f]+)$", Pattern.MULTILINE)
                .matcher(Vectors.text("cctv/ML-KEM/" + name + ".txt"));
        while (line.find()) {
            values.put(line.group(1), HEX.parseHex(line.group(2)));
        }
        return values;
    }

    private static byte[] value(Map<String, byte[]> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
