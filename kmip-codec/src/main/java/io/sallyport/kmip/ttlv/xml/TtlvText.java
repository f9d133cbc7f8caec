package io.sallyport.kmip.ttlv.xml;

import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvItem.BigIntegerItem;
import io.sallyport.kmip.ttlv.TtlvItem.BooleanItem;
import io.sallyport.kmip.ttlv.TtlvItem.ByteStringItem;
import io.sallyport.kmip.ttlv.TtlvItem.DateTimeExtendedItem;
import io.sallyport.kmip.ttlv.TtlvItem.DateTimeItem;
import io.sallyport.kmip.ttlv.TtlvItem.EnumerationItem;
import io.sallyport.kmip.ttlv.TtlvItem.IntegerItem;
import io.sallyport.kmip.ttlv.TtlvItem.IntervalItem;
import io.sallyport.kmip.ttlv.TtlvItem.LongIntegerItem;
import io.sallyport.kmip.ttlv.TtlvItem.Structure;
import io.sallyport.kmip.ttlv.TtlvItem.Utf8Item;
import org.jspecify.annotations.Nullable;

/**
 * Prints items for operators' eyes, one line each. Bytes and big integers show their length only,
 * and so does every text that is not known to be public: key material, data, passwords and custom
 * attributes never appear. Thread-safe.
 */
public final class TtlvText {
    private final TtlvNames names;

    public TtlvText(TtlvNames names) {
        this.names = names;
    }

    /** The item and all below it, indented by two blanks for each level. */
    public String print(TtlvItem item) {
        StringBuilder out = new StringBuilder();
        print(item, null, 0, out);
        return out.toString();
    }

    private void print(TtlvItem item, @Nullable String attributeName, int indent,
            StringBuilder out) {
        String name = names.tagName(item.tag());
        out.repeat("  ", indent)
                .append(name != null ? name : String.format("0x%06X", item.tag()));
        if (!(item instanceof Structure structure)) {
            int meaning = names.meaningOf(item.tag(), attributeName);
            out.append(": ").append(value(item, meaning)).append('\n');
            return;
        }
        out.append('\n');
        String named = null;
        for (TtlvItem child : structure.items()) {
            print(child, named, indent + 1, out);
            if (child instanceof Utf8Item text
                    && "AttributeName".equals(names.tagName(child.tag()))) {
                named = text.text();
            }
        }
    }

    private String value(TtlvItem item, int meaning) {
        return switch (item) {
            case Structure _ -> throw new AssertionError("a structure has no value");
            case IntegerItem integer -> WrittenForms.integer(integer.value(),
                    names.maskNames(meaning, integer.value()));
            case EnumerationItem enumeration -> WrittenForms.enumeration(enumeration.value(),
                    names.enumerationName(meaning, enumeration.value()));
            case LongIntegerItem integer -> Long.toString(integer.value());
            case BigIntegerItem big -> redacted(big.twosComplement());
            case BooleanItem bool -> Boolean.toString(bool.value());
            case Utf8Item text -> names.isPublicText(meaning) ? quoted(text.text())
                    : redacted(text.utf8());
            case ByteStringItem bytes -> redacted(bytes.value());
            case DateTimeItem date -> WrittenForms.seconds(date.epochSeconds());
            case IntervalItem interval -> Integer.toUnsignedString(interval.seconds()) + " s";
            case DateTimeExtendedItem date -> WrittenForms.micros(date.micros());
        };
    }

    private static String redacted(ByteSlice bytes) {
        return "‹" + bytes.length() + " bytes›";
    }

    /** Control characters would let a peer write lines of its own into a log. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().map(point -> Character.isISOControl(point) ? '?' : point)
                .forEach(out::appendCodePoint);
        return out.append('"').toString();
    }
}
