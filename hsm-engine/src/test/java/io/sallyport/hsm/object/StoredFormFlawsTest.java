package io.sallyport.hsm.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.sallyport.hsm.object.ObjectFault.Flaw;
import io.sallyport.hsm.process.Samples;

/** Stored objects with one flaw each. */
class StoredFormFlawsTest {
    private static final byte[] SOUND = StoredForm
            .compose(1, Origin.GENERATED, Samples.VECTOR_1, 32).blob();
    private static final int SHORTEST = SOUND.length - 32;

    private static void assertRefused(Flaw flaw, byte[] blob) {
        assertThatThrownBy(() -> StoredForm.parse(blob)).isInstanceOfSatisfying(ObjectFault.class,
                fault -> assertThat(fault.flaw()).isEqualTo(flaw));
    }

    @ParameterizedTest(name = "byte {0} is {1}: {2}")
    @CsvSource({"0, 0x52, WRONG_MAGIC", "3, 0x43, WRONG_MAGIC", "4, 0, UNKNOWN_FORMAT",
            "4, 2, UNKNOWN_FORMAT", "4, 0xff, UNKNOWN_FORMAT", "5, 0, UNKNOWN_ORIGIN",
            "5, 6, UNKNOWN_ORIGIN", "5, 0xff, UNKNOWN_ORIGIN", "9, 0, TERM_OUT_OF_RANGE",
            "6, 0x80, TERM_OUT_OF_RANGE", "10, 0xff, HEADER_LENGTH", "10, 5, HEADER_LENGTH",
            "10, 3, TRUNCATED", "11, 0x5b, TRUNCATED",
            "11, 0x5d, HEADER_TRAILING", "11, 0, TRUNCATED", "12, 0, TEXT_LENGTH",
            "53, 9, UNKNOWN_STATE"})
    void oneWrongByte(int index, String value, Flaw flaw) {
        byte[] blob = SOUND.clone();
        blob[index] = Integer.decode(value).byteValue();
        assertRefused(flaw, blob);
    }

    @Test
    void everyTruncationIsFound() throws Exception {
        for (int length = 0; length < SHORTEST; length++) {
            assertRefused(Flaw.TRUNCATED, Arrays.copyOf(SOUND, length));
        }
        assertThat(StoredForm.parse(Arrays.copyOf(SOUND, SHORTEST)).materialBytes()).isZero();
    }

    @Test
    void longestMaterialFits_andLongerIsRefused() throws Exception {
        int longest = SHORTEST + StoredForm.MATERIAL_BYTES_MAX;
        assertThat(StoredForm.parse(Arrays.copyOf(SOUND, longest)).materialBytes())
                .isEqualTo(StoredForm.MATERIAL_BYTES_MAX);
        assertRefused(Flaw.TOO_LONG, Arrays.copyOf(SOUND, longest + 1));
    }

    @Test
    void moreThanAnyFormIsRefusedUnread() {
        assertRefused(Flaw.TOO_LONG, new byte[StoredForm.MATERIAL_BYTES_MAX + 2048]);
    }

    @Test
    void theLongestHeaderIsOneKibibyteInTheForm() throws Exception {
        byte[] blob = new byte[12 + HeaderCodec.HEADER_BYTES_MAX + 40];
        ByteBuffer.wrap(blob).put(SOUND, 0, 10).putShort((short) HeaderCodec.HEADER_BYTES_MAX)
                .put(SOUND, 12, SHORTEST - 52);
        assertRefused(Flaw.HEADER_TRAILING, blob);
    }

    @Test
    void printsNoBytes() throws Exception {
        assertThat(StoredForm.parse(SOUND)).hasToString("StoredForm[key-1, term 1, 176 bytes]");
        assertThat(WrappedObject.parse(SOUND))
                .hasToString("WrappedObject[key-1 version 1, 176 bytes]");
    }
}
