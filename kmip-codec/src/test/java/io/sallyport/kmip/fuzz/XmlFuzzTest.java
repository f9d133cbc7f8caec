package io.sallyport.kmip.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipNames;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;
import io.sallyport.kmip.ttlv.xml.TtlvXml;
import io.sallyport.kmip.ttlv.xml.TtlvXmlFault;
import io.sallyport.kmip.ttlv.xml.XmlValues;

/** XML: what is accepted can be written and is read back as the same items. */
class XmlFuzzTest {
    private static final TtlvXml XML = new TtlvXml(KmipNames.INSTANCE);

    @FuzzTest
    void whatIsAcceptedIsReadBackAsTheSameItems(byte[] data) throws Exception {
        TimeBound.keep(() -> readAndReadBack(data));
    }

    private static void readAndReadBack(byte[] data) throws IOException, TtlvXmlFault {
        List<TtlvItem> items;
        try {
            items = read(data);
        } catch (TtlvXmlFault refused) {
            return;
        }
        for (TtlvItem item : items) {
            List<TtlvItem> again = read(XML.write(item).getBytes(StandardCharsets.UTF_8));
            if (again.size() != 1 || !Items.equal(again.getFirst(), item)) {
                throw new AssertionError("An item is read back as another one.");
            }
        }
    }

    private static List<TtlvItem> read(byte[] xml) throws IOException, TtlvXmlFault {
        return XML.readAll(new ByteArrayInputStream(xml), TtlvLimits.DEFAULT, XmlValues.AS_WRITTEN);
    }
}
