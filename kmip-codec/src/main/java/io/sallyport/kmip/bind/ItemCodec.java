package io.sallyport.kmip.bind;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * One item and the value it stands for.
 *
 * @param <T> the value
 */
public interface ItemCodec<T> {

    /** The value of an item whose tag has been checked. */
    T decode(TtlvItem item, KmipVersion version) throws BindFault;

    /** The item for a value, or null where the dialect has no way to say it. */
    @Nullable
    TtlvItem encode(int tag, T value, Dialect dialect);
}
