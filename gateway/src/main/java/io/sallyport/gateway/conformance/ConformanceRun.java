package io.sallyport.gateway.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.sallyport.gateway.conformance.CaseOutcome.Verdict;
import io.sallyport.kmip.conformance.CaseResult;
import io.sallyport.kmip.conformance.CaseRunner;
import io.sallyport.kmip.conformance.PublishedCase;
import io.sallyport.kmip.conformance.ServerMade;
import io.sallyport.kmip.message.MessageEncoding;

/** Runs cases one after the other. Not thread-safe. */
public final class ConformanceRun {
    private final CaseConnection.Opener opener;
    private final LeftOut leftOut;
    private final Consumer<CaseOutcome> progress;
    private final ServerMade serverMade = new ServerMade();

    /**
     * A run over these connections.
     *
     * @param progress told of every case when it is over
     */
    public ConformanceRun(CaseConnection.Opener opener, LeftOut leftOut,
            Consumer<CaseOutcome> progress) {
        this.opener = opener;
        this.leftOut = leftOut;
        this.progress = progress;
    }

    /** Runs the cases in their order. */
    public ConformanceReport run(List<CaseFile> cases) {
        List<CaseOutcome> outcomes = new ArrayList<>();
        for (CaseFile file : cases) {
            CaseOutcome outcome = run(file);
            outcomes.add(outcome);
            progress.accept(outcome);
        }
        return new ConformanceReport(outcomes);
    }

    private CaseOutcome run(CaseFile file) {
        String reason = leftOut.reason(file.name()).orElse("");
        PublishedCase published = file.published();
        if (published == null) {
            return new CaseOutcome(file, Verdict.NOT_RUN, List.of(), Set.of(), reason, "", "");
        }
        try (Recorded connection = new Recorded(opener.open(file))) {
            CaseResult result = new CaseRunner(connection, serverMade).run(published);
            return new CaseOutcome(file, verdict(result.passed(), !reason.isEmpty()),
                    result.differences(), result.leniencies(), reason, connection.request,
                    connection.answer);
        } catch (IOException e) {
            return new CaseOutcome(file, verdict(false, !reason.isEmpty()),
                    List.of("no connection: " + e.getMessage()), Set.of(), reason, "", "");
        }
    }

    private static Verdict verdict(boolean passed, boolean isLeftOut) {
        if (passed) {
            return isLeftOut ? Verdict.PASSED_THOUGH_LEFT_OUT : Verdict.PASSED;
        }
        return isLeftOut ? Verdict.LEFT_OUT : Verdict.FAILED;
    }

    /** Keeps the last request and its answer for the report. */
    private static final class Recorded implements CaseConnection {
        private final CaseConnection connection;
        private String request = "";
        private String answer = "";

        Recorded(CaseConnection connection) {
            this.connection = connection;
        }

        @Override
        public byte[] exchange(byte[] sent) throws IOException {
            request = CaseEncoding.printed(sent);
            answer = "";
            byte[] received = connection.exchange(sent);
            answer = CaseEncoding.printed(received);
            return received;
        }

        @Override
        public byte[] receive() throws IOException {
            byte[] asked = connection.receive();
            answer = CaseEncoding.printed(asked);
            return asked;
        }

        @Override
        public void reply(byte[] response) throws IOException {
            request = CaseEncoding.printed(response);
            connection.reply(response);
        }

        @Override
        public Set<MessageEncoding> encodings() {
            return connection.encodings();
        }

        @Override
        public byte[] exchange(byte[] sent, MessageEncoding encoding) throws IOException {
            if (encoding == MessageEncoding.TTLV) {
                return exchange(sent);
            }
            request = new String(sent, StandardCharsets.UTF_8);
            answer = "";
            byte[] received = connection.exchange(sent, encoding);
            answer = new String(received, StandardCharsets.UTF_8);
            return received;
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
