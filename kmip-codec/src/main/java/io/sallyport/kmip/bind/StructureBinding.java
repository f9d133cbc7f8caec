package io.sallyport.kmip.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * The table of one structure. Immutable, made once when its class is loaded, used by any thread.
 *
 * <p>Decoding takes the fields in any order and those of every version this build knows, refuses a
 * single field that is there twice and a required one that is not, passes over vendor tags (54xxxx)
 * and refuses any other tag. Encoding keeps the order of the table; the {@link Dialect} decides
 * what becomes of a value that the version does not define.
 *
 * @param <S> the record
 */
public final class StructureBinding<S> implements ItemCodec<S> {

    /** Makes the record out of its fields. */
    public interface Maker<S> {
        S make(Values<S> values) throws BindFault;
    }

    /** The decoded fields of one structure. */
    public static final class Values<S> {
        private final List<Field<S, ?>> fields;
        private final @Nullable Object[] values;
        /** Where the next field is, if the maker asks in the order of the table. */
        private int next;

        private Values(List<Field<S, ?>> fields) {
            this.fields = fields;
            this.values = new @Nullable Object[fields.size()];
        }

        /** The value of a field, null if it was not there. */
        @SuppressWarnings("unchecked") // set by the field of the same type only
        public <T> @Nullable T get(Field<S, T> field) {
            int at = next < values.length && fields.get(next) == field
                    ? next
                    : fields.indexOf(field);
            next = at + 1;
            return (T) values[at];
        }

        /** The value of a required or repeated field. */
        public <T> T need(Field<S, T> field) {
            return Objects.requireNonNull(get(field));
        }
    }

    private static final int VENDOR_PREFIX = 0x54;

    private final String name;
    private final List<Field<S, ?>> fields;
    private final Maker<S> maker;

    private StructureBinding(String name, List<Field<S, ?>> fields, Maker<S> maker) {
        this.name = name;
        this.fields = List.copyOf(fields);
        this.maker = maker;
    }

    /** A table with its fields in the order of the wire. */
    public static <S> StructureBinding<S> of(String name, List<Field<S, ?>> fields,
            Maker<S> maker) {
        return new StructureBinding<>(name, fields, maker);
    }

    @Override
    public S decode(TtlvItem item, KmipVersion version) throws BindFault {
        if (!(item instanceof TtlvItem.Structure(int _, List<TtlvItem> items))) {
            throw BindFault.type(item, "a structure");
        }
        Values<S> values = new Values<>(fields);
        int taken = 0;
        for (int i = 0; i < values.values.length; i++) {
            Field<S, ?> field = fields.get(i);
            int mine = count(field, items);
            taken += mine;
            values.values[i] = mine == 1
                    ? field.decode(first(field, items), version, name)
                    : field.decode(mine == 0 ? List.of() : all(field, items), version, name);
        }
        if (taken != items.size()) {
            refuseUnknown(items);
        }
        return maker.make(values);
    }

    @Override
    public TtlvItem.@Nullable Structure encode(int tag, S value, Dialect dialect) {
        List<TtlvItem> items = new ArrayList<>();
        for (Field<S, ?> field : fields) {
            if (!field.encode(value, dialect, items)) {
                return null;
            }
        }
        return new TtlvItem.Structure(tag, items);
    }

    private static int count(Field<?, ?> field, List<TtlvItem> items) {
        int count = 0;
        for (int i = 0; i < items.size(); i++) {
            if (field.accepts(items.get(i).tag())) {
                count++;
            }
        }
        return count;
    }

    private static TtlvItem first(Field<?, ?> field, List<TtlvItem> items) {
        int at = 0;
        while (!field.accepts(items.get(at).tag())) {
            at++;
        }
        return items.get(at);
    }

    private static List<TtlvItem> all(Field<?, ?> field, List<TtlvItem> items) {
        List<TtlvItem> mine = new ArrayList<>();
        for (TtlvItem item : items) {
            if (field.accepts(item.tag())) {
                mine.add(item);
            }
        }
        return mine;
    }

    private void refuseUnknown(List<TtlvItem> items) throws BindFault {
        for (TtlvItem item : items) {
            boolean vendor = item.tag() >> 16 == VENDOR_PREFIX;
            if (!vendor && fields.stream().noneMatch(f -> f.accepts(item.tag()))) {
                throw new BindFault(ResultReason.INVALID_FIELD,
                        name + " has no field " + Tag.nameOf(item.tag()));
            }
        }
    }
}
