package io.sallyport.gateway.admin;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.engine.EngineSeal;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.gateway.port.EnginePort.Answer;
import io.sallyport.gateway.port.JournalPort;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.rewrap.Progress;
import io.sallyport.gateway.rewrap.RewrapJob;
import io.sallyport.gateway.selftest.SelfTestRuns;
import io.sallyport.gateway.store.Store;
import io.sallyport.gateway.store.TermStore;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.EngineResult.SelfTested;
import io.sallyport.hsm.command.EngineResult.StatusReport;
import io.sallyport.hsm.command.EngineResult.TermStatus;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Domain keys of the gateway in this process. Safe for every thread. */
public final class LocalEngineAdministration implements EngineAdministration {
    private static final String ROTATE = "Rotate Term";
    private static final String RETIRE = "Retire Term";
    private static final String REFUSED = "Refused";

    private final Store store;
    private final TermStore rows;
    private final EnginePort engine;
    private final EngineSeal seal;
    private final JournalPort journal;
    private final RewrapJob job;
    private final SelfTestRuns selfTests;
    private final Clock clock;
    /** One act at a time. */
    private final ReentrantLock acting = new ReentrantLock();

    /** Administration of this engine, whose objects are in this store. */
    public LocalEngineAdministration(Store store, EnginePort engine, EngineSeal seal,
            JournalPort journal, RewrapJob job, SelfTestRuns selfTests, Clock clock) {
        this.store = store;
        this.rows = new TermStore(store);
        this.engine = engine;
        this.seal = seal;
        this.journal = journal;
        this.job = job;
        this.selfTests = selfTests;
        this.clock = clock;
    }

    @Override
    public JsonObject engine() throws AdminException {
        StatusReport report = report();
        SortedMap<Integer, Long> objects = counts();
        JsonArray terms = new JsonArray();
        for (TermStatus one : report.terms()) {
            Long count = objects.remove(one.term());
            terms.add(new JsonObject().put("term", one.term())
                    .put("inForce", one.term() == report.term()).put("created", one.created())
                    .put("seals", one.seals()).put("objects", count == null ? 0 : count));
        }
        JsonArray lost = new JsonArray();
        objects.forEach((term, count) -> lost
                .add(new JsonObject().put("term", term).put("objects", count)));
        record("Show Engine", null, Outcome.SUCCESS, null);
        return new JsonObject().put("version", report.version())
                .put("domain", report.domain()).put("pid", report.pid())
                .put("unsealed", report.unsealed()).put("term", report.term())
                .put("startMillis", report.startMillis())
                .put("selfTest", AdminJson.selfTest(report.selfTest()))
                .put("protections", AdminJson.protections(report.protections()))
                .put("terms", terms).put("withoutKey", lost)
                .put("rewrap", AdminJson.progress(job.progress()));
    }

    @Override
    public Progress rewrapProgress() {
        return job.progress();
    }

    @Override
    public int rotateTerm() throws AdminException {
        acting.lock();
        try {
            int term = ask(new EngineCommand.RotateTerm()).term();
            record(ROTATE, term(term), Outcome.SUCCESS, null);
            job.ask();
            return term;
        } catch (EngineFault e) {
            record(ROTATE, null, Outcome.FAILED, e.reason().name());
            throw failed(e);
        } finally {
            acting.unlock();
        }
    }

