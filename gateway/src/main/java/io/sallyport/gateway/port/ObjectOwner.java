package io.sallyport.gateway.port;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * The user who made an object, stored as an attribute that clients neither see nor set, and bound
 * to the wrapping as all attributes are. Stateless.
 */
public final class ObjectOwner {
    /** The vendor whose attributes are the gateway's own. */
    public static final String VENDOR = "sallyport.internal";
    private static final AttributeName NAME = new AttributeName.Vendor(VENDOR, "Owner");

    private ObjectOwner() {}

    /** The attribute that keeps the owner. */
    public static Attribute attribute(String user) {
        return new Attribute(NAME, 0, Items.text(Tag.ATTRIBUTE_VALUE, user));
    }

    /** The owner, or null for an object of the whole partition. */
    public static @Nullable String of(AttributeList attributes) {
        for (Attribute attribute : attributes.attributes()) {
            if (attribute.name().equals(NAME)
                    && attribute.value() instanceof TtlvItem.TextStringItem text) {
                return text.text();
            }
        }
        return null;
    }
}
