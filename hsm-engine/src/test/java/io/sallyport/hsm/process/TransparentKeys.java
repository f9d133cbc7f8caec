package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Key Material of transparent keys, read and written apart from the engine's own code. */
final class TransparentKeys {
    static final int MODULUS = 0x420052;
    static final int PRIVATE_EXPONENT = 0x420063;
    static final int PUBLIC_EXPONENT = 0x42006c;
    static final int P = 0x42005e;
    static final int Q = 0x420071;

    private TransparentKeys() {}

    /** The values of a TTLV structure by tag, in order. */
    static Map<Integer, byte[]> fields(byte[] structure) {
        ByteBuffer in = ByteBuffer.wrap(structure);
        assertThat(in.getInt()).isEqualTo(0x42004301);
        assertThat(in.getInt()).isEqualTo(in.remaining());
        Map<Integer, byte[]> fields = new LinkedHashMap<>();
        while (in.hasRemaining()) {
            int tag = in.getInt() >>> 8;
            byte[] value = new byte[in.getInt()];
            in.get(value).position(in.position() + (-value.length & 7));
            fields.put(tag, value);
        }
        return fields;
    }

    /** A structure of these values. */
    static byte[] structure(Map<Integer, byte[]> values, int... tags) {
        ByteBuffer out = ByteBuffer.allocate(256 << 10).putInt(0x42004301).putInt(0);
        for (int tag : tags) {
            byte[] value = Objects.requireNonNull(values.get(tag));
            out.putInt(tag << 8 | 4).putInt(value.length).put(value)
                    .position(out.position() + (-value.length & 7));
        }
        out.putInt(4, out.position() - 8).flip();
        return Samples.bytes(out);
    }
}
