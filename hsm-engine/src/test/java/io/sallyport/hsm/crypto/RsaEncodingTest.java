package io.sallyport.hsm.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

/** The padding PKCS#1 v1.5 of encryption, which must tell nothing but that it is wrong. */
class RsaEncodingTest {
    private static final int LENGTH = 256;

    /** 0, 2, padding, 0, and a message that counts. */
    private static byte[] encoded(int messageBytes) {
        byte[] encoded = new byte[LENGTH];
        Arrays.fill(encoded, (byte) 0xaa);
        encoded[0] = 0;
        encoded[1] = 2;
        int start = LENGTH - messageBytes;
        encoded[start - 1] = 0;
        for (int i = 0; i < messageBytes; i++) {
            encoded[start + i] = (byte) (i + 1);
        }
        return encoded;
    }

    private static byte[] output() {
        byte[] output = new byte[LENGTH + 32];
        Arrays.fill(output, (byte) 0x55);
        return output;
    }

    @Test
    void messagesOfEveryLengthAreFound() {
        for (int length = 0; length <= LENGTH - 11; length++) {
            byte[] output = output();
            byte[] encoded = encoded(length);
            assertThat(RsaEncoding.pkcs1Message(encoded, output)).isEqualTo(length);
            byte[] expected = new byte[LENGTH];
            System.arraycopy(encoded, LENGTH - length, expected, 0, length);
            assertThat(Arrays.copyOf(output, LENGTH)).as("length " + length).isEqualTo(expected);
            assertThat(Arrays.copyOfRange(output, LENGTH, output.length)).containsOnly(0x55);
        }
    }

    @Test
    void everyFlawIsTheSame() {
        for (int i = 2; i < 10; i++) {
            byte[] early = encoded(32);
            early[i] = 0;
            assertRefused(early);
        }
        byte[] endless = encoded(32);
        Arrays.fill(endless, 2, LENGTH, (byte) 1);
        assertRefused(endless);
        for (int value = 1; value < 256; value++) {
            byte[] first = encoded(32);
            first[0] = (byte) value;
            assertRefused(first);
            byte[] second = encoded(32);
            second[1] = (byte) (2 ^ value);
            assertRefused(second);
        }
    }

    /** What is wrong is written to the output as well as what is right. */
    private static void assertRefused(byte[] encoded) {
        byte[] output = output();
        assertThat(RsaEncoding.pkcs1Message(encoded, output)).isEqualTo(-1);
        assertThat(Arrays.equals(output, output())).isFalse();
        assertThat(Arrays.copyOfRange(output, LENGTH, output.length)).containsOnly(0x55);
    }
}
