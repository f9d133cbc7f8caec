package io.sallyport.kmip.bind;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * A value that is told by any number of items of one structure: attributes, a list of names, the
 * one object out of many kinds.
 *
 * @param <T> the value
 */
public interface SpanCodec<T> {

    /** Whether an item with this tag belongs to the value. */
    boolean accepts(int tag);

    /** The value of the items that belong to it; null where none of them is there. */
    @Nullable
    T decode(List<TtlvItem> items, KmipVersion version) throws BindFault;

    /** The same for the one item that is there, which is the ordinary case. */
    default @Nullable T decode(TtlvItem item, KmipVersion version) throws BindFault {
        return decode(List.of(item), version);
    }

    /**
     * Adds the items of the value.
     *
     * @return false where the dialect has no way to say the value
     */
    boolean encode(T value, Dialect dialect, List<TtlvItem> out);
}
