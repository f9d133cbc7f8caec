package io.sallyport.kmip.ttlv.xml;

import io.sallyport.kmip.ttlv.TtlvLimits;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An element before it means anything. Text between elements is dropped: KMIP writes values as
 * attributes.
 *
 * @param name the local name
 * @param line where it begins, from 1
 */
public record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children,
        int line) {
    private static final int READ_AHEAD_BYTES = 1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** The attribute's value, or null where it is not written. */
    public @Nullable String attribute(String attributeName) {
        return attributes.get(attributeName);
    }

    /**
     * Reads a whole document in UTF-8 and returns its root. Refuses document type declarations and
     * never opens anything the document names. The limits count bytes, depth and elements of the
     * file.
     *
     * @throws IOException if the stream fails
     */
    public static XmlElement parse(InputStream in, TtlvLimits limits)
            throws IOException, TtlvXmlFault {
        byte[] bytes = in.readNBytes(limits.messageBytesMax() + READ_AHEAD_BYTES);
        if (bytes.length > limits.messageBytesMax()) {
            throw new TtlvXmlFault("The document is longer than the limit", 1);
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("external entities are not read");
        });
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(characters(bytes));
            try {
                return root(reader, limits);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            // The parser's own words may quote the document, and with it a key.
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new TtlvXmlFault("The document is not well-formed XML", line);
        }
    }

    /** The parser of the JDK prints bytes that are no characters to the standard error. */
    private static Reader characters(byte[] bytes) throws TtlvXmlFault {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            int mark = text.hasRemaining() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
            return new CharArrayReader(text.array(), mark, text.remaining() - mark);
        } catch (CharacterCodingException _) {
            throw new TtlvXmlFault("The document is not text in UTF-8", 1);
        }
    }

    private static XmlElement root(XMLStreamReader reader, TtlvLimits limits)
            throws XMLStreamException, TtlvXmlFault {
        Deque<Open> open = new ArrayDeque<>();
        int elementCount = 0;
        while (true) {
            int event = reader.next();
            int line = reader.getLocation().getLineNumber();
            if (event == XMLStreamConstants.DTD) {
                throw new TtlvXmlFault("A document type declaration is not allowed", line);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (open.size() == limits.depthMax()) {
                    throw new TtlvXmlFault("Elements are nested deeper than the limit", line);
                }
                if (++elementCount > limits.itemsMax()) {
                    throw new TtlvXmlFault("The document has more elements than the limit", line);
                }
                open.push(new Open(reader.getLocalName(), attributes(reader), new ArrayList<>(),
                        line));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                Open ended = open.pop();
                XmlElement element = new XmlElement(ended.name(), ended.attributes(),
                        ended.children(), ended.line());
                if (open.isEmpty()) {
                    requireEnd(reader);
                    return element;
                }
                open.element().children().add(element);
            }
        }
    }

    private static void requireEnd(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private record Open(String name, Map<String, String> attributes, List<XmlElement> children,
            int line) {}
}
