package io.sallyport.kmip.model;

import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * One value of one attribute.
 *
 * @param name its name
 * @param index which of several values (1.x Attribute Index); 0 when the message gave none
 * @param value its value; the tag is the attribute's own (the 2.x form), for vendor and unknown
 *        attributes Attribute Value
 */
public record Attribute(AttributeName name, int index, TtlvItem value) {

    /** A single value of a standard attribute. The value must carry the attribute's tag. */
    public static Attribute of(AttributeType type, TtlvItem value) {
        return new Attribute(new AttributeName.Standard(type), 0, value);
    }

    /** An integer or mask. */
    public static Attribute integer(AttributeType type, int value) {
        return of(type, new TtlvItem.IntegerItem(type.tag(), value));
    }

    /** An enumeration value. */
    public static Attribute enumeration(AttributeType type, KmipEnumeration value) {
        return of(type, new TtlvItem.EnumerationItem(type.tag(), value.code()));
    }

    /** A boolean. */
    public static Attribute bool(AttributeType type, boolean value) {
        return of(type, new TtlvItem.BooleanItem(type.tag(), value));
    }

    /** A date in seconds since 1970. */
    public static Attribute date(AttributeType type, long epochSeconds) {
        return of(type, new TtlvItem.DateTimeItem(type.tag(), epochSeconds));
    }

    /** A text. */
    public static Attribute text(AttributeType type, String value) {
        return of(type, Items.text(type.tag(), value));
    }

    /** A Name of the type Uninterpreted Text String. */
    public static Attribute name(String value) {
        return of(AttributeType.NAME,
                Items.structure(AttributeType.NAME.tag(), Items.text(Tag.NAME_VALUE, value),
                        new TtlvItem.EnumerationItem(Tag.NAME_TYPE,
                                NameType.UNINTERPRETED_TEXT_STRING.code())));
    }

    /** A custom attribute with a text; vendor {@code x} for those of a 1.x client. */
    public static Attribute vendor(String vendor, String name, String value) {
        return new Attribute(new AttributeName.Vendor(vendor, name), 0,
                Items.text(Tag.ATTRIBUTE_VALUE, value));
    }

    /** The same attribute under another index. */
    public Attribute withIndex(int newIndex) {
        return new Attribute(name, newIndex, value);
    }

    /** Whether this is a value of that standard attribute. */
    public boolean is(AttributeType type) {
        return name instanceof AttributeName.Standard(AttributeType mine) && mine == type;
    }

    /** Whether name and value are equal; the index does not count. */
    public boolean sameValue(Attribute other) {
        return name.equals(other.name) && Items.equal(value, other.value);
    }

    /** Name, index and type; never the value, which may be private. */
    @Override
    public String toString() {
        return "Attribute[" + name.text() + " " + index + " "
                + (value instanceof TtlvItem.ByteStringItem(int _, ByteSlice bytes)
                        ? bytes.length() + " bytes"
                        : value.type())
                + "]";
    }
}
