package io.sallyport.kmip.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.sallyport.kmip.message.MessageEncoding;
import io.sallyport.kmip.ttlv.TtlvLimits;
import io.sallyport.kmip.ttlv.xml.TtlvXml;
import io.sallyport.kmip.ttlv.xml.TtlvXmlFault;
import io.sallyport.kmip.ttlv.xml.XmlElement;

/**
 * A published test case: requests and the answers that the specification's authors printed for
 * them. Immutable.
 */
public final class PublishedCase {
    private static final Set<String> SERVER_OPERATIONS = Set.of("Put", "Notify");

    private final String name;
    private final List<Exchange> exchanges;

    private PublishedCase(String name, List<Exchange> exchanges) {
        this.name = name;
        this.exchanges = List.copyOf(exchanges);
    }

    /** Who asks. */
    enum Asker {
        CLIENT, SERVER
    }

    /** A request and its printed answer. */
    record Exchange(Asker asker, XmlElement request, XmlElement response) {
        List<String> operations() {
            return PublishedCase.operations(request);
        }
    }

    /**
     * Reads a case file. Where it prints requests before the answer to the first, an answer belongs
     * to the first of them that asks for its operation, or else to the first. The steps are in the
     * order of the answers.
     *
     * @throws IOException if the file can't be read or has a request without an answer, or an
     *         answer without a request
     */
    public static PublishedCase read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).replaceFirst("[.]xml$", "");
        List<Exchange> exchanges = new ArrayList<>();
        Deque<XmlElement> open = new ArrayDeque<>();
        for (XmlElement message : messages(file)) {
            if (message.name().equals("RequestMessage")) {
                open.add(message);
            } else if (message.name().equals("ResponseMessage") && !open.isEmpty()) {
                XmlElement request = answered(message, open);
                open.remove(request);
                exchanges.add(new Exchange(asker(name, request), request, message));
            } else {
                throw new IOException(file + " has a " + message.name() + " out of turn.");
            }
        }
        if (!open.isEmpty()) {
            throw new IOException(file + " has a request without an answer.");
        }
        return new PublishedCase(name, exchanges);
    }

    private static XmlElement answered(XmlElement response, Deque<XmlElement> open) {
        List<String> answered = operations(response);
        return open.stream().filter(request -> operations(request).equals(answered)).findFirst()
                .orElseGet(open::element);
    }

    private static List<String> operations(XmlElement message) {
        return XmlNode.of(message).children().stream()
                .filter(child -> child.name().equals("BatchItem"))
                .map(item -> item.text("Operation")).toList();
    }

    /** The printed messages do not tell: the operation does, or the name of the case. */
    private static Asker asker(String name, XmlElement request) {
        boolean server = name.contains("-S2C-") || XmlNode.of(request).children().stream()
                .anyMatch(child -> SERVER_OPERATIONS.contains(child.text("Operation")));
        return server ? Asker.SERVER : Asker.CLIENT;
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

    /** Names of the operations that the client asks for. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        for (Exchange exchange : exchanges) {
            if (exchange.asker() == Asker.CLIENT) {
                operations.addAll(exchange.operations());
            }
        }
        return operations;
    }

    /** Whether the server asks the client something. */
    public boolean serverAsks() {
        return exchanges.stream().anyMatch(exchange -> exchange.asker() == Asker.SERVER);
    }

    /** The encoding that the case is about. */
    public MessageEncoding encoding() {
        if (name.startsWith("MSGENC-XML-")) {
            return MessageEncoding.XML;
        }
        return name.startsWith("MSGENC-JSON-") ? MessageEncoding.JSON : MessageEncoding.TTLV;
    }

    /** Whether the case is about messages over HTTPS. */
    public boolean overHttps() {
        return name.startsWith("MSGENC-");
    }

    /**
     * Variables that a request needs, that no message before it gives and that the client can't
     * choose: such a case can't be run by itself.
     */
    public Set<String> impossibleVariables() {
        Set<String> given = new HashSet<>();
        Set<String> missing = new TreeSet<>();
        for (Exchange exchange : exchanges) {
            XmlNode request = XmlNode.of(exchange.request());
            if (exchange.asker() == Asker.CLIENT) {
                missing(request, given, missing);
            } else {
                give(request, given);
            }
            give(XmlNode.of(exchange.response()), given);
        }
        return missing;
    }

    private static void missing(XmlNode node, Set<String> given, Set<String> missing) {
        String value = node.value();
        if (value != null && Variables.isVariable(value) && !Variables.isTime(value)
                && !Variables.isChosen(value) && !given.contains(value)
                && !given.contains(Variables.fieldOf(value))) {
            missing.add(value);
        }
        node.children().forEach(child -> missing(child, given, missing));
    }

    /** What a message gives: the variables it prints, and each field by its name. */
    private static void give(XmlNode node, Set<String> given) {
        String value = node.value();
        if (value != null) {
            given.add(value);
            given.add(Variables.folded(node.name()));
        }
        node.children().forEach(child -> give(child, given));
    }

    List<Exchange> exchanges() {
        return exchanges;
    }
}
