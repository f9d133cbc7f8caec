package io.sallyport.kmip.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.KmipNames;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvFault;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;
import io.sallyport.kmip.ttlv.json.TtlvJson;
import io.sallyport.kmip.ttlv.json.TtlvJsonFault;
import io.sallyport.kmip.ttlv.xml.TtlvXml;
import io.sallyport.kmip.ttlv.xml.TtlvXmlFault;
import io.sallyport.kmip.ttlv.xml.XmlValues;

/**
 * The encodings of a message, by the content type under which HTTPS carries them (KMIP Profiles
 * 2.1 sections 5.3 to 5.5). Thread-safe.
 *
 * <p>XML and JSON make Strings of what they read and write: a key that goes this way stays on the
 * heap until the collector takes it.
 */
public enum MessageEncoding {
    TTLV("application/octet-stream"), XML("text/xml"), JSON("application/json");

    private static final TtlvXml XML_FORM = new TtlvXml(KmipNames.INSTANCE);
    private static final TtlvJson JSON_FORM = new TtlvJson(KmipNames.INSTANCE);

    private final String contentType;

    MessageEncoding(String contentType) {
        this.contentType = contentType;
    }

    /** As in the header Content-Type, without parameters. */
    public String contentType() {
        return contentType;
    }

    /** The encoding with this content type, whatever its case and parameters; null if none. */
    public static @Nullable MessageEncoding ofContentType(String contentType) {
        String bare = contentType.split(";", 2)[0].strip();
        for (MessageEncoding encoding : values()) {
            if (encoding.contentType.equalsIgnoreCase(bare)) {
                return encoding;
            }
        }
        return null;
    }

    /** The message as bytes. */
    public byte[] encode(TtlvItem message) {
        return switch (this) {
            case TTLV -> {
                ByteBuffer out = ByteBuffer.allocate(TtlvBinary.encodedLength(message));
                TtlvBinary.encode(message, out);
                yield out.array();
            }
            case XML -> XML_FORM.write(message).getBytes(StandardCharsets.UTF_8);
            case JSON -> JSON_FORM.write(message).getBytes(StandardCharsets.UTF_8);
        };
    }

    /**
     * The one message that the bytes are.
     *
     * @throws KmipFault with the reason Invalid Message if they are none, or more than the limits
     *         allow
     */
    public TtlvItem decode(byte[] bytes, TtlvLimits limits) throws KmipFault {
        try {
            return switch (this) {
                case TTLV -> TtlvBinary.decode(ByteBuffer.wrap(bytes), limits);
                case XML -> only(XML_FORM.readAll(new ByteArrayInputStream(bytes), limits,
                        XmlValues.AS_WRITTEN));
                case JSON -> JSON_FORM.read(ByteBuffer.wrap(bytes), limits);
            };
        } catch (TtlvFault | TtlvXmlFault | TtlvJsonFault | IOException fault) {
            String detail = fault.getMessage();
            throw KmipFault.of(ResultReason.INVALID_MESSAGE, detail == null ? "" : detail)
                    .withCause(fault);
        }
    }

    private static TtlvItem only(List<TtlvItem> messages) throws KmipFault {
        if (messages.size() != 1) {
            throw KmipFault.of(ResultReason.INVALID_MESSAGE, "there is not one message");
        }
        return messages.getFirst();
    }
}
