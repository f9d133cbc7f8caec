package io.sallyport.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.Gateway;
import io.sallyport.gateway.GatewayException;
import io.sallyport.gateway.GatewayOptions;
import io.sallyport.gateway.audit.AuditEntry;
import io.sallyport.gateway.audit.AuditReader;
import io.sallyport.gateway.engine.EngineState.Phase;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.net.ConnectionLimits;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.store.Store;
import io.sallyport.gateway.testing.InstalledEngine;
import io.vertx.core.json.JsonObject;

/** Self-tests of an engine that serves, from the command line to the audit log and back to service. */
final class EngineSelfTestTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Path initialised() {
        Path home = folder.resolve("home");
        assertThat(Ran.command("init", "--home", home).code()).isZero();
        return home;
    }

    private static Gateway start(Path home, InstalledEngine engine) throws GatewayException {
        return Gateway.start(new GatewayOptions(home, "127.0.0.1", 0, 0, engine.commandLine(),
                ConnectionLimits.DEFAULT));
    }

    private static List<AuditEvent> engineEvents(Path path) throws Exception {
        Home home = Home.open(path);
        String domain = home.config().domain().toString();
        try (Store store = Store.open(home.path(Home.Place.STORE), domain)) {
            return new AuditReader(store.readers(), domain).page(1, 10_000).stream()
                    .map(AuditEntry::event)
                    .filter(event -> List.of("Start Engine", "End Engine", "Self-Test")
                            .contains(event.operation()))
                    .toList();
        }
    }

    private static void assertEvent(AuditEvent event, String operation, String actor,
            Outcome outcome, String... object) {
        assertThat(event.operation()).isEqualTo(operation);
        assertThat(event.actor()).isEqualTo(actor);
        assertThat(event.outcome()).isEqualTo(outcome);
        assertThat(event.objectId()).contains(object);
    }

    private static String key(Path home) {
        Ran made = Ran.command("key", "create", "--home", home, "--output", "json");
        assertThat(made.err()).isEmpty();
        return new JsonObject(made.out()).getString("id");
    }

    @Test
    void codeThatWasChangedIsFoundWhenAskedFor_andTheWayOutIsARepair() throws Exception {
        InstalledEngine installed = InstalledEngine.in(folder.resolve("lib-engine"));
        Path home = initialised();
        try (Gateway gateway = start(home, installed)) {
            String id = key(home);
            Ran status = Ran.command("engine", "status", "--home", home);
            assertThat(status.out()).contains("self-tests passed at", "2 archives as built",
                    "ms after its start");
            Ran passed = Ran.command("engine", "test", "--home", home);
            assertThat(passed.err()).isEmpty();
            assertThat(passed.out()).contains("self-tests passed at", "code: 2 archives as built");
            installed.flip();
            Ran failed = Ran.command("engine", "test", "--home", home);
            assertThat(failed.code()).isEqualTo(1);
            assertThat(failed.err()).contains("The self-test of the code's integrity failed: ",
                    "bcprov.jar is not what was built. Install Sallyport anew");
            // Counted when it begins: two more have failed by then.
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> gateway.engineState().restarts() >= 3);
            assertThat(gateway.engineState().phase()).isNotEqualTo(Phase.READY);
            assertThat(Ran.command("key", "create", "--home", home).code()).isEqualTo(1);
            assertThat(Ran.command("status", "--home", home).out())
                    .contains("bcprov.jar is not what was built");
            Ran engine = Ran.command("engine", "status", "--home", home);
            assertThat(engine.code()).isEqualTo(1);
            assertThat(engine.err()).contains("The engine does not serve (DOWN): ",
                    "bcprov.jar is not what was built").hasLineCount(1);
            assertThat(ServedHome.of(home, folder.resolve("monitor")).health(gateway))
                    .isEqualTo("503 {\"status\":\"down\",\"engine\":\"down\"}");
            installed.flip();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> gateway.engineState().phase() == Phase.READY);
            assertThat(Ran.command("key", "activate", id, "--home", home).err()).isEmpty();
        }
        assertThat(Ran.command("audit", "verify", "--home", home).code()).isZero();
        List<AuditEvent> events = engineEvents(home);
        assertEvent(events.get(0), "Start Engine", "gateway", Outcome.SUCCESS, "ready after",
                "; holds: ", "not-dumpable", "no-attach", "; does not hold: ");
        assertEvent(events.get(1), "Self-Test", "gateway", Outcome.SUCCESS, "start, ",
                "tests passed; code 2 archives as built");
        assertEvent(events.get(2), "Self-Test", "operator", Outcome.SUCCESS, "command, ",
                "tests passed");
        List<AuditEvent> failures = events.subList(3, events.size() - 2);
        List<AuditEvent> tests = failures.stream()
                .filter(event -> event.operation().equals("Self-Test")).toList();
        assertEvent(tests.getFirst(), "Self-Test", "operator", Outcome.FAILED, "command, ",
                "bcprov.jar is not what was built");
        assertThat(tests).hasSizeGreaterThan(2)
                .allSatisfy(event -> assertThat(event.reason()).isEqualTo("INTERNAL"));
        assertThat(tests.subList(1, tests.size())).allSatisfy(event -> assertEvent(event,
                "Self-Test", "gateway", Outcome.FAILED, ": The self-test of "));
        List<AuditEvent> ends = failures.stream()
                .filter(event -> event.operation().equals("End Engine")).toList();
        assertThat(ends).hasSizeGreaterThan(2).allSatisfy(
                event -> assertEvent(event, "End Engine", "gateway", Outcome.FAILED,
                        "The engine (process "));
        // One that started while the archive was repaired may have met either.
        assertThat(ends.subList(0, 3)).allSatisfy(event -> assertEvent(event, "End Engine",
                "gateway", Outcome.FAILED, "bcprov.jar is not what was built"));
        assertThat(failures).noneMatch(event -> event.operation().equals("Start Engine"));
        assertEvent(events.get(events.size() - 2), "Start Engine", "gateway", Outcome.SUCCESS,
                "; holds: ");
        assertEvent(events.getLast(), "Self-Test", "gateway", Outcome.SUCCESS, "start, ");
    }

    @Test
    void aGatewayDoesNotStartOnCodeThatWasChanged_andTheLogSaysSo() throws Exception {
        InstalledEngine installed = InstalledEngine.in(folder.resolve("lib-engine"));
        Path home = initialised();
        installed.flip();
        assertThatThrownBy(() -> start(home, installed))
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("bcprov.jar is not what was built. Install Sallyport anew");
        List<AuditEvent> events = engineEvents(home);
        assertThat(events).hasSize(2);
        assertEvent(events.getFirst(), "Self-Test", "gateway", Outcome.FAILED,
                "start: The self-test of the code's integrity failed: ",
                "bcprov.jar is not what was built");
        assertEvent(events.getLast(), "End Engine", "gateway", Outcome.FAILED,
                "before it was ready", "bcprov.jar is not what was built");
        installed.flip();
        start(home, installed).close();
    }
}
