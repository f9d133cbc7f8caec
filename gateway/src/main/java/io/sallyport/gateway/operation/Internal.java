package io.sallyport.gateway.operation;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.ObjectOwner;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * What an object's structure on the wire says beyond its attributes: stored as attributes of a
 * vendor of our own, which clients neither see nor set. Stateless.
 */
enum Internal {
    /** Secret Data Type. */
    SECRET_DATA_TYPE("Secret Data Type"),
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
    PGP_VERSION("PGP Key Version");

    private static final String VENDOR = ObjectOwner.VENDOR;

    private final String text;

    Internal(String text) {
        this.text = text;
    }

    /** Whether this name is one of ours. */
    static boolean isInternal(AttributeName name) {
        return name instanceof AttributeName.Vendor(String vendor, String _)
                && vendor.equals(VENDOR);
    }

    /** The attribute that keeps this number. */
    Attribute of(int value) {
        return new Attribute(name(text), 0, new TtlvItem.IntegerItem(Tag.ATTRIBUTE_VALUE, value));
    }

    /** The number that is kept, or null. */
    @Nullable
    Integer in(AttributeList attributes) {
        for (Attribute attribute : attributes.attributes()) {
            if (attribute.name().equals(name(text))
                    && attribute.value() instanceof TtlvItem.IntegerItem(int _, int value)) {
                return value;
            }
        }
        return null;
    }

    private static AttributeName name(String text) {
        return new AttributeName.Vendor(VENDOR, text);
    }
}
