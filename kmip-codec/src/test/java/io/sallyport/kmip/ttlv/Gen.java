package io.sallyport.kmip.ttlv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random items from a seed. The seed of a run is {@code -Dseed=} or random; every assertion of a
 * property names the seed of its case, with which that case comes back.
 */
public final class Gen {
    private static final long RUN_SEED = Long.getLong("seed", System.nanoTime());

    private static final List<TtlvType> TYPES = List.of(TtlvType.values());

    private final SplittableRandom random;
    private final long seed;

    public Gen(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** The seeds for a property: the given one alone, or as many new ones as asked for. */
    public static List<Long> seeds(int count) {
        if (Long.getLong("seed") != null) {
            return List.of(RUN_SEED);
        }
        return new SplittableRandom(RUN_SEED).longs(count).boxed().toList();
    }

    /** For messages of assertions. */
    public String reproduce() {
        return "reproduce with -Dseed=" + seed;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public long anyLong() {
        return random.nextInt(4) == 0 ? random.nextInt(-2, 3) : random.nextLong();
    }

    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Text with characters of one to four bytes of UTF-8. */
    public String text(int pointsMax) {
        StringBuilder text = new StringBuilder();
        for (int i = below(pointsMax + 1); i > 0; i--) {
            text.appendCodePoint(switch (below(6)) {
                case 0 -> random.nextInt(0x80, 0x800);
                case 1 -> random.nextInt(0xE000, 0xFFFE);
                case 2 -> random.nextInt(0x10000, 0x110000);
                default -> random.nextInt(' ', 0x7F);
            });
        }
        return text.toString();
    }

    /** A tree that the decoder accepts under its default limits. */
    public TtlvItem item(int depthMax) {
        int tag = (below(4) == 0 ? 0x540000 : 0x420000) | below(0x10000);
        TtlvType type = TYPES.get(below(TYPES.size()));
        if (type == TtlvType.STRUCTURE && depthMax <= 1) {
            type = TtlvType.INTEGER;
        }
        return item(tag, type, depthMax);
    }

    private TtlvItem item(int tag, TtlvType type, int depthMax) {
        return switch (type) {
            case STRUCTURE -> structure(tag, depthMax);
            case INTEGER -> new TtlvItem.IntegerItem(tag, (int) anyLong());
            case LONG_INTEGER -> new TtlvItem.LongIntegerItem(tag, anyLong());
            case BIG_INTEGER -> new TtlvItem.BigIntegerItem(tag,
                    ByteSlice.of(bytes(8 * (1 + below(5)))));
            case ENUMERATION -> new TtlvItem.EnumerationItem(tag, (int) anyLong());
            case BOOLEAN -> new TtlvItem.BooleanItem(tag, below(2) == 1);
            case TEXT_STRING -> new TtlvItem.TextStringItem(tag, utf8());
            case BYTE_STRING -> new TtlvItem.ByteStringItem(tag, ByteSlice.of(bytes(below(40))));
            case DATE_TIME -> new TtlvItem.DateTimeItem(tag, anyLong());
            case INTERVAL -> new TtlvItem.IntervalItem(tag, (int) anyLong());
            case DATE_TIME_EXTENDED -> new TtlvItem.DateTimeExtendedItem(tag, anyLong());
            case IDENTIFIER -> new TtlvItem.IdentifierItem(tag, utf8());
            case REFERENCE -> new TtlvItem.ReferenceItem(tag, utf8());
            case NAME_REFERENCE -> new TtlvItem.NameReferenceItem(tag, utf8());
        };
    }

    public TtlvItem.Structure structure(int tag, int depthMax) {
        List<TtlvItem> items = new ArrayList<>();
        for (int i = below(8); i > 0; i--) {
            items.add(item(depthMax - 1));
        }
        return new TtlvItem.Structure(tag, items);
    }

    private ByteSlice utf8() {
        return ByteSlice.of(text(20).getBytes(StandardCharsets.UTF_8));
    }
}
