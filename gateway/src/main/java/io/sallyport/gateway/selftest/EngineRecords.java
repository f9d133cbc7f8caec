package io.sallyport.gateway.selftest;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sallyport.gateway.engine.EngineEvents;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.port.JournalPort;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.ProtectionStatus;
import io.sallyport.hsm.command.EngineResult.SelfTested;
import io.sallyport.hsm.command.EngineResult.StatusReport;

/**
 * Writes to the audit log what becomes of the engine. Calls wait until it is on disk: not for event
 * loops. Safe for every thread.
 */
public final class EngineRecords implements EngineEvents {
    private static final Logger LOG = LoggerFactory.getLogger(EngineRecords.class);
    /** The actor of what the gateway does by itself. */
    static final String GATEWAY = "gateway";

    private static final String SELF_TEST = "Self-Test";
    private static final long COMMIT_SECONDS_MAX = 60;

    private final JournalPort journal;
    private final Clock clock;

    /** Records in this journal. */
    public EngineRecords(JournalPort journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void started(StatusReport report) throws IOException {
        commit(List.of(
                event(GATEWAY, "Start Engine", "process " + report.pid() + ", ready after "
                        + report.startMillis() + " ms; holds: " + protections(report, true)
                        + "; does not hold: " + protections(report, false), Outcome.SUCCESS, null),
                event(GATEWAY, SELF_TEST, passed("start", report.selfTest()), Outcome.SUCCESS,
                        null)));
    }

    @Override
    public void ended(boolean served, String sentence) {
        List<AuditEvent> events = new ArrayList<>();
        int selfTest = sentence.indexOf(EngineFault.SELF_TEST);
        if (selfTest >= 0) {
            events.add(event(GATEWAY, SELF_TEST, (served ? "use: " : "start: ")
                    + sentence.substring(selfTest), Outcome.FAILED, Reason.INTERNAL.name()));
        }
        events.add(event(GATEWAY, "End Engine", sentence, Outcome.FAILED, "Engine Failed"));
        try {
            commit(events);
        } catch (IOException e) {
            LOG.error("The end of the engine could not be audited: {}", e.getMessage());
        }
    }

    /** A run that passed. */
    void passed(String actor, String asked, SelfTested run) throws IOException {
        commit(List.of(event(actor, SELF_TEST, passed(asked, run), Outcome.SUCCESS, null)));
    }

    /** A run that failed, or that the engine could not be asked for. */
    void failed(String actor, String asked, long millis, String sentence, String reason)
            throws IOException {
        commit(List.of(event(actor, SELF_TEST, asked + ", " + millis + " ms: " + sentence,
                Outcome.FAILED, reason)));
    }

    private static String passed(String asked, SelfTested run) {
        return asked + ", " + TimeUnit.MICROSECONDS.toMillis(run.micros()) + " ms: "
                + run.tests() + " tests passed; code " + run.code();
    }

    private static String protections(StatusReport report, boolean achieved) {
        String names = report.protections().stream().filter(one -> one.achieved() == achieved)
                .map(ProtectionStatus::name).collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    private AuditEvent event(String actor, String operation, String object, Outcome outcome,
            @Nullable String reason) {
        return new AuditEvent(clock.millis(), actor, null, "local", null, operation, object,
                outcome, reason, true, false, null);
    }

    private void commit(List<AuditEvent> events) throws IOException {
        try {
            journal.commit(new Submission(List.of(), events)).toCompletionStage()
                    .toCompletableFuture().get(COMMIT_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException("It can't be audited: " + cause.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The wait for the audit log was interrupted.", e);
        }
    }
}
