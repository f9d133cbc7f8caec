package io.sallyport.gateway.operation;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.ObjectOwner;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * What an object's structure on the wire says beyond its attributes: stored as attributes of a
 * vendor of our own, which clients neither see nor set. Stateless.
 */
public enum Internal {
    /** Secret Data Type. */
    SECRET_DATA_TYPE("Secret Data Type"),
    /** The attributes that a template gives to the objects made from it. */
    TEMPLATE("Template"),
    /** 1 if the engine generated the material. */
    GENERATED("Generated"),
    /** Length of the material in bytes. */
    MATERIAL_LENGTH("Material Length"),
    /** Split Key Parts. */
    SPLIT_PARTS("Split Key Parts"),
    /** Key Part Identifier. */
    SPLIT_PART("Key Part Identifier"),
    /** Split Key Threshold. */
    SPLIT_THRESHOLD("Split Key Threshold"),
    /** Split Key Method. */
    SPLIT_METHOD("Split Key Method"),
    /** PGP Key Version. */
    PGP_VERSION("PGP Key Version"),
    /** Prime Field Size of a split key. */
    SPLIT_PRIME("Prime Field Size"),
    /** Certificate Request Type. */
    CERTIFICATE_REQUEST_TYPE("Certificate Request Type"),
    /** Cryptographic Usage Mask of a key that only its owner can use. */
    USAGE_MASK("Cryptographic Usage Mask"),
    /** Key Wrapping Data of a key that came wrapped. */
    KEY_WRAPPING_DATA("Key Wrapping Data"),
    /** 1 if the wrapped material came as Key Material inside a Key Value. */
    WRAPPED_IN_KEY_VALUE("Wrapped In Key Value");

    private static final String VENDOR = ObjectOwner.VENDOR;

    private final String text;

    Internal(String text) {
        this.text = text;
    }

    /** Whether this attribute is it. */
    boolean is(Attribute attribute) {
        return attribute.name().equals(name(text));
    }

    /** Whether this name is one of ours. */
    public static boolean isInternal(AttributeName name) {
        return name instanceof AttributeName.Vendor(String vendor, String _)
                && vendor.equals(VENDOR);
    }

    /** The attribute that keeps this number. */
    public Attribute of(int value) {
        return new Attribute(name(text), 0, new TtlvItem.IntegerItem(Tag.ATTRIBUTE_VALUE, value));
    }

    /** The number that is kept, or null. */
    public @Nullable Integer in(AttributeList attributes) {
        for (Attribute attribute : attributes.attributes()) {
            if (attribute.name().equals(name(text))
                    && attribute.value() instanceof TtlvItem.IntegerItem(int _, int value)) {
                return value;
            }
        }
        return null;
    }

    /** The attribute that keeps this value. */
    Attribute of(TtlvItem value) {
        return new Attribute(name(text), 0, Items.withTag(value, Tag.ATTRIBUTE_VALUE));
    }

    /** The value that is kept, or null. */
    @Nullable
    TtlvItem valueIn(AttributeList attributes) {
        return attributes.all(name(text)).findFirst().map(Attribute::value).orElse(null);
    }

    private static AttributeName name(String text) {
        return new AttributeName.Vendor(VENDOR, text);
    }
}
