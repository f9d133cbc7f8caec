package io.sallyport.hsm.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.hsm.object.ObjectFault.Flaw;
import io.sallyport.hsm.process.Samples;

/** Headers with one flaw each. The sound one is header 1 of wrapped-object.md. */
class HeaderFlawsTest {
    private static final byte[] SOUND = HeaderCodec.encode(Samples.VECTOR_1);

    static void assertRefused(Flaw flaw, byte[] header) {
        assertThatThrownBy(() -> HeaderCodec.decode(ByteBuffer.wrap(header)))
                .isInstanceOfSatisfying(ObjectFault.class,
                        fault -> assertThat(fault.flaw()).isEqualTo(flaw));
    }

    @ParameterizedTest(name = "byte {0} is {1}: {2}")
    @CsvSource({"0, 0, TEXT_LENGTH", "6, 0, TEXT_LENGTH", "0, 255, TRUNCATED",
            "1, 0xff, TEXT_ENCODING", "1, 0x80, TEXT_ENCODING", "5, 0xc3, TEXT_ENCODING",
            "12, 0xf0, TEXT_ENCODING", "20, 0, VERSION_OUT_OF_RANGE",
            "13, 0x80, VERSION_OUT_OF_RANGE", "33, 0x80, LENGTH_OUT_OF_RANGE",
            "41, 0, UNKNOWN_STATE", "41, 7, UNKNOWN_STATE", "41, 0xff, UNKNOWN_STATE",
            "42, 0x81, DATE_FLAGS", "59, 0x14, UNKNOWN_FAMILY",
            "59, 0x24, PROTECTION_FLAGS", "59, 0x44, PROTECTION_FLAGS",
            "59, 0x84, PROTECTION_FLAGS"})
    void oneWrongByte(int index, String value, Flaw flaw) {
        byte[] header = SOUND.clone();
        header[index] = Integer.decode(value).byteValue();
        assertRefused(flaw, header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c080", "e08080", "eda080", "f4908080"})
    void overlongAndSurrogateFormsAreNoUtf8(String hex) {
        byte[] header = SOUND.clone();
        byte[] bad = HexFormat.of().parseHex(hex);
        System.arraycopy(bad, 0, header, 1, bad.length);
        assertRefused(Flaw.TEXT_ENCODING, header);
    }

    @Test
    void everyTruncationIsFound() {
        for (int length = 0; length < SOUND.length; length++) {
            assertRefused(Flaw.TRUNCATED, Arrays.copyOf(SOUND, length));
        }
    }

    @Test
    void aByteAfterTheLastFieldIsRefused() {
        assertRefused(Flaw.HEADER_TRAILING, Arrays.copyOf(SOUND, SOUND.length + 1));
    }

    @Test
    void moreThanTheLongestIsRefusedUnread() {
        assertRefused(Flaw.HEADER_LENGTH, new byte[HeaderCodec.HEADER_BYTES_MAX + 1]);
    }

    @Test
    void whateverIsReadIsCanonical() {
        int read = 0;
        for (int bit = 0; bit < SOUND.length * Byte.SIZE; bit++) {
            byte[] header = SOUND.clone();
            header[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            try {
                ObjectHeader changed = HeaderCodec.decode(ByteBuffer.wrap(header));
                assertThat(HeaderCodec.encode(changed)).isEqualTo(header);
                assertThat(changed).isNotEqualTo(Samples.VECTOR_1);
                read++;
            } catch (ObjectFault e) {
                assertThat(e).hasMessageStartingWith("The stored object can't be read: ");
            }
        }
        assertThat(read).isGreaterThan(500);
    }

    @Test
    void longestTextsFit_andLongerOnesAreNotWritten() throws Exception {
        ObjectHeader longest = named("n".repeat(255), "p".repeat(255), 1, 1);
        assertThat(HeaderCodec.decode(ByteBuffer.wrap(HeaderCodec.encode(longest))))
                .isEqualTo(longest);
        assertNotWritten(named("", "p", 1, 1));
        assertNotWritten(named("n", "", 1, 1));
        assertNotWritten(named("n".repeat(256), "p", 1, 1));
        assertNotWritten(named("n", "\u00fc".repeat(128), 1, 1));
    }

    @Test
    void fieldsOutOfRangeAreNotWritten() {
        assertNotWritten(named("n", "p", 0, 1));
        assertNotWritten(named("n", "p", -1, 1));
        assertNotWritten(named("n", "p", 1, -1));
        assertNotWritten(named("half a pair \ud83d", "p", 1, 1));
        assertNotWritten(named("n", "\udd11 the other half", 1, 1));
    }

    private static void assertNotWritten(ObjectHeader header) {
        assertThatThrownBy(() -> HeaderCodec.encode(header))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ObjectHeader named(String id, String partition, long version, int bits) {
        ObjectHeader h = Samples.VECTOR_1;
        return new ObjectHeader(id, partition, version, h.objectType(), h.keyFormat(),
                h.algorithm(), bits, h.usageMask(), h.state(), h.dates(), h.protection(),
                h.attributesDigest());
    }
}
