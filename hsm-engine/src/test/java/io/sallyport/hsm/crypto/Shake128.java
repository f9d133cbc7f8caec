package io.sallyport.hsm.crypto;

/** SHAKE-128 (FIPS 202) with output of any length, for vectors that are drawn from it. */
final class Shake128 {
    private static final int RATE = 168;
    private static final int ROUNDS = 24;

    private final long[] lanes = new long[25];
    private int position;
    private boolean squeezing;

    void absorb(byte[] input, int length) {
        for (int i = 0; i < length; i++) {
            mix(position, input[i]);
            position++;
            if (position == RATE) {
                permute();
            }
        }
    }

    byte[] squeeze(int length) {
        if (!squeezing) {
            mix(position, 0x1f);
            mix(RATE - 1, 0x80);
            permute();
            squeezing = true;
        }
        byte[] output = new byte[length];
        for (int i = 0; i < length; i++) {
            if (position == RATE) {
                permute();
            }
            output[i] = (byte) (lanes[position / 8] >>> (position % 8 * 8));
            position++;
        }
        return output;
    }

    private void mix(int at, int value) {
        lanes[at / 8] ^= (value & 0xffL) << (at % 8 * 8);
    }

    private void permute() {
        int register = 1;
        for (int round = 0; round < ROUNDS; round++) {
            theta();
            rhoAndPi();
            chi();
            for (int j = 0; j < 7; j++) {
                if ((register & 1) != 0) {
                    lanes[0] ^= 1L << ((1 << j) - 1);
                }
                register = (register << 1) ^ ((register >>> 7) * 0x171);
            }
        }
        position = 0;
    }

    private void theta() {
        long[] column = new long[5];
        for (int i = 0; i < 25; i++) {
            column[i % 5] ^= lanes[i];
        }
        for (int i = 0; i < 25; i++) {
            lanes[i] ^= column[(i + 4) % 5] ^ Long.rotateLeft(column[(i + 1) % 5], 1);
        }
    }

    private void rhoAndPi() {
        int x = 1;
        int y = 0;
        long moved = lanes[1];
        for (int t = 0; t < ROUNDS; t++) {
            int next = (2 * x + 3 * y) % 5;
            x = y;
            y = next;
            long kept = lanes[x + 5 * y];
            lanes[x + 5 * y] = Long.rotateLeft(moved, (t + 1) * (t + 2) / 2);
            moved = kept;
        }
    }

    private void chi() {
        long[] row = new long[5];
        for (int y = 0; y < 25; y += 5) {
            System.arraycopy(lanes, y, row, 0, 5);
            for (int x = 0; x < 5; x++) {
                lanes[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
            }
        }
    }
}
