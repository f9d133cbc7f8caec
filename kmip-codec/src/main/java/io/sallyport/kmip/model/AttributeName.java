package io.sallyport.kmip.model;

/** What an attribute is called, whatever the protocol version spells. */
public sealed interface AttributeName {

    /** An attribute of the specification. */
    record Standard(AttributeType type) implements AttributeName {}

    /**
     * A custom attribute (1.x) or vendor attribute (2.x). The 1.x name {@code x-foo} is vendor
     * {@code x}, name {@code foo}; {@code y} is the server's own prefix.
     */
    record Vendor(String vendor, String name) implements AttributeName {}

    /** A name that is in no table; an operation answers it as the specification says. */
    record Unknown(String text) implements AttributeName {}

    /**
     * The name under which a 1.x Template-Attribute's own Name fields stand, which refer to
     * template objects: the value is the Name structure. No object has such an attribute.
     */
    static AttributeName ofTemplate() {
        return new Unknown("Template");
    }

    /** A standard name. */
    static AttributeName of(AttributeType type) {
        return new Standard(type);
    }

    /** The name that this 1.x text stands for. Case matters. */
    static AttributeName ofText(String text) {
        AttributeType type = AttributeType.ofText(text);
        if (type != null) {
            return new Standard(type);
        }
        if (text.length() > 2 && text.charAt(1) == '-'
                && (text.charAt(0) == 'x' || text.charAt(0) == 'y')) {
            return new Vendor(text.substring(0, 1), text.substring(2));
        }
        return new Unknown(text);
    }

    /** The 1.x text of this name. A vendor other than x or y is written {@code x-vendor-name}. */
    default String text() {
        return switch (this) {
            case Standard(AttributeType type) -> type.text();
            case Vendor(String vendor, String name) -> vendor.equals("x") || vendor.equals("y")
                    ? vendor + "-" + name
                    : "x-" + vendor + "-" + name;
            case Unknown(String text) -> text;
        };
    }
}
