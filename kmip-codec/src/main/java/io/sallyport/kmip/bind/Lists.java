package io.sallyport.kmip.bind;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Structures that hold one kind of item any number of times. */
public final class Lists {

    private Lists() {}

    /** The structure as a codec of the list. */
    public static <T> StructureBinding<List<T>> of(String name, int tag, ItemCodec<T> codec) {
        Field<List<T>, List<T>> items = Field.repeated(tag, codec, list -> list);
        return StructureBinding.of(name, List.of(items), v -> List.copyOf(v.need(items)));
    }

    /**
     * A field with such a structure, which is not there when the list is empty, or when the version
     * can say none of its values.
     */
    public static <S, T> Field<S, List<T>> optional(int tag, int itemTag, ItemCodec<T> codec,
            Field.Getter<S, List<T>> getter) {
        StructureBinding<List<T>> list = of(Tag.nameOf(tag), itemTag, codec);
        return Field.<S, List<T>>optional(tag, new Filled<>(list), owner -> {
            List<T> values = getter.get(owner);
            return values == null || values.isEmpty() ? null : values;
        });
    }

    /** A structure that is not there is an empty list. */
    public static <T> List<T> orEmpty(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    /** A list of which something can be said. */
    private record Filled<T>(StructureBinding<List<T>> list) implements ItemCodec<List<T>> {
        @Override
        public List<T> decode(TtlvItem item, KmipVersion version) throws BindFault {
            return list.decode(item, version);
        }

        @Override
        public @Nullable TtlvItem encode(int tag, List<T> values, Dialect dialect) {
            TtlvItem.Structure said = list.encode(tag, values, dialect);
            return said == null || said.items().isEmpty() ? null : said;
        }
    }
}
