package io.sallyport.kmip.ttlv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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