    @Override
    public SelfTested selfTest() throws AdminException {
        try {
            return selfTests.run(Subject.OPERATOR_NAME, "command");
        } catch (EngineFault e) {
            throw failed(e);
        } catch (IOException e) {
            throw new AdminException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void seal() throws AdminException {
        switchTo("Seal", seal::seal);
    }

    @Override
    public void unseal() throws AdminException {
        switchTo("Unseal", seal::unseal);
    }

    /** Seals or unseals. */
    @FunctionalInterface
    private interface Switch {
        void turn() throws IOException, InterruptedException;
    }

    private void switchTo(String operation, Switch turned) throws AdminException {
        acting.lock();
        try {
            turned.turn();
            record(operation, null, Outcome.SUCCESS, null);
        } catch (IOException e) {
            String sentence = String.valueOf(e.getMessage());
            record(operation, sentence, Outcome.FAILED, REFUSED);
            throw new AdminException(sentence, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdminException("The wait for the engine was interrupted.", e);
        } finally {
            acting.unlock();
        }
    }

    @Override
    public void rewrap() throws AdminException {
        record("Start Rewrap", null, Outcome.SUCCESS, null);
        job.ask();
    }

    /**
     * The fence comes first: what waits for the writer under the term is refused from then on, or
     * is stored before the leaf that tells of the attempt, and is counted then.
     */
    @Override
    public void retireTerm(int term) throws AdminException {
        acting.lock();
        try {
            StatusReport report = report();
            if (report.term() == term) {
                throw refused(term, "The term " + term
                        + " is in force; run 'engine rotate' first.");
            }
            if (report.terms().stream().noneMatch(one -> one.term() == term)) {
                throw refused(term, "There is no term " + term + "; 'engine status' shows all.");
            }
            store.termFence().close(term);
            try {
                record("Prepare Retire Term", term(term), Outcome.SUCCESS, null);
                long objects = rows.count(term);
                if (objects > 0) {
                    throw refused(term, "The term " + term + " still seals " + objects
                            + " objects; wait for 'engine rewrap --wait'.");
                }
                ask(new EngineCommand.RetireTerm(term));
            } catch (AdminException | SQLException e) {
                store.termFence().open(term);
                throw e instanceof AdminException refusal ? refusal : unread((SQLException) e);
            } catch (EngineFault e) {
                if (e.reason() != Reason.UNAVAILABLE) {
                    store.termFence().open(term);
                }
                record(RETIRE, term(term), Outcome.FAILED, e.reason().name());
                throw failed(e);
            }
            record(RETIRE, term(term), Outcome.SUCCESS, null);
        } finally {
            acting.unlock();
        }
    }

    private StatusReport report() throws AdminException {
        try {
            return ask(new EngineCommand.Status());
        } catch (EngineFault e) {
            throw failed(e);
        }
    }

    private SortedMap<Integer, Long> counts() throws AdminException {
        try {
            return rows.counts();
        } catch (SQLException e) {
            throw unread(e);
        }
    }

    private <R extends EngineResult> R ask(EngineCommand<R> command)
            throws EngineFault, AdminException {
        try {
            Answer<R> answer = await(engine.submit(command));
            answer.release();
            return answer.result();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EngineFault fault) {
                throw new EngineFault(fault.reason(), String.valueOf(fault.getMessage()));
            }
            throw new AdminException("The engine did not answer: " + e.getMessage(), e);
        }
    }

    private AdminException refused(int term, String sentence) throws AdminException {
        record(RETIRE, term(term), Outcome.DENIED, REFUSED);
        return new AdminException(sentence);
    }

    private void record(String operation, @Nullable String object, Outcome outcome,
            @Nullable String reason) throws AdminException {
        try {
            await(journal.commit(new Submission(List.of(), List.of(LocalAdministration
                    .operatorEvent(clock.millis(), operation, object, outcome, reason)))));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new AdminException("It can't be told what became of it, because it can't be"
                    + " audited: " + cause.getMessage(), e);
        }
    }

    private static <T> T await(Future<T> future) throws ExecutionException, AdminException {
        try {
            return future.toCompletionStage().toCompletableFuture().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdminException("The wait was interrupted.", e);
        }
    }

    private static AdminException failed(EngineFault fault) {
        return new AdminException("The engine did not do it: " + fault.getMessage(), fault);
    }

    private static AdminException unread(SQLException failed) {
        return new AdminException("The store can't be read: " + failed.getMessage() + ".", failed);
    }

    private static String term(int term) {
        return "term " + term;
    }
}
