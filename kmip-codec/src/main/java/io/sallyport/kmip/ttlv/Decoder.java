package io.sallyport.kmip.ttlv;

import io.sallyport.kmip.ttlv.TtlvFault.Flaw;
import io.sallyport.kmip.ttlv.TtlvItem.BigIntegerItem;
import io.sallyport.kmip.ttlv.TtlvItem.BooleanItem;
import io.sallyport.kmip.ttlv.TtlvItem.ByteStringItem;
import io.sallyport.kmip.ttlv.TtlvItem.DateTimeExtendedItem;
import io.sallyport.kmip.ttlv.TtlvItem.DateTimeItem;
import io.sallyport.kmip.ttlv.TtlvItem.EnumerationItem;
import io.sallyport.kmip.ttlv.TtlvItem.IdentifierItem;
import io.sallyport.kmip.ttlv.TtlvItem.IntegerItem;
import io.sallyport.kmip.ttlv.TtlvItem.IntervalItem;
import io.sallyport.kmip.ttlv.TtlvItem.LongIntegerItem;
import io.sallyport.kmip.ttlv.TtlvItem.NameReferenceItem;
import io.sallyport.kmip.ttlv.TtlvItem.ReferenceItem;
import io.sallyport.kmip.ttlv.TtlvItem.Structure;
import io.sallyport.kmip.ttlv.TtlvItem.TextStringItem;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * One decoding of one message. Every length is compared with what is really there before it is
 * used, so nothing is allocated on the word of a peer. Not for use by several threads.
 */
final class Decoder {
    private static final int STANDARD_PREFIX = 0x42;
    private static final int EXTENSION_PREFIX = 0x54;

    /** The caller's buffer under a position and limit of our own; slices refer to it. */
    private final ByteBuffer buffer;
    private final TtlvLimits limits;
    private final int start;
    private int at;
    private int itemCount;

    /** Finished items whose structure is still open, innermost last. */
    private TtlvItem[] pending = new TtlvItem[16];
    private int pendingCount;

    Decoder(ByteBuffer duplicate, TtlvLimits limits) {
        this.buffer = duplicate;
        this.limits = limits;
        this.start = duplicate.position();
        this.at = start;
    }

    int framedLength() throws TtlvFault {
        requireHeader(buffer.limit());
        typeAt(at);
        int length = valueLength();
        if (length > limits.messageBytesMax() - TtlvBinary.HEADER_BYTES) {
            throw fault(Flaw.MESSAGE_TOO_LONG);
        }
        return TtlvBinary.HEADER_BYTES + Encoder.padded(length);
    }

    TtlvItem message() throws TtlvFault {
        int end = buffer.limit();
        if (end - start > limits.messageBytesMax()) {
            throw fault(Flaw.MESSAGE_TOO_LONG);
        }
        requireHeader(end);
        TtlvItem item = item(end, 1);
        if (at != end) {
            throw fault(Flaw.TRAILING_BYTES);
        }
        return item;
    }

    /** Decodes the item at {@code at}, whose header is known to lie before {@code end}. */
    private TtlvItem item(int end, int depth) throws TtlvFault {
        TtlvType type = typeAt(at);
        if (++itemCount > limits.itemsMax()) {
            throw fault(Flaw.TOO_MANY_ITEMS);
        }
        int length = valueLength();
        requireLength(type, length);
        int valueAt = at + TtlvBinary.HEADER_BYTES;
        // A structure's length counts padding already; others must fit with theirs.
        if (length > end - valueAt || paddingOf(length) > end - valueAt - length) {
            throw fault(depth == 1 ? Flaw.TRUNCATED_VALUE : Flaw.STRUCTURE_NOT_FILLED);
        }
        int tag = buffer.getInt(at) >>> 8;
        if (type == TtlvType.STRUCTURE) {
            return structure(tag, valueAt, length, depth);
        }
        requireZeroPadding(valueAt, length);
        TtlvItem item = leaf(tag, type, valueAt, length);
        at = valueAt + length + paddingOf(length);
        return item;
    }

    private Structure structure(int tag, int valueAt, int length, int depth) throws TtlvFault {
        if (depth > limits.depthMax()) {
            throw fault(Flaw.TOO_DEEP);
        }
        int end = valueAt + length;
        int first = pendingCount;
        at = valueAt;
        while (at < end) {
            if (end - at < TtlvBinary.HEADER_BYTES) {
                throw fault(Flaw.STRUCTURE_NOT_FILLED);
            }
            TtlvItem child = item(end, depth + 1);
            if (pendingCount == pending.length) {
                pending = Arrays.copyOf(pending, pendingCount * 2);
            }
            pending[pendingCount++] = child;
        }
        List<TtlvItem> items = switch (pendingCount - first) {
            case 0 -> List.of();
            case 1 -> List.of(pending[first]);
            case 2 -> List.of(pending[first], pending[first + 1]);
            default -> List.of(Arrays.copyOfRange(pending, first, pendingCount));
        };
        pendingCount = first;
        return new Structure(tag, items);
    }

