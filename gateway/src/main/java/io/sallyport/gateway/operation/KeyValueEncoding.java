package io.sallyport.gateway.operation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvType;

/**
 * The TTLV encoding of a Key Value, cut at the key material, which only the engine has: what goes
 * before and after it. Both hold no secret.
 */
final class KeyValueEncoding {
    /** The material alone. */
    static final KeyValueEncoding NONE =
            new KeyValueEncoding(ByteBuffer.allocate(0), ByteBuffer.allocate(0));

    private static final int HEADER_BYTES = 8;
    private static final int TAG_SHIFT = 8;

    private final ByteBuffer prefix;
    private final ByteBuffer suffix;

    private KeyValueEncoding(ByteBuffer prefix, ByteBuffer suffix) {
        this.prefix = prefix;
        this.suffix = suffix;
    }

    /** What goes before the material. */
    ByteBuffer prefix() {
        return prefix.asReadOnlyBuffer();
    }

    /** What goes after it. */
    ByteBuffer suffix() {
        return suffix.asReadOnlyBuffer();
    }

    /** How many bytes are wrapped with the object's material, as far as its length is known. */
    long bytesAround(StoredObject object) {
        Integer length = Internal.MATERIAL_LENGTH.in(object.attributes());
        long material = length == null
                ? Math.ceilDiv(object.header().lengthBits(), Byte.SIZE)
                : length;
        return prefix.remaining() + material + suffix.remaining();
    }

    /**
     * Around the material of an object whose length is known. The material of a key in a
     * transparent form is the Key Material already; every other one is its bytes.
     *
     * @throws OperationFault if it is not
     */
    static KeyValueEncoding of(StoredObject object, List<Attribute> attributes,
            KmipVersion version) throws OperationFault {
        Integer length = Internal.MATERIAL_LENGTH.in(object.attributes());
        if (length == null) {
            throw Faults.notSupported("This key can't be wrapped in the TTLV encoding.");
        }
        boolean structure = KeyForms.isStructured(object.header().keyFormat());
        int padding = -length & (HEADER_BYTES - 1);
        List<TtlvItem> items = encoded(attributes, version);
        int itemBytes = items.stream().mapToInt(TtlvBinary::encodedLength).sum();
        ByteBuffer prefix = ByteBuffer.allocate(2 * HEADER_BYTES);
        header(prefix, Tag.KEY_VALUE, TtlvType.STRUCTURE,
                (structure ? 0 : HEADER_BYTES) + length + padding + itemBytes);
        if (!structure) {
            header(prefix, Tag.KEY_MATERIAL, TtlvType.BYTE_STRING, length);
        }
        ByteBuffer suffix = ByteBuffer.allocate(padding + itemBytes);
        suffix.position(padding);
        for (TtlvItem item : items) {
            TtlvBinary.encode(item, suffix);
        }
        return new KeyValueEncoding(prefix.flip(), suffix.flip());
    }

    private static void header(ByteBuffer out, int tag, TtlvType type, int length) {
        out.putInt((tag << TAG_SHIFT) | type.code()).putInt(length);
    }

    private static List<TtlvItem> encoded(List<Attribute> attributes, KmipVersion version) {
        List<TtlvItem> items = new ArrayList<>();
        boolean two = version.atLeast(KmipVersion.V2_0);
        for (Attribute attribute : attributes) {
            if (attribute.name() instanceof AttributeName.Standard && two) {
                items.add(attribute.value());
                continue;
            }
            List<TtlvItem> parts = new ArrayList<>(3);
            if (two && attribute
                    .name() instanceof AttributeName.Vendor(String vendor, String name)) {
                parts.add(Items.text(Tag.VENDOR_IDENTIFICATION, vendor));
                parts.add(Items.text(Tag.ATTRIBUTE_NAME, name));
            } else {
                parts.add(Items.text(Tag.ATTRIBUTE_NAME, attribute.name().text()));
            }
            if (!two && attribute.index() != 0) {
                parts.add(new TtlvItem.IntegerItem(Tag.ATTRIBUTE_INDEX, attribute.index()));
            }
            parts.add(Items.withTag(attribute.value(), Tag.ATTRIBUTE_VALUE));
            items.add(new TtlvItem.Structure(Tag.ATTRIBUTE, parts));
        }
        return two && !items.isEmpty()
                ? List.of(new TtlvItem.Structure(Tag.ATTRIBUTES, items))
                : items;
    }
}
