package io.sallyport.kmip.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipNames;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;
import io.sallyport.kmip.ttlv.json.TtlvJson;
import io.sallyport.kmip.ttlv.json.TtlvJsonFault;

/** JSON: what is accepted can be written and is read back as the same item. */
class JsonFuzzTest {
    private static final TtlvJson JSON = new TtlvJson(KmipNames.INSTANCE);

    @FuzzTest
    void whatIsAcceptedIsReadBackAsTheSameItem(byte[] data) throws TtlvJsonFault {
        TimeBound.keep(() -> readAndReadBack(data));
    }

    private static void readAndReadBack(byte[] data) throws TtlvJsonFault {
        TtlvItem item;
        try {
            item = JSON.read(ByteBuffer.wrap(data), TtlvLimits.DEFAULT);
        } catch (TtlvJsonFault refused) {
            return;
        }
        byte[] written = JSON.write(item).getBytes(StandardCharsets.UTF_8);
        if (!Items.equal(JSON.read(ByteBuffer.wrap(written), TtlvLimits.DEFAULT), item)) {
            throw new AssertionError("An item is read back as another one.");
        }
    }
}
