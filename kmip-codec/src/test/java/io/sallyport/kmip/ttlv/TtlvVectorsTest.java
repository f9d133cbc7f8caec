package io.sallyport.kmip.ttlv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.kmip.ttlv.TtlvFault.Flaw;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Messages and fragments printed in specifications and used by other implementations. */
class TtlvVectorsTest {
    private static final TtlvLimits LIMITS = TtlvLimits.DEFAULT;

    @Test
    void wellFormedVectorsAreReproducedAndMalformedOnesRejected() throws IOException {
        List<Vector> vectors = vectors();
        List<String> wrong = new ArrayList<>();
        int wellFormed = 0;
        int malformed = 0;
        for (Vector vector : vectors) {
            boolean reproduced = isReproduced(HexFormat.of().parseHex(vector.hex()));
            if (reproduced == vector.kind().equals("malformed")) {
                wrong.add(vector.kind() + " " + vector.name());
            } else if (reproduced) {
                wellFormed++;
            } else {
                malformed++;
            }
        }
        System.out.printf("TTLV vectors: %d reproduced, %d rejected, of %d%n", wellFormed,
                malformed, vectors.size());
        assertThat(wrong).isEmpty();
        assertThat(wellFormed).isGreaterThan(1_200);
        assertThat(malformed).isGreaterThan(20);
    }

    /** The file says in its own words what is wrong with a malformed vector. */
    @Test
    void malformedVectorsAreRejectedForTheirFlaw() throws IOException {
        int checked = 0;
        for (String line : Files.readAllLines(shared("kmip/ttlv-vectors.jsonl"))) {
            if (!string(line, "kind").equals("malformed")) {
                continue;
            }
            checked++;
            byte[] bytes = HexFormat.of().parseHex(string(line, "hex"));
            Set<Flaw> expected = expected(string(line, "meaning"));
            assertThatThrownBy(() -> TtlvBinary.decode(ByteBuffer.wrap(bytes), LIMITS))
                    .as(string(line, "name")).isInstanceOfSatisfying(TtlvFault.class,
                            fault -> assertThat(expected).contains(fault.flaw()));
        }
        assertThat(checked).isGreaterThan(20);
    }

    private static Set<Flaw> expected(String meaning) {
        return switch (meaning.replace("MALFORMED: ", "").replaceAll("length \\d+ for", "")
                .strip()) {
            case "non-zero padding" -> Set.of(Flaw.NON_ZERO_PADDING);
            case "boolean" -> Set.of(Flaw.BOOLEAN_VALUE);
            case "type 2" -> Set.of(Flaw.INTEGER_LENGTH);
            case "type 3" -> Set.of(Flaw.LONG_INTEGER_LENGTH);
            case "type 5" -> Set.of(Flaw.ENUMERATION_LENGTH);
            case "type 6" -> Set.of(Flaw.BOOLEAN_LENGTH);
            case "type 10" -> Set.of(Flaw.INTERVAL_LENGTH);
            case "structure length" -> Set.of(Flaw.TRUNCATED_VALUE, Flaw.STRUCTURE_NOT_FILLED,
                    Flaw.TRAILING_BYTES, Flaw.TRUNCATED_HEADER);
            case "value length" -> Set.of(Flaw.TRUNCATED_VALUE, Flaw.STRUCTURE_NOT_FILLED,
                    Flaw.BIG_INTEGER_LENGTH);
            default -> throw new AssertionError("no flaw for " + meaning);
        };
    }

    @Test
    void recordedExchangesOfAClientAndAServerAreReproduced() throws IOException {
        List<String> wrong = new ArrayList<>();
        int messages = 0;
        for (String line : Files.readAllLines(shared("kmip/pykmip-wire.jsonl"))) {
            for (String member : List.of("request_hex", "response_hex")) {
                messages++;
                if (!isReproduced(HexFormat.of().parseHex(string(line, member)))) {
                    wrong.add(member + " of " + string(line, "name"));
                }
            }
        }
        System.out.printf("TTLV recordings: %d of %d messages reproduced%n",
                messages - wrong.size(), messages);
        assertThat(wrong).isEmpty();
        assertThat(messages).isGreaterThan(400);
    }

    /** A vector may hold several items, one behind the other. */
    private static boolean isReproduced(byte[] all) {
        ByteBuffer in = ByteBuffer.wrap(all);
        ByteBuffer out = ByteBuffer.allocate(all.length);
        try {
            while (in.hasRemaining()) {
                int length = Math.min(TtlvBinary.framedLength(in, LIMITS), in.remaining());
                ByteBuffer one = in.slice(in.position(), length);
                TtlvBinary.encode(TtlvBinary.decode(one, LIMITS), out);
                in.position(in.position() + length);
            }
        } catch (TtlvFault fault) {
            return false;
        }
        assertThat(out.array()).isEqualTo(all);
        return true;
    }

    private static Path shared(String path) {
        Path file = Path.of(System.getProperty("sallyport.shared", "missing")).resolve(path);
        if (!Files.exists(file)) {
            Assumptions.abort("skipped: no vectors");
        }
        return file;
    }

    private static List<Vector> vectors() throws IOException {
        List<Vector> vectors = new ArrayList<>();
        for (String line : Files.readAllLines(shared("kmip/ttlv-vectors.jsonl"))) {
            vectors.add(new Vector(string(line, "name"), string(line, "kind"),
                    string(line, "hex")));
        }
        return vectors;
    }

    /** The file has one object a line, and these members hold no quotation marks. */
    private static String string(String line, String member) {
        Matcher matcher = Pattern.compile("\"" + member + "\": \"([^\"]*)").matcher(line);
        assertThat(matcher.find()).as("%s in %s", member, line).isTrue();
        return matcher.group(1);
    }

    private record Vector(String name, String kind, String hex) {}
}
