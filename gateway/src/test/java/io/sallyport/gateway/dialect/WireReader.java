package io.sallyport.gateway.dialect;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the binary encoding (KMIP 1.0 section 9.1), and takes no deviation. */
final class WireReader {
    private static final int HEADER = 8;

    private WireReader() {}

    /** The one item that these bytes are. */
    static WireItem read(byte[] bytes) throws Objection {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        WireItem item = item(in);
        if (in.hasRemaining()) {
            throw new Objection(in.remaining() + " bytes follow the message");
        }
        return item;
    }

    private static WireItem item(ByteBuffer in) throws Objection {
        if (in.remaining() < HEADER) {
            throw new Objection("an item is cut off after " + in.remaining() + " bytes");
        }
        int tagAndType = in.getInt();
        int tag = tagAndType >>> 8;
        String name = SpecTables.get().nameOf(tag);
        WireType type = WireType.of(tagAndType & 0xFF);
        int length = in.getInt();
        if (type == null) {
            throw new Objection(name + " is of the type " + (tagAndType & 0xFF));
        }
        if (type.length() >= 0 && length != type.length()) {
            throw new Objection(name + " is a " + type + " of " + length + " bytes");
        }
        int padding = type == WireType.STRUCTURE ? 0 : -length & 7;
        if (length < 0 || length > in.remaining() - padding) {
            throw new Objection(name + " is longer than what it is in");
        }
        byte[] value = new byte[length];
        in.get(value);
        for (int i = 0; i < padding; i++) {
            if (in.get() != 0) {
                throw new Objection(name + " is not padded with zeros");
            }
        }
        return type == WireType.STRUCTURE
                ? WireItem.structure(tag, children(value))
                : WireItem.leaf(tag, checked(name, WireValue.bytes(type, value)));
    }

    private static List<WireItem> children(byte[] value) throws Objection {
        List<WireItem> children = new ArrayList<>();
        ByteBuffer inner = ByteBuffer.wrap(value);
        while (inner.hasRemaining()) {
            children.add(item(inner));
        }
        return children;
    }

    private static WireValue checked(String name, WireValue value) throws Objection {
        if (value.type() == WireType.BOOLEAN && value.number() != 0 && value.number() != 1) {
            throw new Objection(name + " is a Boolean of " + value.number());
        }
        if (value.type() == WireType.TEXT_STRING
                && !Arrays.equals(value.bytes(), WireValue.text(value.text()).bytes())) {
            throw new Objection(name + " is not UTF-8");
        }
        return value;
    }
}
