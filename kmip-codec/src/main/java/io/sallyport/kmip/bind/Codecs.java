package io.sallyport.kmip.bind;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.AsynchronousIndicator;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Ephemeral;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipEnumeration;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/** The single items: numbers, texts, bytes, dates, codes. */
public final class Codecs {

    /** Makes an item; takes the tag as a number, which every item has. */
    private interface Writer<T> {
        TtlvItem write(int tag, T value);
    }

    /** Makes and takes apart one type of item. */
    private record Simple<T>(String what, Function<TtlvItem, @Nullable T> reader,
            Writer<T> writer) implements ItemCodec<T> {
        @Override
        public T decode(TtlvItem item, KmipVersion version) throws BindFault {
            T value = reader.apply(item);
            if (value == null) {
                throw BindFault.type(item, what);
            }
            return value;
        }

        @Override
        public TtlvItem encode(int tag, T value, Dialect dialect) {
            return writer.write(tag, value);
        }
    }

    public static final ItemCodec<Integer> INTEGER = new Simple<>("an Integer",
            item -> item instanceof TtlvItem.IntegerItem i ? i.value() : null,
            TtlvItem.IntegerItem::new);
    public static final ItemCodec<Long> LONG = new Simple<>("a Long Integer",
            item -> item instanceof TtlvItem.LongIntegerItem i ? i.value() : null,
            TtlvItem.LongIntegerItem::new);
    /** Seconds; unsigned 32 bit on the wire. */
    public static final ItemCodec<Integer> INTERVAL = new Simple<>("an Interval",
            item -> item instanceof TtlvItem.IntervalItem i ? i.seconds() : null,
            TtlvItem.IntervalItem::new);
    public static final ItemCodec<Boolean> BOOLEAN = new Simple<>("a Boolean",
            item -> item instanceof TtlvItem.BooleanItem i ? i.value() : null,
            TtlvItem.BooleanItem::new);
    public static final ItemCodec<String> TEXT = new Simple<>("a Text String",
            item -> item instanceof TtlvItem.Utf8Item i ? i.text() : null,
            TtlvItem.TextStringItem::of);
    /** Text that may be secret: it stays where it is. */
    public static final ItemCodec<ByteSlice> SECRET_TEXT = new Simple<>("a Text String",
            item -> item instanceof TtlvItem.Utf8Item i ? i.utf8() : null,
            TtlvItem.TextStringItem::new);
    public static final ItemCodec<ByteSlice> BYTES = new Simple<>("a Byte String",
            item -> item instanceof TtlvItem.ByteStringItem i ? i.value() : null,
            TtlvItem.ByteStringItem::new);
    public static final ItemCodec<ByteSlice> BIG_INTEGER = new Simple<>("a Big Integer",
            item -> item instanceof TtlvItem.BigIntegerItem i ? i.twosComplement() : null,
            TtlvItem.BigIntegerItem::new);
    /** Seconds since 1970; the extended form of 2.x is rounded down. */
    public static final ItemCodec<Long> DATE = new Simple<>("a Date-Time", Codecs::seconds,
            TtlvItem.DateTimeItem::new);
    /** Microseconds since 1970; the form in seconds is understood. */
    public static final ItemCodec<Long> MICROS = new Simple<>("a Date-Time Extended",
            Codecs::micros, TtlvItem.DateTimeExtendedItem::new);
    /** Whatever it is. */
    public static final ItemCodec<TtlvItem> ITEM = new Simple<>("an item", item -> item,
            (tag, value) -> Items.withTag(value, tag));
    /** A structure that is not bound: on the way out it loses what the version does not define. */
    public static final ItemCodec<TtlvItem.Structure> STRUCTURE = new UnboundStructure();

    /** 1.x: a Boolean; 2.x: an enumeration. Both are understood in every version. */
    public static final ItemCodec<AsynchronousIndicator> ASYNCHRONOUS = new Asynchronous();
    /** 2.x: a Boolean; 3.0: an enumeration. An explicit false is the code 0. */
    public static final SpanCodec<Enumerated<Ephemeral>> EPHEMERAL = new Hidden();

    private Codecs() {}

    /** A code of an enumeration; unknown codes stay codes. */
    public static <E extends Enum<E> & KmipEnumeration> ItemCodec<Enumerated<E>> enumeration(
            IntFunction<@Nullable E> lookup) {
        return new Code<>(lookup, false);
    }

    /** A code that is sent even where the version has it not: it echoes what the peer sent. */
    public static <E extends Enum<E> & KmipEnumeration> ItemCodec<Enumerated<E>> echoed(
            IntFunction<@Nullable E> lookup) {
        return new Code<>(lookup, true);
    }

    /** A code that some peers send as an Integer. */
    public static <E extends Enum<E> & KmipEnumeration> ItemCodec<Enumerated<E>> codeOrNumber(
            IntFunction<@Nullable E> lookup) {
        ItemCodec<Enumerated<E>> code = enumeration(lookup);
        return new ItemCodec<>() {
            @Override
            public Enumerated<E> decode(TtlvItem item, KmipVersion version) throws BindFault {
                return item instanceof TtlvItem.IntegerItem(int _, int number)
                        ? new Enumerated<>(number, lookup.apply(number))
                        : code.decode(item, version);
            }

            @Override
            public @Nullable TtlvItem encode(int tag, Enumerated<E> value, Dialect dialect) {
                return code.encode(tag, value, dialect);
            }
        };
    }

