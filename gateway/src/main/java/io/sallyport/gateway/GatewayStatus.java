package io.sallyport.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.sallyport.gateway.admin.AdminJson;
import io.sallyport.gateway.audit.AuditFlawException;
import io.sallyport.gateway.audit.AuditReader;
import io.sallyport.gateway.audit.AuditTail;
import io.sallyport.gateway.engine.EngineProcess;
import io.sallyport.gateway.engine.EngineState;
import io.sallyport.gateway.home.HomeConfig;
import io.sallyport.gateway.journal.Journal;
import io.sallyport.gateway.net.KmipListener;
import io.sallyport.gateway.net.NetMetrics;
import io.sallyport.gateway.port.EnginePort.Answer;
import io.sallyport.gateway.store.Store;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineResult.StatusReport;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What the gateway says about itself, as seen now and not as hoped. Safe for every thread. */
final class GatewayStatus {
    private final Vertx vertx;
    private final Gateway gateway;
    private final HomeConfig config;
    private final Store store;
    private final Journal journal;
    private final EngineProcess engine;
    private final KmipListener kmip;
    private final long startedMillis;
    private final Clock clock;

    GatewayStatus(Vertx vertx, Gateway gateway, HomeConfig config, Store store, Journal journal,
            EngineProcess engine, KmipListener kmip, long startedMillis, Clock clock) {
        this.vertx = vertx;
        this.gateway = gateway;
        this.config = config;
        this.store = store;
        this.journal = journal;
        this.engine = engine;
        this.kmip = kmip;
        this.startedMillis = startedMillis;
        this.clock = clock;
    }

    /** Whether requests for keys can succeed. */
    boolean isReady() {
        return engine.state().phase() == EngineState.Phase.READY && journal.failure().isEmpty();
    }

    /** What the engine's process does, in one word. */
    String engineWord() {
        return engine.state().phase().name().toLowerCase(Locale.ROOT);
    }

    /** Everything the operator's screen shows. */
    Future<JsonObject> report() {
        return engine.links().submit(new EngineCommand.Status()).transform(asked -> {
            JsonObject said = asked.succeeded() ? said(asked.result()) : new JsonObject();
            return vertx.executeBlocking(() -> report(said), false)
                    .map(Objects::requireNonNull);
        });
    }

    private static JsonObject said(Answer<StatusReport> answer) {
        StatusReport report = answer.result();
        answer.release();
        return new JsonObject().put("version", report.version())
                .put("unsealed", report.unsealed()).put("term", report.term())
                .put("commandsServed", report.commandsServed()).put("protections",
                        AdminJson.protections(report.protections()));
    }

    private JsonObject report(JsonObject engineSaid) {
        List<String> problems = new ArrayList<>();
        EngineState state = engine.state();
        JsonObject engineJson = new JsonObject().put("state", state.phase().name())
                .put("pid", state.pid()).put("restarts", state.restarts())
                .put("lastFailure", state.lastFailure()).mergeIn(engineSaid);
        if (state.phase() == EngineState.Phase.SEALED) {
            problems.add("The engine is sealed; 'sallyport unseal' lets it serve again.");
        } else if (state.phase() != EngineState.Phase.READY || engineSaid.isEmpty()) {
            problems.add("The engine does not serve: " + (state.lastFailure() == null
                    ? "it gave no status."
                    : state.lastFailure()));
        }
        journal.failure().ifPresent(cause -> problems
                .add("The store can't be written: " + cause.getMessage()));
        journal.trouble().ifPresent(cause -> problems.add("The last change failed: "
                + cause.getMessage() + " The next one is tried again."));
        JsonObject json = new JsonObject().put("version", Gateway.VERSION)
                .put("uptimeSeconds", (clock.millis() - startedMillis) / 1000)
                .put("pid", ProcessHandle.current().pid()).put("kmip", gateway.kmipAddress())
                .put("https", gateway.httpsAddress()).put("domain", config.domain().toString())
                .put("node", config.node().toString()).put("engine", engineJson)
                .put("store", store(problems))
                .put("journal", new JsonObject().put("queued", journal.queued())
                        .put("failed", journal.failure().isPresent()))
                .put("audit", audit(problems)).put("connections", connections(kmip.metrics()))
                .put("httpsConnections", connections(gateway.httpsMetrics()));
        return json.put("healthy", problems.isEmpty()).put("problems", new JsonArray(problems));
    }

    private JsonObject store(List<String> problems) {
        JsonObject json = new JsonObject().put("path", store.file().toString());
        try {
            json.put("bytes", Files.size(store.file())).put("objects", store.objects())
                    .put("bytesFree", Files.getFileStore(store.file()).getUsableSpace());
        } catch (IOException | SQLException e) {
            problems.add("The store can't be read: " + e.getMessage() + ".");
        }
        return json;
    }

    private JsonObject audit(List<String> problems) {
        JsonObject json = new JsonObject();
        try {
            AuditTail tail = new AuditReader(store.readers(), store.domain()).tail();
            json.put("entries", tail.nextSequence() - 1).put("lastHash", tail.hash().toString());
        } catch (SQLException e) {
            problems.add("The audit log can't be read: " + e.getMessage() + ".");
        } catch (AuditFlawException e) {
            problems.add("The audit log does not end soundly: " + e.getMessage());
        }
        return json;
    }

    private static JsonObject connections(NetMetrics.Snapshot net) {
        return new JsonObject().put("open", net.connectionsOpen())
                .put("accepted", net.connectionsAccepted()).put("refused", net.connectionsRefused())
                .put("handshakesFailed", net.handshakesFailed()).put("requests", net.framesIn())
                .put("answers", net.answersOut()).put("inFlight", net.inFlight());
    }
}
