package io.sallyport.gateway.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicUsageMask;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvFault;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvItem.ByteStringItem;
import io.sallyport.kmip.ttlv.TtlvItem.EnumerationItem;
import io.sallyport.kmip.ttlv.TtlvItem.IntegerItem;
import io.sallyport.kmip.ttlv.TtlvItem.Structure;
import io.sallyport.kmip.ttlv.TtlvItem.TextStringItem;
import io.sallyport.kmip.ttlv.TtlvLimits;

/** Requests built item by item, so that a test can also build the ones that are wrong. */
public final class Requests {
    private Requests() {}

    /** The bytes of an item. */
    public static byte[] encoded(TtlvItem item) {
        ByteBuffer buffer = ByteBuffer.allocate(TtlvBinary.encodedLength(item));
        TtlvBinary.encode(item, buffer);
        return buffer.array();
    }

    /** A message with these batch items and this batch count, true or not. */
    public static Structure message(KmipVersion version, int batchCount, TtlvItem... items) {
        Structure header = structure(Tag.REQUEST_HEADER,
                structure(Tag.PROTOCOL_VERSION,
                        new IntegerItem(Tag.PROTOCOL_VERSION_MAJOR, version.major()),
                        new IntegerItem(Tag.PROTOCOL_VERSION_MINOR, version.minor())),
                new IntegerItem(Tag.BATCH_COUNT, batchCount));
        TtlvItem[] all = new TtlvItem[items.length + 1];
        all[0] = header;
        System.arraycopy(items, 0, all, 1, items.length);
        return structure(Tag.REQUEST_MESSAGE, all);
    }

    /** A batch item with this operation code and payload. */
    public static Structure item(int operation, TtlvItem... payload) {
        return structure(Tag.BATCH_ITEM, new EnumerationItem(Tag.OPERATION, operation),
                structure(Tag.REQUEST_PAYLOAD, payload));
    }

    /** Discover Versions: the request that anyone may send. */
    public static byte[] discoverVersions() {
        return encoded(message(KmipVersion.V1_2, 1, item(Operation.DISCOVER_VERSIONS.code())));
    }

    /** Create: a new AES key of 256 bits for Encrypt and Decrypt. */
    public static byte[] createKey() {
        return encoded(message(KmipVersion.V1_2, 1, item(Operation.CREATE.code(),
                new EnumerationItem(Tag.OBJECT_TYPE, ObjectType.SYMMETRIC_KEY.code()),
                structure(Tag.TEMPLATE_ATTRIBUTE,
                        attribute("Cryptographic Algorithm",
                                new EnumerationItem(Tag.ATTRIBUTE_VALUE,
                                        CryptographicAlgorithm.AES.code())),
                        attribute("Cryptographic Length",
                                new IntegerItem(Tag.ATTRIBUTE_VALUE, 256)),
                        attribute("Cryptographic Usage Mask",
                                new IntegerItem(Tag.ATTRIBUTE_VALUE, CryptographicUsageMask.ENCRYPT
                                        | CryptographicUsageMask.DECRYPT))))));
    }

    /** A request of this operation for one object. */
    public static byte[] ofObject(Operation operation, String id) {
        return encoded(message(KmipVersion.V1_2, 1,
                item(operation.code(), text(Tag.UNIQUE_IDENTIFIER, id))));
    }

    private static TtlvItem attribute(String name, TtlvItem value) {
        return structure(Tag.ATTRIBUTE, text(Tag.ATTRIBUTE_NAME, name), value);
    }

    /** A structure of items. */
    public static Structure structure(int tag, TtlvItem... items) {
        return new Structure(tag, List.of(items));
    }

    /** A text. */
    public static TextStringItem text(int tag, String text) {
        return new TextStringItem(tag, ByteSlice.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A byte string. */
    public static ByteStringItem bytes(int tag, byte[] bytes) {
        return new ByteStringItem(tag, ByteSlice.of(bytes));
    }

    /** The first item with this tag anywhere in an encoded message. */
    public static TtlvItem find(byte[] message, int tag) {
        try {
            TtlvItem found = find(TtlvBinary.decode(ByteBuffer.wrap(message), TtlvLimits.DEFAULT),
                    tag);
            if (found == null) {
                throw new AssertionError("no item " + Tag.nameOf(tag));
            }
            return found;
        } catch (TtlvFault e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable TtlvItem find(TtlvItem item, int tag) {
        if (item.tag() == tag) {
            return item;
        }
        if (item instanceof Structure structure) {
            for (TtlvItem child : structure.items()) {
                TtlvItem found = find(child, tag);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The code of the first enumeration with this tag. */
    public static int enumeration(byte[] message, int tag) {
        return ((EnumerationItem) find(message, tag)).value();
    }

    /** The first text with this tag. */
    public static String textOf(byte[] message, int tag) {
        return ((TextStringItem) find(message, tag)).text();
    }
}
