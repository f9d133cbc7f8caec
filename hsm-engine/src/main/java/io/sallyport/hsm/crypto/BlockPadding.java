package io.sallyport.hsm.crypto;

import io.sallyport.hsm.command.CipherSpec.Padding;

/**
 * Paddings of block modes. Removal takes the same time and path for every content of the last
 * block: the JDK's own removal throws, which a peer can measure.
 */
final class BlockPadding {
    private BlockPadding() {}

    /** Whether the padding is one of a block mode. */
    static boolean isOfBlocks(Padding padding) {
        return switch (padding) {
            case PKCS5, ZEROS, ANSI_X9_23, ISO_10126 -> true;
            case NONE, OAEP, PKCS1_V1_5 -> false;
        };
    }

    /** Length with padding. */
    static int paddedLength(Padding padding, int length, int block) {
        int missing = block - length % block;
        return padding == Padding.ZEROS && missing == block && length > 0 ? length
                : length + missing;
    }

    /** Writes the padding behind {@code length} bytes of data. */
    static void pad(Padding padding, byte[] data, int length, int block, NonceSource nonces) {
        int count = paddedLength(padding, length, block) - length;
        byte[] random = padding == Padding.ISO_10126 ? nonces.nonce(count) : new byte[count];
        for (int i = 0; i < count; i++) {
            data[length + i] = padding == Padding.PKCS5 ? (byte) count : random[i];
        }
        if (padding != Padding.ZEROS && count > 0) {
            data[length + count - 1] = (byte) count;
        }
    }

    /** The length without padding, or -1 if the padding is wrong. */
    static int unpaddedLength(Padding padding, byte[] data, int length, int block) {
        return switch (padding) {
            case PKCS5 -> counted(data, length, block, 0xff, 0xff);
            case ANSI_X9_23 -> counted(data, length, block, 0xff, 0);
            case ISO_10126 -> counted(data, length, block, 0, 0);
            case ZEROS -> withoutZeros(data, length, block);
            case NONE, OAEP, PKCS1_V1_5 -> length;
        };
    }

    /**
     * A padding whose last byte is its length. Reads the last block whole, with no branch on its
     * content.
     *
     * @param checked the bits that are compared in the bytes before the last one
     * @param value which bits of the length they have to show
     */
    private static int counted(byte[] data, int length, int block, int checked, int value) {
        int count = data[length - 1] & 0xff;
        // Each term is negative exactly if its condition holds, so the sign bit collects faults.
        int wrong = (count - 1) | (block - count);
        for (int i = 2; i <= block; i++) {
            int inside = ~((count - i) >> 31);
            int difference = ((data[length - i] & 0xff) ^ (count & value)) & checked;
            wrong |= -difference & inside;
        }
        int bad = wrong >> 31;
        return ((length - count) & ~bad) | bad;
    }

    /** Zeros are no proof of anything: as many as the last block has are taken away. */
    private static int withoutZeros(byte[] data, int length, int block) {
        int count = 0;
        int still = -1;
        for (int i = 1; i <= block; i++) {
            int present = -(data[length - i] & 0xff) >> 31;
            still &= ~present;
            count -= still;
        }
        return length - count;
    }
}
