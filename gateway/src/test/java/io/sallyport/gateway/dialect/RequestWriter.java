package io.sallyport.gateway.dialect;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;

/** Writes the bytes that a file asks for, right or wrong. */
final class RequestWriter {
    private final Variables variables;

    RequestWriter(Variables variables) {
        this.variables = variables;
    }

    /** The bytes of these items, one after the other. */
    byte[] write(List<Node> nodes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Node node : nodes) {
            out.writeBytes(write(node));
        }
        return out.toByteArray();
    }

    private byte[] write(Node node) {
        return switch (node) {
            case Node.Item item -> item(item);
            case Node.Raw(String hex) -> HexFormat.of().parseHex(hex);
            case Node.Rest() -> throw new IllegalArgumentException("a request is sent whole");
        };
    }

    private byte[] item(Node.Item item) {
        Term term = item.term();
        if (term == null) {
            return framed(item.tag(), WireType.STRUCTURE, write(item.children()));
        }
        WireValue value = variables.value(term);
        if (item.keep() != null) {
            variables.keep(item.keep(), value);
        }
        return framed(item.tag(), value.type(), value.bytes());
    }

    private static byte[] framed(int tag, WireType type, byte[] value) {
        int padding = type == WireType.STRUCTURE ? 0 : -value.length & 7;
        return ByteBuffer.allocate(8 + value.length + padding).putInt(tag << 8 | type.code())
                .putInt(value.length).put(value).array();
    }
}
