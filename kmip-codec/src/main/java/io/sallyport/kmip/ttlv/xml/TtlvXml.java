package io.sallyport.kmip.ttlv.xml;

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
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The XML encoding of items. An element is named by its tag, or TTLV with the tag as an attribute
 * where there is no name; it has a type (a structure without) and a value. Thread-safe.
 *
 * <p>What it reads and writes lies on the heap as Strings: for cases, tools and tests, not for the
 * keys of clients.
 */
public final class TtlvXml {
    /** The element around the messages of a case. */
    private static final String DOCUMENT = "KMIP";
    private static final String CASE_DOCUMENT = "KmipTestCase";
    private static final String NAMELESS = "TTLV";

    private final TtlvNames names;

    public TtlvXml(TtlvNames names) {
        this.names = names;
    }

    /**
     * Reads the messages of a document, or the one item that is the document.
     *
     * @throws IOException if the stream fails
     */
    public List<TtlvItem> readAll(InputStream in, TtlvLimits limits, XmlValues values)
            throws IOException, TtlvXmlFault {
        List<TtlvItem> items = new ArrayList<>();
        for (XmlElement element : messages(XmlElement.parse(in, limits))) {
            items.add(read(element, values));
        }
        return items;
    }

    /** The elements of a document that are items: its children, or itself. */
    public static List<XmlElement> messages(XmlElement root) {
        boolean wrapper = root.name().equals(DOCUMENT) || root.name().equals(CASE_DOCUMENT);
        return wrapper ? root.children() : List.of(root);
    }

    /** Reads one element with all below it. */
    public TtlvItem read(XmlElement element, XmlValues values) throws TtlvXmlFault {
        return read(element, values, null);
    }

    /** Writes the item as an indented element. The values are all there, secret or not. */
    public String write(TtlvItem item) {
        StringBuilder out = new StringBuilder();
        write(item, null, 0, out);
        return out.toString();
    }

    private TtlvItem read(XmlElement element, XmlValues values, @Nullable String attributeName)
            throws TtlvXmlFault {
        int tag = tagOf(element);
        TtlvType type = typeOf(element);
        if (type == TtlvType.STRUCTURE) {
            return structure(tag, element, values);
        }
        String written = element.attribute("value");
        if (written == null || !element.children().isEmpty()) {
            throw new TtlvXmlFault("An element with a type needs a value and no children",
                    element.line());
        }
        String value = values.resolve(tag, type, written);
        try {
            return leaf(tag, type, value, names.meaningOf(tag, attributeName));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new TtlvXmlFault("The value of " + element.name() + " is not of the form of its "
                    + "type " + type.xmlName(), element.line());
        }
    }

    private Structure structure(int tag, XmlElement element, XmlValues values)
            throws TtlvXmlFault {
        List<TtlvItem> items = new ArrayList<>(element.children().size());
        String attributeName = null;
        for (XmlElement child : element.children()) {
            TtlvItem item = read(child, values, attributeName);
            items.add(item);
            if (child.name().equals("AttributeName") && item instanceof Utf8Item text) {
                attributeName = text.text();
            }
        }
        return new Structure(tag, items);
    }

    private int tagOf(XmlElement element) throws TtlvXmlFault {
        String code = element.attribute("tag");
        if (element.name().equals(NAMELESS) && code != null) {
            try {
                return WrittenForms.parseInt(code) & 0xFFFFFF;
            } catch (NumberFormatException e) {
                throw new TtlvXmlFault("The attribute tag is not 0x and hexadecimal digits",
                        element.line());
            }
        }
        int tag = names.tagOf(element.name());
        if (tag == 0) {
            throw new TtlvXmlFault("No tag is named " + element.name(), element.line());
        }
        return tag;
    }

    private static TtlvType typeOf(XmlElement element) throws TtlvXmlFault {
        String name = element.attribute("type");
        if (name == null) {
            return TtlvType.STRUCTURE;
        }
        TtlvType type = TtlvType.ofXmlName(name);
        if (type != null) {
            return type;
        }
        throw new TtlvXmlFault("No item type has the name in the attribute type", element.line());
    }

