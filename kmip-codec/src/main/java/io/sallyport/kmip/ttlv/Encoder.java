package io.sallyport.kmip.ttlv;

import io.sallyport.kmip.ttlv.TtlvItem.BigIntegerItem;
import io.sallyport.kmip.ttlv.TtlvItem.BooleanItem;
import io.sallyport.kmip.ttlv.TtlvItem.ByteStringItem;
import io.sallyport.kmip.ttlv.TtlvItem.DateTimeExtendedItem;
import io.sallyport.kmip.ttlv.TtlvItem.DateTimeItem;
import io.sallyport.kmip.ttlv.TtlvItem.EnumerationItem;
import io.sallyport.kmip.ttlv.TtlvItem.IntegerItem;
import io.sallyport.kmip.ttlv.TtlvItem.IntervalItem;
import io.sallyport.kmip.ttlv.TtlvItem.LongIntegerItem;
import io.sallyport.kmip.ttlv.TtlvItem.Structure;
import io.sallyport.kmip.ttlv.TtlvItem.Utf8Item;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Writes items in one pass: the length of a structure is put in place when its end is known. */
final class Encoder {
    private Encoder() {}

    static int encodedLength(TtlvItem item) {
        return Math.addExact(TtlvBinary.HEADER_BYTES, switch (item) {
            case Structure structure -> itemsLength(structure.items());
            case BigIntegerItem big -> bigIntegerLength(big.twosComplement());
            case Utf8Item text -> padded(text.utf8().length());
            case ByteStringItem bytes -> padded(bytes.value().length());
            case IntegerItem _,LongIntegerItem _,EnumerationItem _,BooleanItem _ -> 8;
            case DateTimeItem _,IntervalItem _,DateTimeExtendedItem _ -> 8;
        });
    }

    static void encode(TtlvItem item, ByteBuffer out) {
        if (out.order() != ByteOrder.BIG_ENDIAN) {
            throw new IllegalArgumentException("TTLV is written to big-endian buffers only");
        }
        put(item, out);
    }

    private static int itemsLength(List<TtlvItem> items) {
        int sum = 0;
        for (int i = 0; i < items.size(); i++) {
            sum = Math.addExact(sum, encodedLength(items.get(i)));
        }
        return sum;
    }

    private static void put(TtlvItem item, ByteBuffer out) {
        out.putInt(item.tag() << 8 | item.type().code());
        switch (item) {
            case Structure structure -> putItems(structure.items(), out);
            case IntegerItem integer -> putPaddedInt(integer.value(), out);
            case EnumerationItem enumeration -> putPaddedInt(enumeration.value(), out);
            case IntervalItem interval -> putPaddedInt(interval.seconds(), out);
            case LongIntegerItem integer -> out.putInt(8).putLong(integer.value());
            case DateTimeItem date -> out.putInt(8).putLong(date.epochSeconds());
            case DateTimeExtendedItem date -> out.putInt(8).putLong(date.micros());
            case BooleanItem bool -> out.putInt(8).putLong(bool.value() ? 1 : 0);
            case BigIntegerItem big -> putBigInteger(big.twosComplement(), out);
            case Utf8Item text -> putBytes(text.utf8(), out);
            case ByteStringItem bytes -> putBytes(bytes.value(), out);
        }
    }

    private static void putItems(List<TtlvItem> items, ByteBuffer out) {
        int lengthAt = out.position();
        out.putInt(0);
        for (int i = 0; i < items.size(); i++) {
            put(items.get(i), out);
        }
        out.putInt(lengthAt, out.position() - lengthAt - 4);
    }

    private static void putPaddedInt(int value, ByteBuffer out) {
        out.putInt(4).putLong((long) value << 32);
    }

    private static void putBytes(ByteSlice bytes, ByteBuffer out) {
        int length = bytes.length();
        out.putInt(length);
        bytes.copyTo(out);
        putFill(padded(length) - length, (byte) 0, out);
    }

    private static void putBigInteger(ByteSlice bytes, ByteBuffer out) {
        int length = bigIntegerLength(bytes);
        boolean negative = bytes.length() > 0 && bytes.at(0) < 0;
        out.putInt(length);
        putFill(length - bytes.length(), (byte) (negative ? -1 : 0), out);
        bytes.copyTo(out);
    }

    private static void putFill(int count, byte fill, ByteBuffer out) {
        for (int i = 0; i < count; i++) {
            out.put(fill);
        }
    }

    /** Zero has a value too: a Big Integer is never empty on the wire. */
    private static int bigIntegerLength(ByteSlice bytes) {
        return padded(Math.max(1, bytes.length()));
    }

    static int padded(int length) {
        return Math.addExact(length, 7) & ~7;
    }
}
