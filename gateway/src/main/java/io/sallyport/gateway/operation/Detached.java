package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.List;

import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * Copies attributes out of the frame in which they arrived, which is erased when the message is
 * answered. Attributes are metadata; key material never passes here. Stateless.
 */
public final class Detached {

    private Detached() {}

    /** The same attribute with memory of its own. */
    public static Attribute copy(Attribute attribute) {
        return new Attribute(attribute.name(), attribute.index(), copy(attribute.value()));
    }

    private static TtlvItem copy(TtlvItem item) {
        return switch (item) {
            case TtlvItem.Structure(int tag, List<TtlvItem> items) -> {
                List<TtlvItem> copies = new ArrayList<>(items.size());
                for (TtlvItem child : items) {
                    copies.add(copy(child));
                }
                yield new TtlvItem.Structure(tag, copies);
            }
            case TtlvItem.BigIntegerItem(int tag, ByteSlice value) ->
                new TtlvItem.BigIntegerItem(tag, copy(value));
            case TtlvItem.TextStringItem(int tag, ByteSlice utf8) ->
                new TtlvItem.TextStringItem(tag, copy(utf8));
            case TtlvItem.ByteStringItem(int tag, ByteSlice value) ->
                new TtlvItem.ByteStringItem(tag, copy(value));
            case TtlvItem.IdentifierItem(int tag, ByteSlice utf8) ->
                new TtlvItem.IdentifierItem(tag, copy(utf8));
            case TtlvItem.ReferenceItem(int tag, ByteSlice utf8) ->
                new TtlvItem.ReferenceItem(tag, copy(utf8));
            case TtlvItem.NameReferenceItem(int tag, ByteSlice utf8) ->
                new TtlvItem.NameReferenceItem(tag, copy(utf8));
            case TtlvItem.IntegerItem number -> number;
            case TtlvItem.LongIntegerItem number -> number;
            case TtlvItem.EnumerationItem code -> code;
            case TtlvItem.BooleanItem flag -> flag;
            case TtlvItem.DateTimeItem date -> date;
            case TtlvItem.IntervalItem interval -> interval;
            case TtlvItem.DateTimeExtendedItem date -> date;
        };
    }

    private static ByteSlice copy(ByteSlice slice) {
        return ByteSlice.of(slice.toByteArray());
    }
}
