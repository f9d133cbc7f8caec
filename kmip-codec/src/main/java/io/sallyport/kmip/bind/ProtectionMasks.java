package io.sallyport.kmip.bind;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/** The Protection Storage Masks structure of 2.x: acceptable masks, best first. */
public final class ProtectionMasks {
    public static final ItemCodec<List<Integer>> CODEC = new Masks();

    private ProtectionMasks() {}

    /** An empty list is not sent. */
    public static @Nullable List<Integer> orNull(List<Integer> masks) {
        return masks.isEmpty() ? null : masks;
    }

    /** A structure that is not there is an empty list. */
    public static List<Integer> orEmpty(@Nullable List<Integer> masks) {
        return masks == null ? List.of() : masks;
    }

    private static final class Masks implements ItemCodec<List<Integer>> {
        @Override
        public List<Integer> decode(TtlvItem item, KmipVersion version) throws BindFault {
            List<Integer> masks = new ArrayList<>();
            for (TtlvItem child : Codecs.STRUCTURE.decode(item, version).items()) {
                masks.add(Codecs.INTEGER.decode(child, version));
            }
            return masks;
        }

        @Override
        public TtlvItem encode(int tag, List<Integer> masks, Dialect dialect) {
            List<TtlvItem> items = new ArrayList<>(masks.size());
            for (int mask : masks) {
                items.add(new TtlvItem.IntegerItem(Tag.PROTECTION_STORAGE_MASK, mask));
            }
            return new TtlvItem.Structure(tag, items);
        }
    }
}