    private TtlvItem leaf(int tag, TtlvType type, String value, int meaning) {
        return switch (type) {
            case STRUCTURE -> throw new AssertionError("a structure has no value");
            case INTEGER -> new IntegerItem(tag, integer(value, meaning));
            case LONG_INTEGER -> new LongIntegerItem(tag, WrittenForms.parseLong(value));
            case BIG_INTEGER -> new BigIntegerItem(tag, bigInteger(value));
            case ENUMERATION -> new EnumerationItem(tag, enumeration(value, meaning));
            case BOOLEAN -> new BooleanItem(tag, WrittenForms.parseBoolean(value));
            case TEXT_STRING -> TextStringItem.of(tag, value);
            case BYTE_STRING -> new ByteStringItem(tag, WrittenForms.parseHex(value));
            case DATE_TIME -> new DateTimeItem(tag, WrittenForms.parseSeconds(value));
            case INTERVAL -> new IntervalItem(tag, WrittenForms.parseInt(value));
            case DATE_TIME_EXTENDED ->
                new DateTimeExtendedItem(tag, WrittenForms.parseMicros(value));
            case IDENTIFIER -> new IdentifierItem(tag, ByteSlice.ofText(value));
            case REFERENCE -> new ReferenceItem(tag, ByteSlice.ofText(value));
            case NAME_REFERENCE -> new NameReferenceItem(tag, ByteSlice.ofText(value));
        };
    }

    private static ByteSlice bigInteger(String value) {
        ByteSlice bytes = WrittenForms.parseHex(value);
        if (bytes.length() == 0) {
            throw new IllegalArgumentException("a number has digits");
        }
        return bytes;
    }

    private int integer(String value, int meaning) {
        if (names.maskNames(meaning, 0) == null) {
            return WrittenForms.parseInt(value);
        }
        int mask = 0;
        for (String word : WrittenForms.words(value)) {
            int bit = names.maskBit(meaning, word);
            mask |= bit != 0 ? bit : WrittenForms.parseInt(word);
        }
        return mask;
    }

    private int enumeration(String value, int meaning) {
        Integer code = names.enumerationCode(meaning, value);
        return code != null ? code : WrittenForms.parseInt(value);
    }

    private void write(TtlvItem item, @Nullable String attributeName, int indent,
            StringBuilder out) {
        String name = names.tagName(item.tag());
        out.repeat("  ", indent).append('<').append(name != null ? name : NAMELESS);
        if (name == null) {
            out.append(String.format(" tag=\"0x%06X\"", item.tag()));
        }
        if (item instanceof Structure structure) {
            writeItems(structure, name != null ? name : NAMELESS, indent, out);
            return;
        }
        out.append(" type=\"").append(item.type().xmlName()).append("\" value=\"");
        int meaning = names.meaningOf(item.tag(), attributeName);
        WrittenForms.escape(value(item, meaning), out);
        out.append("\"/>\n");
    }

    private void writeItems(Structure structure, String name, int indent, StringBuilder out) {
        if (structure.items().isEmpty()) {
            out.append("/>\n");
            return;
        }
        out.append(">\n");
        String attributeName = null;
        for (TtlvItem child : structure.items()) {
            write(child, attributeName, indent + 1, out);
            if (child instanceof Utf8Item text
                    && "AttributeName".equals(names.tagName(child.tag()))) {
                attributeName = text.text();
            }
        }
        out.repeat("  ", indent).append("</").append(name).append(">\n");
    }

    private String value(TtlvItem item, int meaning) {
        return switch (item) {
            case Structure _ -> throw new AssertionError("a structure has no value");
            case IntegerItem integer -> WrittenForms.integer(integer.value(),
                    names.maskNames(meaning, integer.value()));
            case EnumerationItem enumeration -> WrittenForms.enumeration(enumeration.value(),
                    names.enumerationName(meaning, enumeration.value()));
            case LongIntegerItem integer -> Long.toString(integer.value());
            case BigIntegerItem big -> WrittenForms.hex(big.twosComplement());
            case BooleanItem bool -> Boolean.toString(bool.value());
            case Utf8Item text -> text.text();
            case ByteStringItem bytes -> WrittenForms.hex(bytes.value());
            case DateTimeItem date -> WrittenForms.seconds(date.epochSeconds());
            case IntervalItem interval -> Integer.toUnsignedString(interval.seconds());
            case DateTimeExtendedItem date -> WrittenForms.micros(date.micros());
        };
    }
}
