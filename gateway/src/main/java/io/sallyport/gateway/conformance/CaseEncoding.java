package io.sallyport.gateway.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.sallyport.kmip.message.MessageEncoding;
import io.sallyport.kmip.model.KmipNames;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvFault;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;
import io.sallyport.kmip.ttlv.json.TtlvJson;
import io.sallyport.kmip.ttlv.json.TtlvJsonFault;
import io.sallyport.kmip.ttlv.xml.TtlvXml;
import io.sallyport.kmip.ttlv.xml.TtlvXmlFault;
import io.sallyport.kmip.ttlv.xml.XmlElement;
import io.sallyport.kmip.ttlv.xml.XmlValues;

/** In which form messages travel. */
public enum CaseEncoding {
    /** Binary. */
    TTLV("application/octet-stream"),
    /** Text, over HTTPS only. */
    XML("text/xml"),
    /** Text, over HTTPS only. */
    JSON("application/json");

    private static final TtlvXml XML_FORM = new TtlvXml(KmipNames.INSTANCE);
    private static final TtlvJson JSON_FORM = new TtlvJson(KmipNames.INSTANCE);

    private final String contentType;

    CaseEncoding(String contentType) {
        this.contentType = contentType;
    }

    /** What the runner calls it. */
    MessageEncoding form() {
        return switch (this) {
            case TTLV -> MessageEncoding.TTLV;
            case XML -> MessageEncoding.XML;
            case JSON -> MessageEncoding.JSON;
        };
    }

    /** Its media type. */
    public String contentType() {
        return contentType;
    }

    /** Turns a binary message into this form. */
    public byte[] write(byte[] message) throws IOException {
        return switch (this) {
            case TTLV -> message;
            case XML -> XML_FORM.write(item(message)).getBytes(StandardCharsets.UTF_8);
            case JSON -> JSON_FORM.write(item(message)).getBytes(StandardCharsets.UTF_8);
        };
    }

    /**
     * Turns a message in this form into a binary one.
     *
     * @throws IOException if it is none
     */
    public byte[] read(byte[] text) throws IOException {
        try {
            return switch (this) {
                case TTLV -> text;
                case XML -> binary(XML_FORM.read(
                        XmlElement.parse(new ByteArrayInputStream(text), TtlvLimits.DEFAULT),
                        XmlValues.AS_WRITTEN));
                case JSON -> binary(
                        JSON_FORM.read(ByteBuffer.wrap(text), TtlvLimits.DEFAULT));
            };
        } catch (TtlvXmlFault | TtlvJsonFault e) {
            throw new IOException("the answer is not as its encoding asks: " + e.getMessage(), e);
        }
    }

    /** A binary message as XML, for people; what can't be read is said so. */
    static String printed(byte[] message) {
        try {
            return XML_FORM.write(item(message));
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static TtlvItem item(byte[] message) throws IOException {
        try {
            return TtlvBinary.decode(ByteBuffer.wrap(message), TtlvLimits.DEFAULT);
        } catch (TtlvFault e) {
            throw new IOException("the message is no TTLV: " + e.getMessage(), e);
        }
    }

    private static byte[] binary(TtlvItem item) {
        ByteBuffer out = ByteBuffer.allocate(TtlvBinary.encodedLength(item));
        TtlvBinary.encode(item, out);
        return out.array();
    }
}
