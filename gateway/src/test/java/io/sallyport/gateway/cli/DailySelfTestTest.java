package io.sallyport.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.DrivenGateway;
import io.sallyport.gateway.Gateway;
import io.sallyport.gateway.GatewayOptions;
import io.sallyport.gateway.engine.EngineState.Phase;
import io.sallyport.gateway.net.ConnectionLimits;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.testing.DrivenTimer;
import io.sallyport.gateway.testing.InstalledEngine;

/** The daily self-test of a gateway that serves, with days that pass when the test says so. */
@Tag("chaos")
final class DailySelfTestTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private static List<AuditEvent> daily(ServedHome home) throws Exception {
        return home.events("Self-Test").stream()
                .filter(event -> String.valueOf(event.objectId()).startsWith("schedule, "))
                .toList();
    }

    @Test
    void isRecordedEachDay_alsoOfAnEngineThatIsSealedOrDown() throws Exception {
        InstalledEngine installed = InstalledEngine.in(folder.resolve("lib-engine"));
        ServedHome home = ServedHome.init(folder);
        DrivenTimer days = new DrivenTimer();
        try (Gateway gateway = DrivenGateway.start(new GatewayOptions(home.path(), "127.0.0.1", 0,
                0, installed.commandLine(), ConnectionLimits.DEFAULT), days)) {
            days.tick();
            home.done("seal");
            days.tick();
            assertThat(gateway.engineState().phase()).isEqualTo(Phase.SEALED);
            home.done("unseal");
            days.tick();
            installed.flip();
            days.tick();
            // Two more that tested themselves at their start.
            await().atMost(PATIENCE).until(() -> gateway.engineState().restarts() >= 2);
            days.tick();
            assertThat(home.refused("key", "create")).contains("not available");
            installed.flip();
            await().atMost(PATIENCE)
                    .until(() -> gateway.engineState().phase() == Phase.READY);
            days.tick();
            home.done("key", "create");
        }
        assertThat(days.isClosed()).isTrue();
        List<AuditEvent> runs = daily(home);
        assertThat(runs).extracting(AuditEvent::outcome).containsExactly(Outcome.SUCCESS,
                Outcome.FAILED, Outcome.SUCCESS, Outcome.FAILED, Outcome.FAILED, Outcome.SUCCESS);
        assertThat(runs).extracting(AuditEvent::reason).containsExactly(null, "SEALED", null,
                "INTERNAL", "UNAVAILABLE", null);
        assertThat(runs).extracting(AuditEvent::actor).containsOnly("gateway");
        assertThat(runs.get(1).objectId()).contains("The engine is sealed.");
        assertThat(runs.get(3).objectId()).contains("The self-test of the code's integrity failed",
                "bcprov.jar is not what was built");
    }
}
