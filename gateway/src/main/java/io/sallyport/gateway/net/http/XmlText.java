package io.sallyport.gateway.net.http;

import java.io.IOException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.sallyport.kmip.model.KmipNames;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;
import io.sallyport.kmip.ttlv.xml.TtlvXml;
import io.sallyport.kmip.ttlv.xml.TtlvXmlFault;
import io.sallyport.kmip.ttlv.xml.XmlElement;
import io.sallyport.kmip.ttlv.xml.XmlValues;

/** KMIP's XML encoding. */
final class XmlText implements TextEncoding {

    private final TtlvXml xml = new TtlvXml(KmipNames.INSTANCE);

    @Override
    public String contentType() {
        return "text/xml";
    }

    @Override
    public TtlvItem read(ByteBuf text, TtlvLimits limits) throws IOException {
        try (ByteBufInputStream in = new ByteBufInputStream(text.duplicate())) {
            return xml.read(XmlElement.parse(in, limits), XmlValues.AS_WRITTEN);
        } catch (TtlvXmlFault e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public String write(TtlvItem message) {
        return xml.write(message);
    }
}
