package io.sallyport.hsm.timing;

/** What must not be done: decisions that take as long as they need. */
public final class PlantedLeaks {
    private PlantedLeaks() {}

    /**
     * Compares until the first difference.
     *
     * @param at where in {@code given} the bytes begin
     * @return where the difference is; the length if there is none
     */
    public static int firstDifference(byte[] right, byte[] given, int at) {
        for (int i = 0; i < right.length; i++) {
            if (right[i] != given[at + i]) {
                return i;
            }
        }
        return right.length;
    }

    /** Takes the padding PKCS#5 away, from the last byte on; ends at the first wrong one. */
    public static int unpaddedLength(byte[] data, int length, int block) {
        int count = data[length - 1] & 0xff;
        if (count < 1 || count > block) {
            return -1;
        }
        for (int i = 2; i <= count; i++) {
            if (data[length - i] != count) {
                return -1;
            }
        }
        return length - count;
    }
}