    private TtlvItem leaf(int tag, TtlvType type, int valueAt, int length) throws TtlvFault {
        return switch (type) {
            case STRUCTURE -> throw new AssertionError("a structure is no leaf");
            case INTEGER -> new IntegerItem(tag, buffer.getInt(valueAt));
            case LONG_INTEGER -> new LongIntegerItem(tag, buffer.getLong(valueAt));
            case BIG_INTEGER -> new BigIntegerItem(tag, slice(valueAt, length));
            case ENUMERATION -> new EnumerationItem(tag, buffer.getInt(valueAt));
            case BOOLEAN -> new BooleanItem(tag, bool(valueAt));
            case TEXT_STRING -> new TextStringItem(tag, text(valueAt, length));
            case BYTE_STRING -> new ByteStringItem(tag, slice(valueAt, length));
            case DATE_TIME -> new DateTimeItem(tag, buffer.getLong(valueAt));
            case INTERVAL -> new IntervalItem(tag, buffer.getInt(valueAt));
            case DATE_TIME_EXTENDED -> new DateTimeExtendedItem(tag, buffer.getLong(valueAt));
            case IDENTIFIER -> new IdentifierItem(tag, text(valueAt, length));
            case REFERENCE -> new ReferenceItem(tag, text(valueAt, length));
            case NAME_REFERENCE -> new NameReferenceItem(tag, text(valueAt, length));
        };
    }

    private boolean bool(int valueAt) throws TtlvFault {
        long value = buffer.getLong(valueAt);
        if ((value & ~1L) != 0) {
            throw fault(Flaw.BOOLEAN_VALUE);
        }
        return value == 1;
    }

    private ByteSlice text(int valueAt, int length) throws TtlvFault {
        if (length > limits.stringBytesMax()) {
            throw fault(Flaw.STRING_TOO_LONG);
        }
        if (!Utf8.isValid(buffer, valueAt, length)) {
            throw fault(Flaw.NOT_UTF_8);
        }
        return slice(valueAt, length);
    }

    private ByteSlice slice(int valueAt, int length) {
        return ByteSlice.viewOfPrivate(buffer, valueAt, length);
    }

    private void requireHeader(int end) throws TtlvFault {
        if (end - at < TtlvBinary.HEADER_BYTES) {
            throw fault(Flaw.TRUNCATED_HEADER);
        }
    }

    private TtlvType typeAt(int headerAt) throws TtlvFault {
        int prefix = buffer.get(headerAt) & 0xFF;
        if (prefix != STANDARD_PREFIX && prefix != EXTENSION_PREFIX) {
            throw fault(Flaw.TAG_PREFIX);
        }
        TtlvType type = TtlvType.of(buffer.get(headerAt + 3));
        if (type == null) {
            throw fault(Flaw.UNKNOWN_TYPE);
        }
        return type;
    }

    /** At most 2 GiB less a header and padding, so that sums of it do not overflow. */
    private int valueLength() throws TtlvFault {
        int length = buffer.getInt(at + 4);
        if (length < 0 || length > Integer.MAX_VALUE - 2 * TtlvBinary.HEADER_BYTES) {
            throw fault(Flaw.LENGTH_OVERFLOW);
        }
        return length;
    }

    private void requireLength(TtlvType type, int length) throws TtlvFault {
        switch (type) {
            case INTEGER -> require(length == 4, Flaw.INTEGER_LENGTH);
            case LONG_INTEGER -> require(length == 8, Flaw.LONG_INTEGER_LENGTH);
            case BIG_INTEGER -> require(length > 0 && length % 8 == 0, Flaw.BIG_INTEGER_LENGTH);
            case ENUMERATION -> require(length == 4, Flaw.ENUMERATION_LENGTH);
            case BOOLEAN -> require(length == 8, Flaw.BOOLEAN_LENGTH);
            case DATE_TIME -> require(length == 8, Flaw.DATE_TIME_LENGTH);
            case INTERVAL -> require(length == 4, Flaw.INTERVAL_LENGTH);
            case DATE_TIME_EXTENDED -> require(length == 8, Flaw.DATE_TIME_EXTENDED_LENGTH);
            case STRUCTURE -> require(length % 8 == 0, Flaw.STRUCTURE_NOT_FILLED);
            case TEXT_STRING, BYTE_STRING, IDENTIFIER, REFERENCE, NAME_REFERENCE -> {
                // any length is right
            }
        }
    }

    private void requireZeroPadding(int valueAt, int length) throws TtlvFault {
        int padding = paddingOf(length);
        if (padding > 0) {
            long lastWord = buffer.getLong(valueAt + length + padding - 8);
            require((lastWord & ((1L << (padding * 8)) - 1)) == 0, Flaw.NON_ZERO_PADDING);
        }
    }

    private void require(boolean holds, Flaw flaw) throws TtlvFault {
        if (!holds) {
            throw fault(flaw);
        }
    }

    private static int paddingOf(int length) {
        return -length & 7;
    }

    private TtlvFault fault(Flaw flaw) {
        return new TtlvFault(flaw, at - start);
    }
}
