package io.sallyport.kmip.ttlv.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvItem.BigIntegerItem;
import io.sallyport.kmip.ttlv.TtlvItem.BooleanItem;
import io.sallyport.kmip.ttlv.TtlvItem.ByteStringItem;
import io.sallyport.kmip.ttlv.TtlvItem.DateTimeExtendedItem;
import io.sallyport.kmip.ttlv.TtlvItem.DateTimeItem;
import io.sallyport.kmip.ttlv.TtlvItem.EnumerationItem;
import io.sallyport.kmip.ttlv.TtlvItem.IdentifierItem;
import io.sallyport.kmip.ttlv.TtlvItem.IntegerItem;
import io.sallyport.kmip.ttlv.TtlvItem.IntervalItem;
import io.sallyport.kmip.ttlv.TtlvItem.LongIntegerItem;
import io.sallyport.kmip.ttlv.TtlvItem.NameReferenceItem;
import io.sallyport.kmip.ttlv.TtlvItem.ReferenceItem;
import io.sallyport.kmip.ttlv.TtlvItem.Structure;
import io.sallyport.kmip.ttlv.TtlvItem.TextStringItem;
import io.sallyport.kmip.ttlv.TtlvItem.Utf8Item;
import io.sallyport.kmip.ttlv.TtlvLimits;
import io.sallyport.kmip.ttlv.TtlvType;
import io.sallyport.kmip.ttlv.json.JsonValue.JsonArray;
import io.sallyport.kmip.ttlv.json.JsonValue.JsonBoolean;
import io.sallyport.kmip.ttlv.json.JsonValue.JsonNull;
import io.sallyport.kmip.ttlv.json.JsonValue.JsonNumber;
import io.sallyport.kmip.ttlv.json.JsonValue.JsonObject;
import io.sallyport.kmip.ttlv.json.JsonValue.JsonText;
import io.sallyport.kmip.ttlv.xml.TtlvNames;
import io.sallyport.kmip.ttlv.xml.WrittenForms;

/**
 * Values without items below them. Numbers are written as hexadecimal texts, since a reader of JSON
 * may hold numbers as floating point. Readers throw IllegalArgumentException or DateTimeException.
 */
final class JsonLeaves {
    private final TtlvNames names;

    JsonLeaves(TtlvNames names) {
        this.names = names;
    }

    TtlvItem item(int tag, TtlvType type, JsonValue value, int meaning, TtlvLimits limits) {
        return switch (type) {
            case STRUCTURE -> throw new AssertionError("a structure is no leaf");
            case INTEGER -> new IntegerItem(tag, integer(value, meaning));
            case LONG_INTEGER -> new LongIntegerItem(tag, longInteger(value));
            case BIG_INTEGER -> new BigIntegerItem(tag, bigInteger(value));
            case ENUMERATION -> new EnumerationItem(tag, enumeration(value, meaning));
            case BOOLEAN -> new BooleanItem(tag, bool(value));
            case TEXT_STRING -> new TextStringItem(tag, utf8(value, limits));
            case BYTE_STRING -> new ByteStringItem(tag, WrittenForms.parseHex(text(value)));
            case DATE_TIME -> new DateTimeItem(tag, WrittenForms.parseSeconds(digits(value)));
            case INTERVAL -> new IntervalItem(tag, WrittenForms.parseInt(digits(value)));
            case DATE_TIME_EXTENDED ->
                new DateTimeExtendedItem(tag, WrittenForms.parseMicros(digits(value)));
            case IDENTIFIER -> new IdentifierItem(tag, utf8(value, limits));
            case REFERENCE -> new ReferenceItem(tag, utf8(value, limits));
            case NAME_REFERENCE -> new NameReferenceItem(tag, utf8(value, limits));
        };
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonText(int _, String text)) {
            return text;
        }
        throw new IllegalArgumentException("not a text");
    }

    /** A number or what a text writes in its place. */
    private static String digits(JsonValue value) {
        return switch (value) {
            case JsonText(int _, String text) -> text;
            case JsonNumber(int _, String number) -> number;
            case JsonObject _,JsonArray _,JsonBoolean _,JsonNull _ ->
                throw new IllegalArgumentException("not a number");
        };
    }

    private int integer(JsonValue value, int meaning) {
        String written = digits(value);
        if (names.maskNames(meaning, 0) == null || value instanceof JsonNumber) {
            return signed(written);
        }
        int mask = 0;
        for (String word : WrittenForms.words(written)) {
            int bit = names.maskBit(meaning, word);
            mask |= bit != 0 ? bit : WrittenForms.parseInt(word);
        }
        return mask;
    }

    private static int signed(String written) {
        return written.startsWith("0x") ? WrittenForms.parseInt(written)
                : Integer.parseInt(written);
    }

    private static long longInteger(JsonValue value) {
        return WrittenForms.parseLong(digits(value));
    }

    /** Bytes in multiples of eight; a number is one of them at most. */
    private static ByteSlice bigInteger(JsonValue value) {
        if (value instanceof JsonNumber(int _, String number)) {
            return ByteSlice.of(ByteBuffer.allocate(Long.BYTES)
                    .putLong(Long.parseLong(number)).array());
        }
        ByteSlice bytes = WrittenForms.parseHex(text(value));
        if (bytes.length() == 0 || bytes.length() % Long.BYTES != 0) {
            throw new IllegalArgumentException("not a multiple of eight bytes");
        }
        return bytes;
    }

    private int enumeration(JsonValue value, int meaning) {
        if (value instanceof JsonNumber(int _, String number)) {
            return Integer.parseUnsignedInt(number);
        }
        String written = text(value);
        Integer code = names.enumerationCode(meaning, written);
        return code != null ? code : WrittenForms.parseInt(written);
    }

    private static boolean bool(JsonValue value) {
        if (value instanceof JsonBoolean(int _, boolean bool)) {
            return bool;
        }
        long number = WrittenForms.parseLong(text(value));
        if (number != 0 && number != 1) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return number == 1;
    }

    private static ByteSlice utf8(JsonValue value, TtlvLimits limits) {
        ByteSlice bytes = ByteSlice.of(text(value).getBytes(StandardCharsets.UTF_8));
        if (bytes.length() > limits.stringBytesMax()) {
            throw new IllegalArgumentException("longer than the limit");
        }
        return bytes;
    }

    void write(TtlvItem item, int meaning, StringBuilder out) {
        switch (item) {
            case Structure _ -> throw new AssertionError("a structure has no value");
            case BooleanItem bool -> out.append(bool.value());
            case IntegerItem integer -> quote(integer(integer.value(), meaning), out);
            case LongIntegerItem number -> quote(String.format("0x%016X", number.value()), out);
            case BigIntegerItem big ->
                quote("0x" + WrittenForms.hex(big.twosComplement()), out);
            case EnumerationItem code -> quote(WrittenForms.enumeration(code.value(),
                    names.enumerationName(meaning, code.value())), out);
            case Utf8Item text -> quote(text.text(), out);
            case ByteStringItem bytes -> quote(WrittenForms.hex(bytes.value()), out);
            case DateTimeItem date -> quote(WrittenForms.seconds(date.epochSeconds()), out);
            case DateTimeExtendedItem date -> quote(WrittenForms.micros(date.micros()), out);
            case IntervalItem interval ->
                quote(String.format("0x%08X", interval.seconds()), out);
        }
    }

    private String integer(int value, int meaning) {
        String bits = names.maskNames(meaning, value);
        return bits == null || bits.isEmpty() ? String.format("0x%08X", value)
                : bits.replace(' ', '|');
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
