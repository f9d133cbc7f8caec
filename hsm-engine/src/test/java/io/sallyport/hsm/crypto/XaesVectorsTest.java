package io.sallyport.hsm.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class XaesVectorsTest {
    private static final Pattern CASE = Pattern.compile("\"keyHex\": ?\"(\\w+)\",\\s*"
            + "\"nonceAscii\": ?\"([^\"]*)\",\\s*\"ptAscii\": ?\"([^\"]*)\",\\s*"
            + "\"aadAscii\": ?\"([^\"]*)\",\\s*\"derivedKeyHex\": ?\"\\w+\",\\s*"
            + "\"ctHex\": ?\"(\\w+)\"");

    @Test
    void publishedCases() throws Exception {
        Path file = Path.of(System.getProperty("sallyport.shared", ""), "vectors/c2sp/kats.json");
        if (!Files.exists(file)) {
            Assumptions.abort("skipped: no vectors");
        }
        Matcher cases = CASE.matcher(Files.readString(file));
        int count = 0;
        while (cases.find()) {
            byte[] aad = cases.group(4).getBytes(StandardCharsets.US_ASCII);
            byte[] clear = cases.group(3).getBytes(StandardCharsets.US_ASCII);
            byte[] sealed = new byte[clear.length + Xaes256Gcm.TAG_BYTES];
            try (Arena arena = Arena.ofConfined()) {
                KeyView key = new KeyView(arena.allocateFrom(ValueLayout.JAVA_BYTE,
                        HexFormat.of().parseHex(cases.group(1))));
                new Xaes256Gcm(new JcaBridge()).seal(key,
                        new Xaes256Gcm.Message(
                                cases.group(2).getBytes(StandardCharsets.US_ASCII), aad,
                                aad.length, clear, 0, clear.length),
                        sealed, 0);
            }
            assertThat(HexFormat.of().formatHex(sealed)).isEqualTo(cases.group(5));
            count++;
        }
        assertThat(count).isEqualTo(2);
    }

    @Test
    void selfTestHolds() {
        assertThat(new SelfTest().run()).isNull();
    }

    @Test
    void everyPaddingByteIsJudged() {
        for (int block : new int[]{8, 16}) {
            for (int last = 0; last < 256; last++) {
                byte[] data = new byte[2 * block];
                Arrays.fill(data, (byte) last);
                boolean right = last >= 1 && last <= block;
                assertThat(Pkcs5Padding.unpaddedLength(data, data.length, block))
                        .isEqualTo(right ? data.length - last : -1);
                if (right && last > 1) {
                    data[data.length - last] ^= 1;
                    assertThat(Pkcs5Padding.unpaddedLength(data, data.length, block))
                            .isEqualTo(-1);
                }
            }
        }
    }
}
