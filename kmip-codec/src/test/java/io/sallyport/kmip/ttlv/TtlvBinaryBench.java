package io.sallyport.kmip.ttlv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long one message of about 300 bytes takes. Run with {@code -Dgroups=bench}. */
@Tag("bench")
class TtlvBinaryBench {
    private static final int WARM_UP = 400_000;
    private static final int MEASURED = 2_000_000;

    @Test
    void decodeAndEncode() throws TtlvFault {
        ByteBuffer frame = createRequest();
        ByteBuffer out = ByteBuffer.allocateDirect(frame.limit());
        time(frame, out, WARM_UP);
        long[] nanos = time(frame, out, MEASURED);
        System.out.printf("TTLV %d bytes: decode %d ns, length and encode %d ns%n", frame.limit(),
                nanos[0] / MEASURED, nanos[1] / MEASURED);
    }

    private static long[] time(ByteBuffer frame, ByteBuffer out, int rounds) throws TtlvFault {
        long decoding = System.nanoTime();
        long sum = 0;
        for (int i = 0; i < rounds; i++) {
            sum += TtlvBinary.decode(frame.rewind(), TtlvLimits.DEFAULT).tag();
        }
        long encoding = System.nanoTime();
        TtlvItem item = TtlvBinary.decode(frame.rewind(), TtlvLimits.DEFAULT);
        for (int i = 0; i < rounds; i++) {
            sum += TtlvBinary.encodedLength(item);
            TtlvBinary.encode(item, out.clear());
        }
        long end = System.nanoTime();
        assertThat(sum).isPositive();
        return new long[]{encoding - decoding, end - encoding};
    }

    /** Create of an AES key as KMIP 1.x clients send it. */
    private static ByteBuffer createRequest() {
        byte[] bytes = HexFormat.of().parseHex("4200780100000120420077010000003842006901"
                + "0000002042006A0200000004000000010000000042006B0200000004000000000000000042000D"
                + "0200000004000000010000000042000F01000000D842005C05000000040000000100000000"
                + "42007901000000C04200570500000004000000020000000042009101000000A8"
                + "420008010000003042000A070000001743727970746F6772617068696320416C676F726974686D00"
                + "42000B05000000040000000300000000420008010000003042000A070000001443727970746F"
                + "67726170686963204C656E6774680000000042000B02000000040000008000000000"
                + "420008010000003042000A070000001843727970746F67726170686963205573616765204D61736B"
                + "42000B02000000040000000C00000000");
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
}
