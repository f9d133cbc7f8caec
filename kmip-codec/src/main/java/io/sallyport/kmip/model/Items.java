package io.sallyport.kmip.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Making, comparing and looking into single items. */
public final class Items {

    private Items() {}

    /** A text string. */
    public static TtlvItem.TextStringItem text(int tag, String value) {
        return TtlvItem.TextStringItem.of(tag, value);
    }

    /** A byte string over the given bytes, which are not copied. */
    public static TtlvItem.ByteStringItem bytes(int tag, byte[] value) {
        return new TtlvItem.ByteStringItem(tag, ByteSlice.of(value));
    }

    /** A structure. */
    public static TtlvItem.Structure structure(int tag, TtlvItem... items) {
        return new TtlvItem.Structure(tag, List.of(items));
    }

    /** An enumeration value. */
    public static TtlvItem.EnumerationItem enumeration(int tag, KmipEnumeration value) {
        return new TtlvItem.EnumerationItem(tag, value.code());
    }

    /** The first child with this tag, or null. */
    public static @Nullable TtlvItem child(TtlvItem parent, int tag) {
        if (parent instanceof TtlvItem.Structure(int _, List<TtlvItem> items)) {
            for (TtlvItem item : items) {
                if (item.tag() == tag) {
                    return item;
                }
            }
        }
        return null;
    }

    /** The text of the first child with this tag, or null. */
    public static @Nullable String childText(TtlvItem parent, int tag) {
        return child(parent, tag) instanceof TtlvItem.TextStringItem item ? item.text() : null;
    }

    /** The same value under another tag. */
    public static TtlvItem withTag(TtlvItem item, int tag) {
        if (item.tag() == tag) {
            return item;
        }
        return switch (item) {
            case TtlvItem.Structure i -> new TtlvItem.Structure(tag, i.items());
            case TtlvItem.IntegerItem i -> new TtlvItem.IntegerItem(tag, i.value());
            case TtlvItem.LongIntegerItem i -> new TtlvItem.LongIntegerItem(tag, i.value());
            case TtlvItem.BigIntegerItem i -> new TtlvItem.BigIntegerItem(tag, i.twosComplement());
            case TtlvItem.EnumerationItem i -> new TtlvItem.EnumerationItem(tag, i.value());
            case TtlvItem.BooleanItem i -> new TtlvItem.BooleanItem(tag, i.value());
            case TtlvItem.TextStringItem i -> new TtlvItem.TextStringItem(tag, i.utf8());
            case TtlvItem.ByteStringItem i -> new TtlvItem.ByteStringItem(tag, i.value());
            case TtlvItem.DateTimeItem i -> new TtlvItem.DateTimeItem(tag, i.epochSeconds());
            case TtlvItem.IntervalItem i -> new TtlvItem.IntervalItem(tag, i.seconds());
            case TtlvItem.DateTimeExtendedItem i ->
                new TtlvItem.DateTimeExtendedItem(tag, i.micros());
            case TtlvItem.IdentifierItem i -> new TtlvItem.IdentifierItem(tag, i.utf8());
            case TtlvItem.ReferenceItem i -> new TtlvItem.ReferenceItem(tag, i.utf8());
            case TtlvItem.NameReferenceItem i -> new TtlvItem.NameReferenceItem(tag, i.utf8());
        };
    }

    /** Whether two items have equal tags, types and values. Byte strings in constant time. */
    public static boolean equal(TtlvItem a, TtlvItem b) {
        if (a.tag() != b.tag() || a.type() != b.type()) {
            return false;
        }
        return switch (a) {
            case TtlvItem.Structure s -> equalStructures(s, (TtlvItem.Structure) b);
            case TtlvItem.BigIntegerItem i ->
                i.twosComplement().matches(((TtlvItem.BigIntegerItem) b).twosComplement());
            case TtlvItem.Utf8Item i -> i.utf8().matches(((TtlvItem.Utf8Item) b).utf8());
            case TtlvItem.ByteStringItem i ->
                i.value().matches(((TtlvItem.ByteStringItem) b).value());
            case TtlvItem.IntegerItem i -> i.equals(b);
            case TtlvItem.LongIntegerItem i -> i.equals(b);
            case TtlvItem.EnumerationItem i -> i.equals(b);
            case TtlvItem.BooleanItem i -> i.equals(b);
            case TtlvItem.DateTimeItem i -> i.equals(b);
            case TtlvItem.IntervalItem i -> i.equals(b);
            case TtlvItem.DateTimeExtendedItem i -> i.equals(b);
        };
    }

    private static boolean equalStructures(TtlvItem.Structure a, TtlvItem.Structure b) {
        if (a.items().size() != b.items().size()) {
            return false;
        }
        for (int i = 0; i < a.items().size(); i++) {
            if (!equal(a.items().get(i), b.items().get(i))) {
                return false;
            }
        }
        return true;
    }
}
