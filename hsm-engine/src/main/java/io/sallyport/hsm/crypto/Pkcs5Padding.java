package io.sallyport.hsm.crypto;

/**
 * The padding of PKCS#5 and #7. Removal takes the same time and path for every content: the JDK's
 * own removal throws, which a peer can measure.
 */
final class Pkcs5Padding {
    private Pkcs5Padding() {}

    /** Length with padding. */
    static int paddedLength(int length, int block) {
        return length + block - length % block;
    }

    /** Writes the padding behind {@code length} bytes of data. */
    static void pad(byte[] data, int length, int block) {
        int padding = block - length % block;
        for (int i = 0; i < padding; i++) {
            data[length + i] = (byte) padding;
        }
    }

    /**
     * The length without padding, or -1 if the padding is wrong. Reads the last block whole, with
     * no branch on its content.
     */
    static int unpaddedLength(byte[] data, int length, int block) {
        int padding = data[length - 1] & 0xff;
        // Each term is negative exactly if its condition holds, so the sign bit collects faults.
        int wrong = (padding - 1) | (block - padding);
        for (int i = 1; i <= block; i++) {
            int inside = ~((padding - i) >> 31);
            int difference = (data[length - i] & 0xff) ^ padding;
            wrong |= -difference & inside;
        }
        int bad = wrong >> 31;
        return ((length - padding) & ~bad) | bad;
    }
}
