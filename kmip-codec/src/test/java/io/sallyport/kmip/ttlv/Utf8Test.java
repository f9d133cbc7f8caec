package io.sallyport.kmip.ttlv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void agreesWithTheJdkOnEveryLeadAndEdge() {
        byte[] edges = HexFormat.of().parseHex("00417F808F909FA0BFC0C2F4FF");
        byte[] bytes = new byte[4];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        for (int lead = 0x80; lead <= 0xFF; lead++) {
            bytes[0] = (byte) lead;
            for (byte second : edges) {
                bytes[1] = second;
                for (byte third : edges) {
                    bytes[2] = third;
                    bytes[3] = (byte) 0x80;
                    assertThat(Utf8.isValid(buffer, 0, 4))
                            .as(HexFormat.of().formatHex(bytes)).isEqualTo(jdkAccepts(bytes));
                }
            }
        }
    }

    @Test
    void agreesWithTheJdkOnRandomChangesOfText() {
        for (long seed : Gen.seeds(3_000)) {
            Gen gen = new Gen(seed);
            byte[] bytes = gen.text(30).getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0 && gen.below(2) == 0) {
                bytes[gen.below(bytes.length)] ^= (byte) (1 << gen.below(8));
            }
            assertThat(Utf8.isValid(ByteBuffer.wrap(bytes), 0, bytes.length))
                    .as(gen.reproduce()).isEqualTo(jdkAccepts(bytes));
        }
    }

    private static boolean jdkAccepts(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