    private static @Nullable Long micros(TtlvItem item) {
        return switch (item) {
            case TtlvItem.DateTimeExtendedItem i -> i.micros();
            case TtlvItem.DateTimeItem i -> i.epochSeconds() * 1_000_000L;
            default -> null;
        };
    }

    private static @Nullable Long seconds(TtlvItem item) {
        return switch (item) {
            case TtlvItem.DateTimeItem i -> i.epochSeconds();
            case TtlvItem.DateTimeExtendedItem i -> Math.floorDiv(i.micros(), 1_000_000L);
            default -> null;
        };
    }

    private record Code<E extends Enum<E> & KmipEnumeration>(IntFunction<@Nullable E> lookup,
            boolean echo)
            implements
                ItemCodec<Enumerated<E>> {
        @Override
        public Enumerated<E> decode(TtlvItem item, KmipVersion version) throws BindFault {
            if (!(item instanceof TtlvItem.EnumerationItem(int _, int code))) {
                throw BindFault.type(item, "an Enumeration");
            }
            return new Enumerated<>(code, lookup.apply(code));
        }

        @Override
        public @Nullable TtlvItem encode(int tag, Enumerated<E> value, Dialect dialect) {
            E known = value.known();
            return !echo && known != null && !known.definedIn(dialect.version()) ? null
                    : new TtlvItem.EnumerationItem(tag, value.code());
        }
    }

    private static final class UnboundStructure implements ItemCodec<TtlvItem.Structure> {
        @Override
        public TtlvItem.Structure decode(TtlvItem item, KmipVersion version) throws BindFault {
            if (item instanceof TtlvItem.Structure structure) {
                return structure;
            }
            throw BindFault.type(item, "a structure");
        }

        @Override
        public @Nullable TtlvItem encode(int tag, TtlvItem.Structure value, Dialect dialect) {
            return VersionFilter.only(Items.withTag(value, tag), dialect);
        }
    }

    /** A span, for in 3.0 nothing is hidden by saying nothing. */
    private static final class Hidden implements SpanCodec<Enumerated<Ephemeral>> {
        private static final SpanCodec<TtlvItem> INDICATOR = new Spans.Single<>(Tag.EPHEMERAL,
                ITEM);

        @Override
        public boolean accepts(int tag) {
            return INDICATOR.accepts(tag);
        }

        @Override
        public @Nullable Enumerated<Ephemeral> decode(List<TtlvItem> items, KmipVersion version)
                throws BindFault {
            return switch (INDICATOR.decode(items, version)) {
                case null -> null;
                case TtlvItem.BooleanItem(int _, boolean hidden) -> hidden
                        ? Enumerated.of(Ephemeral.DATA)
                        : new Enumerated<>(0, null);
                case TtlvItem.EnumerationItem(int _, int code) ->
                    new Enumerated<>(code, Ephemeral.of(code));
                case TtlvItem other -> throw BindFault.type(other, "an indicator of this version");
            };
        }

        @Override
        public boolean encode(Enumerated<Ephemeral> value, Dialect dialect, List<TtlvItem> out) {
            boolean hides = value.code() != 0;
            if (!dialect.atLeast(KmipVersion.V3_0)) {
                if (hides && !value.is(Ephemeral.DATA)) {
                    dialect.lose("this value of " + Tag.nameOf(Tag.EPHEMERAL));
                }
                out.add(new TtlvItem.BooleanItem(Tag.EPHEMERAL, hides));
            } else if (hides) {
                out.add(new TtlvItem.EnumerationItem(Tag.EPHEMERAL, value.code()));
            }
            return true;
        }
    }

    private static final class Asynchronous implements ItemCodec<AsynchronousIndicator> {
        @Override
        public AsynchronousIndicator decode(TtlvItem item, KmipVersion version) throws BindFault {
            if (item instanceof TtlvItem.BooleanItem(int _, boolean allowed)) {
                return allowed ? AsynchronousIndicator.OPTIONAL : AsynchronousIndicator.PROHIBITED;
            }
            AsynchronousIndicator known = item instanceof TtlvItem.EnumerationItem(int _, int code)
                    ? AsynchronousIndicator.of(code)
                    : null;
            if (known == null) {
                throw BindFault.type(item, "an indicator of this version");
            }
            return known;
        }

        @Override
        public TtlvItem encode(int tag, AsynchronousIndicator value, Dialect dialect) {
            if (value == AsynchronousIndicator.MANDATORY && !dialect.atLeast(KmipVersion.V2_0)) {
                dialect.lose("that an operation must be asynchronous");
            }
            return dialect.atLeast(KmipVersion.V2_0)
                    ? new TtlvItem.EnumerationItem(tag, value.code())
                    : new TtlvItem.BooleanItem(tag, value != AsynchronousIndicator.PROHIBITED);
        }
    }
}
