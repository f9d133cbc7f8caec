package io.sallyport.kmip.bind;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/** The two ordinary forms of a field: once, or any number of times. */
final class Spans {

    private Spans() {}

    record Single<T>(int tag, ItemCodec<T> codec) implements SpanCodec<T> {
        @Override
        public boolean accepts(int candidate) {
            return candidate == tag;
        }

        @Override
        public @Nullable T decode(List<TtlvItem> items, KmipVersion version) throws BindFault {
            if (items.size() > 1) {
                throw new BindFault(ResultReason.INVALID_MESSAGE,
                        Tag.nameOf(tag) + " is there twice");
            }
            return items.isEmpty() ? null : codec.decode(items.getFirst(), version);
        }

        @Override
        public T decode(TtlvItem item, KmipVersion version) throws BindFault {
            return codec.decode(item, version);
        }

        @Override
        public boolean encode(T value, Dialect dialect, List<TtlvItem> out) {
            TtlvItem item = codec.encode(tag, value, dialect);
            if (item == null) {
                return false;
            }
            out.add(item);
            return true;
        }
    }

    record Repeated<T>(int tag, ItemCodec<T> codec) implements SpanCodec<List<T>> {
        @Override
        public boolean accepts(int candidate) {
            return candidate == tag;
        }

        @Override
        public List<T> decode(List<TtlvItem> items, KmipVersion version) throws BindFault {
            if (items.isEmpty()) {
                return List.of();
            }
            List<T> values = new ArrayList<>(items.size());
            for (TtlvItem item : items) {
                values.add(codec.decode(item, version));
            }
            return values;
        }

        @Override
        public boolean encode(List<T> values, Dialect dialect, List<TtlvItem> out) {
            for (T value : values) {
                TtlvItem item = codec.encode(tag, value, dialect);
                if (item == null) {
                    dialect.lose(Tag.nameOf(tag));
                } else {
                    out.add(item);
                }
            }
            return true;
        }
    }
}
