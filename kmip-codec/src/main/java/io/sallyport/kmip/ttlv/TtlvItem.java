package io.sallyport.kmip.ttlv;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One item: tag, type, value. A message is a tree of these.
 *
 * <p>{@link #tag} is the 24-bit code as an int, for example 0x420078. Strings and big integers are
 * {@link ByteSlice}s: views on the decoded frame, valid as long as it is. Unchanging; equality of
 * items that hold slices is identity of the slices, compare their encodings instead.
 */
public sealed interface TtlvItem {
    /** The 24-bit tag. */
    int tag();

    /** The type, which also says which record this is. */
    TtlvType type();

    /** Items in the order of the wire. */
    record Structure(int tag, List<TtlvItem> items) implements TtlvItem {
        public Structure {
            items = List.copyOf(items);
        }

        @Override
        public TtlvType type() {
            return TtlvType.STRUCTURE;
        }
    }

    /** A signed 32-bit number; also the type of bit masks. */
    record IntegerItem(int tag, int value) implements TtlvItem {
        @Override
        public TtlvType type() {
            return TtlvType.INTEGER;
        }
    }

    /** A signed 64-bit number. */
    record LongIntegerItem(int tag, long value) implements TtlvItem {
        @Override
        public TtlvType type() {
            return TtlvType.LONG_INTEGER;
        }
    }

    /**
     * A signed number of any size, big-endian. May be a private exponent. A value whose length is
     * not a multiple of 8 is sign-extended by the encoder.
     */
    record BigIntegerItem(int tag, ByteSlice twosComplement) implements TtlvItem {
        @Override
        public TtlvType type() {
            return TtlvType.BIG_INTEGER;
        }
    }

    /** A code out of the enumeration that belongs to the tag; unsigned 32 bit. */
    record EnumerationItem(int tag, int value) implements TtlvItem {
        @Override
        public TtlvType type() {
            return TtlvType.ENUMERATION;
        }
    }

    /** True or false. */
    record BooleanItem(int tag, boolean value) implements TtlvItem {
        @Override
        public TtlvType type() {
            return TtlvType.BOOLEAN;
        }
    }

    /** The four types whose value is UTF-8 text. */
    sealed interface Utf8Item extends TtlvItem {
        /** The text as bytes; use these where the text may be a secret. */
        ByteSlice utf8();

        /** The text as a new String on the heap; not for secrets. */
        default String text() {
            return new String(utf8().toByteArray(), StandardCharsets.UTF_8);
        }
    }

    /** Text. */
    record TextStringItem(int tag, ByteSlice utf8) implements Utf8Item {
        /** Text that is not a secret. */
        public static TextStringItem of(int tag, String text) {
            return new TextStringItem(tag, ByteSlice.ofText(text));
        }

        @Override
        public TtlvType type() {
            return TtlvType.TEXT_STRING;
        }
    }

    /** Bytes; may be a key. */
    record ByteStringItem(int tag, ByteSlice value) implements TtlvItem {
        @Override
        public TtlvType type() {
            return TtlvType.BYTE_STRING;
        }
    }

    /** Seconds since 1970 UTC; may be negative. */
    record DateTimeItem(int tag, long epochSeconds) implements TtlvItem {
        @Override
        public TtlvType type() {
            return TtlvType.DATE_TIME;
        }
    }

    /** A length of time in seconds; unsigned 32 bit. */
    record IntervalItem(int tag, int seconds) implements TtlvItem {
        @Override
        public TtlvType type() {
            return TtlvType.INTERVAL;
        }
    }

    /** Microseconds since 1970 UTC; since KMIP 2.0. */
    record DateTimeExtendedItem(int tag, long micros) implements TtlvItem {
        @Override
        public TtlvType type() {
            return TtlvType.DATE_TIME_EXTENDED;
        }
    }

    /** The identifier of an object; since KMIP 3.0. */
    record IdentifierItem(int tag, ByteSlice utf8) implements Utf8Item {
        @Override
        public TtlvType type() {
            return TtlvType.IDENTIFIER;
        }
    }

    /** A reference to an object by its identifier; since KMIP 3.0. */
    record ReferenceItem(int tag, ByteSlice utf8) implements Utf8Item {
        @Override
        public TtlvType type() {
            return TtlvType.REFERENCE;
        }
    }

    /** A reference to an object by its name; since KMIP 3.0. */
    record NameReferenceItem(int tag, ByteSlice utf8) implements Utf8Item {
        @Override
        public TtlvType type() {
            return TtlvType.NAME_REFERENCE;
        }
    }
}
