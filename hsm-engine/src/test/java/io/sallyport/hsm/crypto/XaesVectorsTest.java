package io.sallyport.hsm.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.sallyport.hsm.command.CipherSpec.Padding;

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

    /** The specification's accumulated cases: inputs drawn from SHAKE-128, one hash over all. */
    @Test
    void tenThousandDrawnCases() throws Exception {
        assertThat(accumulate(10_000)).isEqualTo(published("n10000"));
    }

    @Test
    @Tag("bench")
    void aMillionDrawnCases() throws Exception {
        assertThat(accumulate(1_000_000)).isEqualTo(published("n1000000"));
    }

    private static String published(String name) throws IOException {
        Path file = Path.of(System.getProperty("sallyport.shared", ""), "vectors/c2sp/kats.json");
        if (!Files.exists(file)) {
            Assumptions.abort("skipped: no vectors");
        }
        Matcher value = Pattern.compile("\"" + name + "\": ?\"(\\w+)\"")
                .matcher(Files.readString(file));
        assertThat(value.find()).isTrue();
        return value.group(1);
    }

    private static String accumulate(int cases) {
        Shake128 source = new Shake128();
        Shake128 sink = new Shake128();
        Xaes256Gcm xaes = new Xaes256Gcm(new JcaBridge());
        byte[] sealed = new byte[256 + Xaes256Gcm.TAG_BYTES];
        byte[] opened = new byte[sealed.length];
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(Xaes256Gcm.KEY_BYTES);
            KeyView key = new KeyView(memory);
            for (int i = 0; i < cases; i++) {
                memory.copyFrom(MemorySegment.ofArray(source.squeeze(Xaes256Gcm.KEY_BYTES)));
                byte[] nonce = source.squeeze(Xaes256Gcm.NONCE_BYTES);
                byte[] clear = source.squeeze(source.squeeze(1)[0] & 0xff);
                byte[] aad = source.squeeze(source.squeeze(1)[0] & 0xff);
                int length = xaes.seal(key, new Xaes256Gcm.Message(nonce, aad, aad.length, clear,
                        0, clear.length), sealed, 0);
                sink.absorb(sealed, length);
                int back = xaes.open(key, new Xaes256Gcm.Message(nonce, aad, aad.length, sealed,
                        0, length), opened);
                assertThat(Arrays.equals(clear, 0, clear.length, opened, 0, back)).isTrue();
            }
        }
        return HexFormat.of().formatHex(sink.squeeze(32));
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
                assertThat(BlockPadding.unpaddedLength(Padding.PKCS5, data, data.length, block))
                        .isEqualTo(right ? data.length - last : -1);
                if (right && last > 1) {
                    data[data.length - last] ^= 1;
                    assertThat(BlockPadding.unpaddedLength(Padding.PKCS5, data, data.length, block))
                            .isEqualTo(-1);
                }
            }
        }
    }
}
