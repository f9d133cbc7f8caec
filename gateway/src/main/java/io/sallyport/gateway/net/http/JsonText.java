package io.sallyport.gateway.net.http;

import java.io.IOException;

import io.netty.buffer.ByteBuf;
import io.sallyport.kmip.model.KmipNames;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;
import io.sallyport.kmip.ttlv.json.TtlvJson;
import io.sallyport.kmip.ttlv.json.TtlvJsonFault;

/** KMIP's JSON encoding. */
final class JsonText implements TextEncoding {

    private final TtlvJson json = new TtlvJson(KmipNames.INSTANCE);

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public TtlvItem read(ByteBuf text, TtlvLimits limits) throws IOException {
        try {
            return json.read(text.nioBuffer(), limits);
        } catch (TtlvJsonFault e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public String write(TtlvItem message) {
        return json.write(message);
    }
}
