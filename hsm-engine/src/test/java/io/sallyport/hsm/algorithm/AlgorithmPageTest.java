package io.sallyport.hsm.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sallyport.hsm.algorithm.Algorithm.Kind;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.policy.ApprovedServices;

/**
 * The tables of docs/algorithms.md are what the code serves. After a change, run the test once with
 * {@code -Dsallyport.test.jvmArgs=-Dsallyport.docs.write=true}: it then writes the tables.
 */
class AlgorithmPageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("sallyport.root", ".."), "docs", "algorithms.md");
    private static final int TAG_BYTES = 16;
    private static final int ITERATIONS = 100_000;

    @Test
    void thePageIsTheTable() throws IOException {
        String page = Files.readString(PAGE);
        String written = with(page, "algorithms", algorithms());
        written = with(written, "sets", sets());
        written = with(written, "modes", modes());
        written = with(written, "hashes", hashes());
        written = with(written, "derivations", derivations());
        if (Boolean.getBoolean("sallyport.docs.write")) {
            Files.writeString(PAGE, written);
            return;
        }
        assertThat(page).isEqualTo(written);
    }

    @Test
    void whatIsComputedIsTestedAndHasItsProvider() {
        assertThat(Algorithm.values()).allSatisfy(one -> {
            boolean computed = one.kind() != Kind.KEPT && one.kind() != Kind.MADE;
            assertThat(one.provider() != Algorithm.Provider.NOBODY).isEqualTo(computed);
            assertThat(one.isApproved() && !computed).isFalse();
            assertThat(one.family() == null)
                    .isEqualTo(!computed || one == Algorithm.NONE || one == Algorithm.AES
                            || one == Algorithm.DES3);
            assertThat(Algorithm.of(one.code())).isSameAs(one);
        });
    }

    private static String with(String page, String name, String table) {
        String begin = "<!-- generated: " + name + " -->\n";
        String end = "<!-- end: " + name + " -->\n";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        assertThat(from).as(name).isNotNegative();
        assertThat(to).as(name).isGreaterThan(from);
        return page.substring(0, from) + begin + table + page.substring(to);
    }

    private static String algorithms() {
        StringBuilder table = new StringBuilder(
                """
                        | algorithm | KMIP code | keys | bits of new keys | computed by | approved | tested |
                        | --- | --- | --- | --- | --- | --- | --- |
                        """);
        for (Algorithm one : Algorithm.values()) {
            table.append(String.format(Locale.ROOT, "| %s | %s | %s | %s | %s | %s | %s |%n",
                    one.title(), one == Algorithm.NONE ? "" : hex(one.code()), keys(one.kind()),
                    one.lengths().text(), one.provider().title(), yes(one.isApproved()),
                    one.provider() == Algorithm.Provider.NOBODY ? "" : tested(one.family())));
        }
        return table.toString();
    }

    private static String sets() {
        StringBuilder table = new StringBuilder("""
                | set | public key | private key | seed | signature or ciphertext |
                | --- | ---: | ---: | ---: | ---: |
                """);
        for (Algorithm one : Algorithm.values()) {
            ParameterSet set = one.set();
            if (set != null) {
                table.append(String.format(Locale.ROOT, "| %s | %,d | %,d | %s | %,d |%n",
                        one.title(), set.publicBytes(), set.privateBytes(),
                        set.seedBytes() == 0 ? "" : set.seedBytes(), set.outputBytes()));
            }
        }
        return table.toString();
    }

    private static String modes() {
        StringBuilder table = new StringBuilder("""
                | mode | AES: encryption approved | with an IV of the client's | tested |
                | --- | --- | --- | --- |
                """);
        for (Mode mode : Mode.values()) {
            if (mode == Mode.NONE) {
                continue;
            }
            int tag = mode == Mode.GCM || mode == Mode.CCM ? TAG_BYTES : 0;
            int aes = Algorithm.AES.code();
            table.append(String.format(Locale.ROOT, "| %s | %s | %s | %s |%n", mode,
                    yes(ApprovedServices.encryption(aes,
                            new CipherSpec(mode, Padding.NONE, tag, true))),
                    yes(ApprovedServices.encryption(aes,
                            new CipherSpec(mode, Padding.NONE, tag, false))),
                    tested(mode.family())));
        }
        return table.toString();
    }

    private static String hashes() {
        StringBuilder table = new StringBuilder("""
                | hash | KMIP code | bytes | approved |
                | --- | --- | ---: | --- |
                """);
        for (HashAlgorithm hash : HashAlgorithm.values()) {
            table.append(String.format(Locale.ROOT, "| %s | %s | %d | %s |%n", hash,
                    hex(hash.code()), hash.bytes(), yes(ApprovedServices.hash(hash))));
        }
        return table.toString();
    }

    private static String derivations() {
        StringBuilder table = new StringBuilder("""
                | method | KMIP code | approved |
                | --- | --- | --- |
                """);
        for (DerivationSpec.Method method : DerivationSpec.Method.values()) {
            table.append(String.format(Locale.ROOT, "| %s | %s | %s |%n", method,
                    hex(method.code()),
                    yes(ApprovedServices.derivation(new DerivationSpec(method,
                            HashAlgorithm.SHA_256, null, ITERATIONS)))));
        }
        return table.toString();
    }

    private static String keys(Kind kind) {
        return switch (kind) {
            case SECRET -> "secrets";
            case CIPHER -> "encrypt";
            case CODE -> "authenticate";
            case MADE -> "made and given out only";
            case KEPT -> "kept for their owner only";
            case RSA -> "sign, encrypt, wrap";
            case CURVE -> "sign, agree";
            case EDWARDS, ML_DSA, SLH_DSA -> "sign";
            case KEM -> "encapsulate";
            case HASH_BASED -> "verify only";
        };
    }

    private static String tested(@Nullable Family family) {
        return family == null ? "at the start" : "before use: " + family;
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }

    private static String hex(int code) {
        return String.format(Locale.ROOT, "%02X", code);
    }
}
