package io.sallyport.gateway.port;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.object.Sha256;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvFault;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;

/**
 * The one stored form of an object's attributes: TTLV, in the order of the list, every attribute
 * as vendor (if any), name, index, value. The header's attributes digest is the SHA-256 of these
 * bytes, which binds the attributes to the wrapping. Stateless.
 */
public final class AttributeForm {
    private static final int ATTRIBUTES = 0x420125;
    private static final int ATTRIBUTE = 0x420008;
    private static final int ATTRIBUTE_INDEX = 0x420009;
    private static final int ATTRIBUTE_NAME = 0x42000A;
    private static final int VENDOR_IDENTIFICATION = 0x42009D;

    private AttributeForm() {}

    /** The stored form. */
    public static byte[] encode(AttributeList attributes) {
        List<TtlvItem> items = new ArrayList<>(attributes.attributes().size());
        for (Attribute attribute : attributes.attributes()) {
            items.add(item(attribute));
        }
        TtlvItem.Structure root = new TtlvItem.Structure(ATTRIBUTES, items);
        ByteBuffer encoded = ByteBuffer.allocate(TtlvBinary.encodedLength(root));
        TtlvBinary.encode(root, encoded);
        return encoded.array();
    }

    /**
     * The attributes of a stored form; they keep views on the array, which nobody changes.
     *
     * @throws IllegalArgumentException if the bytes are not such a form
     */
    public static AttributeList decode(byte[] stored) {
        try {
            TtlvItem root = TtlvBinary.decode(ByteBuffer.wrap(stored), TtlvLimits.DEFAULT);
            if (!(root instanceof TtlvItem.Structure(int tag, List<TtlvItem> items))
                    || tag != ATTRIBUTES) {
                throw new IllegalArgumentException("These bytes are not a list of attributes.");
            }
            return new AttributeList(items.stream().map(AttributeForm::attribute).toList());
        } catch (TtlvFault fault) {
            throw new IllegalArgumentException("A stored list of attributes can't be read.",
                    fault);
        }
    }

    /** SHA-256 of the stored form. */
    public static Sha256 digest(AttributeList attributes) {
        return digest(encode(attributes));
    }

    /** SHA-256 of a stored form. */
    public static Sha256 digest(byte[] stored) {
        try {
            return Sha256.of(MessageDigest.getInstance("SHA-256").digest(stored));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java runtime has no SHA-256.", absent);
        }
    }

    private static TtlvItem item(Attribute attribute) {
        List<TtlvItem> parts = new ArrayList<>(4);
        String name = switch (attribute.name()) {
            case AttributeName.Standard(AttributeType type) -> type.text();
            case AttributeName.Vendor(String vendor, String text) -> {
                parts.add(Items.text(VENDOR_IDENTIFICATION, vendor));
                yield text;
            }
            case AttributeName.Unknown(String text) -> throw new IllegalArgumentException(
                    "An attribute without a known name is not stored: " + text);
        };
        parts.add(Items.text(ATTRIBUTE_NAME, name));
        parts.add(new TtlvItem.IntegerItem(ATTRIBUTE_INDEX, attribute.index()));
        parts.add(attribute.value());
        return new TtlvItem.Structure(ATTRIBUTE, parts);
    }

    private static Attribute attribute(TtlvItem item) {
        if (!(item instanceof TtlvItem.Structure(int _, List<TtlvItem> parts))
                || parts.size() < 3) {
            throw new IllegalArgumentException("A stored attribute can't be read.");
        }
        int count = parts.size();
        @Nullable
        String vendor = Items.childText(item, VENDOR_IDENTIFICATION);
        if (!(parts.get(count - 3) instanceof TtlvItem.TextStringItem name)
                || !(parts.get(count - 2) instanceof TtlvItem.IntegerItem index)) {
            throw new IllegalArgumentException("A stored attribute can't be read.");
        }
        AttributeName known = vendor == null
                ? AttributeName.ofText(name.text())
                : new AttributeName.Vendor(vendor, name.text());
        return new Attribute(known, index.value(), parts.get(count - 1));
    }
}
