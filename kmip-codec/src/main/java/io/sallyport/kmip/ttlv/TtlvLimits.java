package io.sallyport.kmip.ttlv;

/**
 * The budgets of a decoder, each checked before anything is allocated for what it limits.
 *
 * @param messageBytesMax whole message with its header, in bytes
 * @param depthMax nested structures, the outermost counted; at most {@link #DEPTH_CEILING}
 * @param itemsMax items of a message, structures counted
 * @param stringBytesMax one text, in bytes of UTF-8; byte strings are limited by the message only
 * @param batchItemsMax batch items of a message; the message layer counts them
 */
public record TtlvLimits(int messageBytesMax, int depthMax, int itemsMax, int stringBytesMax,
        int batchItemsMax) {

    /** The decoder descends once per nested structure: this depth fits on any thread's stack. */
    public static final int DEPTH_CEILING = 256;

    /** 1 MiB, 32 levels, 20 000 items, 64 KiB of text, 100 batch items. */
    public static final TtlvLimits DEFAULT = new TtlvLimits(1 << 20, 32, 20_000, 1 << 16, 100);

    public TtlvLimits {
        if (messageBytesMax < 8 || depthMax < 1 || itemsMax < 1 || stringBytesMax < 0
                || batchItemsMax < 1) {
            throw new IllegalArgumentException("a limit of a decoder must be positive");
        }
        if (depthMax > DEPTH_CEILING) {
            throw new IllegalArgumentException("depthMax must not exceed " + DEPTH_CEILING);
        }
    }
}
