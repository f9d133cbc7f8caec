package io.sallyport.kmip.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.sallyport.kmip.ttlv.TtlvLimits;
import io.sallyport.kmip.ttlv.xml.TtlvXml;
import io.sallyport.kmip.ttlv.xml.TtlvXmlFault;
import io.sallyport.kmip.ttlv.xml.XmlElement;

/**
 * A published test case: requests and the answers that the specification's authors printed for
 * them. Immutable.
 */
public final class PublishedCase {
    private final String name;
    private final List<Exchange> exchanges;

    private PublishedCase(String name, List<Exchange> exchanges) {
        this.name = name;
        this.exchanges = List.copyOf(exchanges);
    }

    /** A request and its printed answer. */
    record Exchange(XmlElement request, XmlNode response) {}

    /**
     * Reads a case file.
     *
     * @throws IOException if the file can't be read or is not a sequence of requests, each followed
     *         by its answer
     */
    public static PublishedCase read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).replaceFirst("[.]xml$", "");
        List<Exchange> exchanges = new ArrayList<>();
        XmlElement request = null;
        for (XmlElement message : messages(file)) {
            if (message.name().equals("RequestMessage") && request == null) {
                request = message;
            } else if (message.name().equals("ResponseMessage") && request != null) {
                exchanges.add(new Exchange(request, XmlNode.of(message)));
                request = null;
            } else {
                throw new IOException(file + " has a " + message.name() + " out of turn.");
            }
        }
        return new PublishedCase(name, exchanges);
    }

    private static List<XmlElement> messages(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return TtlvXml.messages(XmlElement.parse(in, TtlvLimits.DEFAULT));
        } catch (TtlvXmlFault e) {
            throw new IOException(file + " can't be read: " + e.getMessage(), e);
        }
    }

    /** The file's name without its ending. */
    public String name() {
        return name;
    }

    /** Names of the operations that the requests ask for. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        for (Exchange exchange : exchanges) {
            for (XmlNode child : XmlNode.of(exchange.request()).children()) {
                if (child.name().equals("BatchItem")) {
                    operations.add(child.text("Operation"));
                }
            }
        }
        return operations;
    }

    List<Exchange> exchanges() {
        return exchanges;
    }
}
