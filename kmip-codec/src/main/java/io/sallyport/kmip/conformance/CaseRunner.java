package io.sallyport.kmip.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import io.sallyport.kmip.message.KmipFault;
import io.sallyport.kmip.message.MessageEncoding;
import io.sallyport.kmip.model.KmipNames;
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
    private static final Duration POLLING_MAX = Duration.ofSeconds(30);
    private static final Duration POLLING_PAUSE = Duration.ofMillis(50);

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

    /** A connection to the server under test. */
    @FunctionalInterface
    public interface Transport {
        /**
         * Sends one request in TTLV and gives its answer.
         *
         * @throws IOException if there is no whole answer
         */
        byte[] exchange(byte[] request) throws IOException;

        /** The encodings that {@link #exchange(byte[], MessageEncoding)} speaks. */
        default Set<MessageEncoding> encodings() {
            return Set.of(MessageEncoding.TTLV);
        }

        /** The same in another encoding. */
        default byte[] exchange(byte[] request, MessageEncoding encoding) throws IOException {
            if (encoding != MessageEncoding.TTLV) {
                throw new IOException("this transport does not speak " + encoding);
            }
            return exchange(request);
        }

        /** Waits for the next request of the server, in TTLV. */
        default byte[] receive() throws IOException {
            throw new IOException("over this transport the server does not ask");
        }

        /** Answers the request that was received last. */
        default void reply(byte[] response) throws IOException {
            throw new IOException("over this transport the server does not ask");
        }
    }

    /** Runs a case to its first difference. */
    public CaseResult run(PublishedCase published) {
        Variables variables = new Variables(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        Set<Leniency> leniencies = EnumSet.noneOf(Leniency.class);
        MessageEncoding encoding = published.encoding();
        if (!transport.encodings().contains(encoding)) {
            leniencies.add(Leniency.OTHER_ENCODING);
            encoding = MessageEncoding.TTLV;
        }
        int step = 0;
        for (PublishedCase.Exchange exchange : published.exchanges()) {
            List<String> differences = new ArrayList<>();
            try {
                if (exchange.asker() == PublishedCase.Asker.CLIENT) {
                    ask(exchange, encoding, variables, leniencies, differences);
                } else {
                    answer(exchange, variables, new ResponseComparison(variables, leniencies,
                            differences, serverMade));
                }
            } catch (IOException | KmipFault | TtlvXmlFault | IllegalStateException e) {
                differences.add("no comparable message: " + e);
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

    private void ask(PublishedCase.Exchange exchange, MessageEncoding encoding,
            Variables variables, Set<Leniency> leniencies, List<String> differences)
            throws IOException, KmipFault, TtlvXmlFault {
        TtlvItem request = XML.read(exchange.request(),
                (_, _, value) -> resolved(value, variables));
        XmlNode expected = XmlNode.of(exchange.response());
        byte[] bytes = encoding.encode(request);
        Instant deadline = Instant.now().plus(POLLING_MAX);
        XmlNode actual = exchanged(bytes, encoding);
        while (exchange.operations().equals(List.of("Poll")) && !isPending(expected)
                && isPending(actual) && Instant.now().isBefore(deadline)) {
            leniencies.add(Leniency.POLLED_AGAIN);
            LockSupport.parkNanos(POLLING_PAUSE.toNanos());
            actual = exchanged(bytes, encoding);
        }
        XmlNode asked = printed(request);
        serverMade.learn(asked, actual);
        new ResponseComparison(variables, leniencies, differences, serverMade,
                asked.values().collect(Collectors.toSet())).compare(expected, actual);
        variables.note(actual);
    }

    private XmlNode exchanged(byte[] request, MessageEncoding encoding)
            throws IOException, KmipFault, TtlvXmlFault {
        return printed(encoding.decode(transport.exchange(request, encoding), LIMITS));
    }

    private static boolean isPending(XmlNode response) {
        return response.children().stream()
                .anyMatch(item -> item.text("ResultStatus").equals("OperationPending"));
    }

    private void answer(PublishedCase.Exchange exchange, Variables variables,
            ResponseComparison comparison) throws IOException, KmipFault, TtlvXmlFault {
        XmlNode asked = printed(MessageEncoding.TTLV.decode(transport.receive(), LIMITS));
        comparison.compareRequest(XmlNode.of(exchange.request()), asked);
        variables.note(asked);
        TtlvItem response = XML.read(exchange.response(),
                (_, _, value) -> resolved(value, variables));
        transport.reply(MessageEncoding.TTLV.encode(response));
    }

    private static String resolved(String value, Variables variables) {
        return variables.resolveAsked(listed(value)).orElseThrow(
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
}
