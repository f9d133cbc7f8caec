package io.sallyport.kmip.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvFault;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;

/** Binary TTLV: what is accepted is encoded to the same bytes; all else is a fault. */
class TtlvFuzzTest {

    @FuzzTest
    void whatIsAcceptedIsEncodedToTheSameBytes(byte[] data) {
        TimeBound.keep(() -> decodeAndEncode(data));
    }

    private static void decodeAndEncode(byte[] data) {
        TtlvItem item;
        try {
            item = TtlvBinary.decode(ByteBuffer.wrap(data), TtlvLimits.DEFAULT);
        } catch (TtlvFault refused) {
            return;
        }
        byte[] encoded = new byte[TtlvBinary.encodedLength(item)];
        TtlvBinary.encode(item, ByteBuffer.wrap(encoded));
        if (!Arrays.equals(data, encoded)) {
            throw new AssertionError("The encoding differs from what was decoded.");
        }
    }
}
