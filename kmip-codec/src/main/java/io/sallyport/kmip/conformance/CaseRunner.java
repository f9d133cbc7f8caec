package io.sallyport.kmip.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.sallyport.kmip.model.KmipNames;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvFault;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;
import io.sallyport.kmip.ttlv.xml.TtlvXml;
import io.sallyport.kmip.ttlv.xml.TtlvXmlFault;
import io.sallyport.kmip.ttlv.xml.XmlElement;

/**
 * Runs one case after another over a transport. Not thread-safe; one runner per connection.
 *
 * <p>A case should meet a partition of its own: the published cases reuse names and count what
 * Locate finds.
 */
public final class CaseRunner {
    private static final TtlvXml XML = new TtlvXml(KmipNames.INSTANCE);
    private static final TtlvLimits LIMITS = TtlvLimits.DEFAULT;

    private final Transport transport;
    private final ServerMade serverMade;

    /** A runner that talks through {@code transport}. */
    public CaseRunner(Transport transport) {
        this(transport, new ServerMade());
    }

    /** A runner that knows what the server made in earlier cases. */
    public CaseRunner(Transport transport, ServerMade serverMade) {
        this.transport = transport;
        this.serverMade = serverMade;
    }

    /** Sends one encoded request and returns the encoded answer. */
    @FunctionalInterface
    public interface Transport {
        /**
         * One exchange.
         *
         * @throws IOException if there is no whole answer
         */
        byte[] exchange(byte[] request) throws IOException;
    }

    /** Runs a case to its first difference. */
    public CaseResult run(PublishedCase published) {
        Variables variables = new Variables(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        Set<Leniency> leniencies = EnumSet.noneOf(Leniency.class);
        int step = 0;
        for (PublishedCase.Exchange exchange : published.exchanges()) {
            List<String> differences = new ArrayList<>();
            try {
                TtlvItem request = XML.read(exchange.request(),
                        (_, _, value) -> resolved(value, variables));
                XmlNode actual = printed(decode(transport.exchange(encode(request))));
                ResponseComparison comparison = new ResponseComparison(variables, leniencies,
                        differences, serverMade);
                serverMade.learn(printed(request), actual);
                comparison.compare(exchange.response(), actual);
            } catch (IOException | TtlvFault | TtlvXmlFault | IllegalStateException e) {
                differences.add("no comparable answer: " + e);
            }
            if (!differences.isEmpty()) {
                int at = step;
                return new CaseResult(published.name(), differences.stream()
                        .map(difference -> "step " + at + ": " + difference).toList(), leniencies);
            }
            step++;
        }
        return new CaseResult(published.name(), List.of(), leniencies);
    }

    private static String resolved(String value, Variables variables) {
        return variables.resolve(listed(value)).orElseThrow(
                () -> new IllegalStateException("the variable " + value + " is not bound"));
    }

    /** The listings break long texts over lines; no text of a case has runs of blanks. */
    private static String listed(String value) {
        return value.indexOf("  ") < 0 ? value : value.replaceAll("\\s+", " ");
    }

    private static XmlNode printed(TtlvItem item) throws IOException, TtlvXmlFault {
        byte[] xml = XML.write(item).getBytes(StandardCharsets.UTF_8);
        return XmlNode.of(XmlElement.parse(new ByteArrayInputStream(xml), LIMITS));
    }

    private static byte[] encode(TtlvItem item) {
        ByteBuffer buffer = ByteBuffer.allocate(TtlvBinary.encodedLength(item));
        TtlvBinary.encode(item, buffer);
        return buffer.array();
    }

    private static TtlvItem decode(byte[] response) throws TtlvFault {
        return TtlvBinary.decode(ByteBuffer.wrap(response), LIMITS);
    }
}
