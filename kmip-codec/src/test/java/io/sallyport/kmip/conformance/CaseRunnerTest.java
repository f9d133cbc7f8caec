package io.sallyport.kmip.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.kmip.message.KmipFault;
import io.sallyport.kmip.message.MessageEncoding;
import io.sallyport.kmip.model.KmipNames;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;
import io.sallyport.kmip.ttlv.TtlvType;
import io.sallyport.kmip.ttlv.xml.TtlvXml;
import io.sallyport.kmip.ttlv.xml.TtlvXmlFault;
import io.sallyport.kmip.ttlv.xml.XmlElement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseRunnerTest {
    private static final TtlvXml XML = new TtlvXml(KmipNames.INSTANCE);
    private static final String CASE = """
            <KMIP>
              <RequestMessage>
                <RequestHeader><ProtocolVersion>
                  <ProtocolVersionMajor type="Integer" value="1"/>
                  <ProtocolVersionMinor type="Integer" value="2"/>
                </ProtocolVersion><BatchCount type="Integer" value="1"/></RequestHeader>
                <BatchItem><Operation type="Enumeration" value="Activate"/>
                  <RequestPayload><UniqueIdentifier type="TextString" value="key"/></RequestPayload>
                </BatchItem>
              </RequestMessage>
              <ResponseMessage>
                <ResponseHeader><ProtocolVersion>
                  <ProtocolVersionMajor type="Integer" value="1"/>
                  <ProtocolVersionMinor type="Integer" value="2"/>
                </ProtocolVersion><TimeStamp type="DateTime" value="2012-04-27T08:14:44+00:00"/>
                <BatchCount type="Integer" value="1"/></ResponseHeader>
                <BatchItem><Operation type="Enumeration" value="Activate"/>
                  <ResultStatus type="Enumeration" value="Success"/>
                  <ResponsePayload>
                    <UniqueIdentifier type="TextString" value="$UNIQUE_IDENTIFIER_0"/>
                  </ResponsePayload>
                </BatchItem>
              </ResponseMessage>
            </KMIP>
            """;

    private static final String NOTIFY = CASE.replace("Activate", "Notify")
            .replaceAll("(?s)<ResponsePayload>.*?</ResponsePayload>", "");
    @TempDir
    Path folder;

    @Test
    void anAnswerAsPrintedPasses() throws IOException {
        assertThat(answered(text -> text).differences()).isEmpty();
    }

    @Test
    void anotherStatusIsADifference() throws IOException {
        assertThat(answered(text -> text.replace("Success", "OperationFailed")).passed()).isFalse();
    }

    @Test
    void anotherVersionIsADifference() throws IOException {
        assertThat(answered(text -> text.replace("\"ProtocolVersionMinor\" type=\"Integer\"",
                "").replace("value=\"2\"", "value=\"3\"")).passed()).isFalse();
    }

    @Test
    void aFieldTooManyIsADifference() throws IOException {
        assertThat(answered(text -> text.replace("</ResponsePayload>",
                "<ObjectType type=\"Enumeration\" value=\"SymmetricKey\"/></ResponsePayload>"))
                .passed()).isFalse();
    }

    @Test
    void noAnswerIsADifference() throws IOException {
        CaseResult result = new CaseRunner(_ -> {
            throw new IOException("closed");
        }).run(PublishedCase.read(written(CASE)));
        assertThat(result.differences()).singleElement().asString().contains("closed");
    }

    @Test
    void theServerMayAsk() throws IOException {
        PublishedCase published = PublishedCase.read(written(NOTIFY));
        assertThat(published.serverAsks()).isTrue();
        assertThat(published.operations()).isEmpty();
        assertThat(new CaseRunner(new Playback(folder.resolve("case.xml"))).run(published)
                .differences()).isEmpty();
        assertThat(new CaseRunner(_ -> new byte[0]).run(published).differences())
                .singleElement().asString().contains("the server does not ask");
    }

    @Test
    void anotherQuestionOfTheServerIsADifference() throws IOException {
        PublishedCase published = PublishedCase.read(written(NOTIFY));
        written(NOTIFY.replace("Notify", "Put"));
        assertThat(new CaseRunner(new Playback(folder.resolve("case.xml"))).run(published)
                .differences()).singleElement().asString().contains("printed Notify, asked Put");
    }

    @Test
    void aPollIsRepeatedWhileTheAnswerIsPending() throws IOException {
        PublishedCase published = PublishedCase.read(written(CASE
                .replaceFirst("Activate", "Poll")));
        Playback last = new Playback(folder.resolve("case.xml"));
        written(CASE.replace("Success", "OperationPending")
                .replaceAll("(?s)<ResponsePayload>.*?</ResponsePayload>", ""));
        Playback first = new Playback(folder.resolve("case.xml"));
        CaseResult result = new CaseRunner(request -> first.answers.isEmpty()
                ? last.exchange(request)
                : first.exchange(request)).run(published);
        assertThat(result.differences()).isEmpty();
        assertThat(result.leniencies()).contains(Leniency.POLLED_AGAIN);
    }

    @Test
    void aCaseOfAnotherEncodingIsRunInTheOneThatTheTransportHas() throws IOException {
        Path file = Files.writeString(folder.resolve("MSGENC-JSON-M-1-12.xml"), CASE);
        PublishedCase published = PublishedCase.read(file);
        assertThat(published.encoding()).isEqualTo(MessageEncoding.JSON);
        assertThat(published.overHttps()).isTrue();
        Playback binary = new Playback(file);
        CaseResult result = new CaseRunner(request -> binary.exchange(request)).run(published);
        assertThat(result.differences()).isEmpty();
        assertThat(result.leniencies()).contains(Leniency.OTHER_ENCODING);
        Playback all = new Playback(file);
        assertThat(new CaseRunner(all).run(published).leniencies())
                .doesNotContain(Leniency.OTHER_ENCODING);
        assertThat(all.used).containsExactly(MessageEncoding.JSON);
    }

    @Test
    void aVariableThatNobodyGivesIsNamed() throws IOException {
        assertThat(PublishedCase.read(written(CASE)).impossibleVariables()).isEmpty();
        String unknown = CASE.replace("value=\"key\"", "value=\"$UNIQUE_IDENTIFIER_7\"");
        assertThat(PublishedCase.read(written(unknown)).impossibleVariables())
                .containsExactly("$UNIQUE_IDENTIFIER_7");
        String random = CASE.replace("value=\"key\"", "value=\"$UNIQUE_IDENTIFIER_RANDOM_0\"");
        assertThat(PublishedCase.read(written(random)).impossibleVariables()).isEmpty();
    }

    @Test
    void aRequestWithoutAnAnswerIsNoCase() {
        assertThatThrownBy(() -> PublishedCase.read(written(CASE.replaceAll(
                "(?s)<ResponseMessage>.*</ResponseMessage>", ""))))
                .isInstanceOf(IOException.class).hasMessageContaining("without an answer");
    }

    /** Plays every published answer back: a comparison that refuses it is wrong itself. */
    @Test
    void thePublishedAnswersPass() throws IOException, TtlvXmlFault {
        Path cases = Path.of(System.getProperty("sallyport.shared", "../shared"), "kmip/cases");
        Assumptions.assumeTrue(Files.isDirectory(cases), "skipped: no vectors");
        int run = 0;
        Set<String> impossible = new TreeSet<>();
        StringBuilder failed = new StringBuilder();
        try (Stream<Path> files = Files.walk(cases)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".xml")).sorted()
                    .toList()) {
                PublishedCase published = PublishedCase.read(file);
                if (!published.impossibleVariables().isEmpty()) {
                    impossible.add(published.name());
                    continue;
                }
                run++;
                CaseResult result = new CaseRunner(new Playback(file)).run(published);
                if (!result.passed()) {
                    failed.append(published.name()).append(' ').append(result.differences())
                            .append('\n');
                }
            }
        }
        System.out.println("Published cases played back: " + run + ", impossible alone: "
                + impossible);
        assertThat(failed.toString()).isEmpty();
        assertThat(impossible).isEmpty();
        assertThat(run + impossible.size()).isGreaterThanOrEqualTo(620);
    }

    private CaseResult answered(UnaryOperator<String> change)
            throws IOException {
        String response = change.apply(CASE.substring(CASE.indexOf("<ResponseMessage>"),
                CASE.indexOf("</KMIP>")));
        Path file = written(CASE);
        return new CaseRunner(_ -> {
            try {
                return encoded(XML.read(XmlElement.parse(new ByteArrayInputStream(
                        response.getBytes(StandardCharsets.UTF_8)), TtlvLimits.DEFAULT),
                        Playback::resolved));
            } catch (TtlvXmlFault e) {
                throw new IOException(e);
            }
        }).run(PublishedCase.read(file));
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("case.xml"), text);
    }

    private static byte[] encoded(TtlvItem item) {
        ByteBuffer buffer = ByteBuffer.allocate(TtlvBinary.encodedLength(item));
        TtlvBinary.encode(item, buffer);
        return buffer.array();
    }

    /** A server that answers, and asks, what is printed, in every encoding. */
    private static final class Playback implements CaseRunner.Transport {
        private final Deque<PublishedCase.Exchange> answers = new ArrayDeque<>();
        private final Deque<PublishedCase.Exchange> questions = new ArrayDeque<>();
        private final Map<String, String> learned = new HashMap<>();
        private final Set<MessageEncoding> used = EnumSet.noneOf(MessageEncoding.class);

        Playback(Path file) throws IOException {
            for (PublishedCase.Exchange exchange : PublishedCase.read(file).exchanges()) {
                (exchange.asker() == PublishedCase.Asker.CLIENT ? answers : questions)
                        .add(exchange);
            }
        }

        /** What the client put where a variable is printed. */
        private void learn(XmlElement printed, XmlElement asked) {
            String variable = printed.attribute("value");
            String value = asked.attribute("value");
            if (variable != null && value != null && variable.startsWith("$")) {
                learned.put(variable, value);
            }
            for (int i = 0; i < printed.children().size(); i++) {
                learn(printed.children().get(i), asked.children().get(i));
            }
        }

        private TtlvItem item(XmlElement printed) throws IOException {
            try {
                return XML.read(printed, (tag, type, value) -> value.startsWith("$NOW")
                        ? resolved(tag, type, value)
                        : learned.getOrDefault(value, resolved(tag, type, value)));
            } catch (TtlvXmlFault e) {
                throw new IOException(e);
            }
        }

        static String resolved(int tag, TtlvType type, String value) {
            if (!value.startsWith("$")) {
                return value;
            }
            if (value.startsWith("$NOW")) {
                String shift = value.substring("$NOW".length());
                return Instant.now().plusSeconds(shift.isEmpty() ? 0 : Long.parseLong(shift))
                        .toString();
            }
            return HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public byte[] exchange(byte[] request) throws IOException {
            return exchange(request, MessageEncoding.TTLV);
        }

        @Override
        public Set<MessageEncoding> encodings() {
            return EnumSet.allOf(MessageEncoding.class);
        }

        @Override
        public byte[] exchange(byte[] request, MessageEncoding encoding) throws IOException {
            used.add(encoding);
            PublishedCase.Exchange exchange = answers.remove();
            try {
                String xml = XML.write(encoding.decode(request, TtlvLimits.DEFAULT));
                learn(exchange.request(), XmlElement.parse(new ByteArrayInputStream(
                        xml.getBytes(StandardCharsets.UTF_8)), TtlvLimits.DEFAULT));
            } catch (KmipFault | TtlvXmlFault e) {
                throw new IOException(e);
            }
            return encoding.encode(item(exchange.response()));
        }

        @Override
        public byte[] receive() throws IOException {
            return encoded(item(questions.element().request()));
        }

        @Override
        public void reply(byte[] response) throws IOException {
            try {
                TtlvItem got = MessageEncoding.TTLV.decode(response, TtlvLimits.DEFAULT);
                TtlvItem wanted = item(questions.remove().response());
                assertThat(((TtlvItem.Structure) got).items()).hasSameSizeAs(
                        ((TtlvItem.Structure) wanted).items());
            } catch (KmipFault fault) {
                throw new IOException(fault);
            }
        }
    }
}
