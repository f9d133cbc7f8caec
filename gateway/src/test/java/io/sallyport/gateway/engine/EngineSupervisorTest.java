package io.sallyport.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import io.sallyport.gateway.engine.EngineState.Phase;
import io.sallyport.gateway.engine.EngineSupervisor.Timing;

final class EngineSupervisorTest {
    private static final Timing FAST = new Timing(Duration.ofSeconds(10), Duration.ofMillis(10),
            Duration.ofMillis(50), Duration.ofSeconds(30), Duration.ofSeconds(5));
    private static final String SERVE = "echo ready; cat";

    private final List<Long> ready = new CopyOnWriteArrayList<>();

    @Test
    void isReadyWhenTheEngineSaysSo() throws Exception {
        try (EngineSupervisor supervisor = supervisor(SERVE)) {
            supervisor.start();
            EngineState state = supervisor.state();
            assertThat(state.phase()).isEqualTo(Phase.READY);
            assertThat(state.restarts()).isZero();
            assertThat(ready).containsExactly(state.pid());
        }
    }

    @Test
    void startsAKilledEngineAgain() throws Exception {
        try (EngineSupervisor supervisor = supervisor(SERVE)) {
            supervisor.start();
            long first = supervisor.state().pid();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            await().until(() -> supervisor.state().phase() == Phase.READY
                    && supervisor.state().pid() != first);
            assertThat(supervisor.state().restarts()).isEqualTo(1);
            assertThat(supervisor.state().lastFailure()).contains("ended with code 137");
        }
    }

    @Test
    void endsOnlyTheProcessThatIsMeant() throws Exception {
        try (EngineSupervisor supervisor = supervisor(SERVE)) {
            supervisor.start();
            long first = supervisor.state().pid();
            supervisor.end(first + 1_000_000, "not this one");
            assertThat(ProcessHandle.of(first).orElseThrow().isAlive()).isTrue();
            supervisor.end(first, "it hangs");
            await().until(() -> ready.size() == 2);
        }
    }

    @Test
    void anEngineThatIsGivenUpIsStartedAgainOnceAndTheReasonIsTold() throws Exception {
        try (EngineSupervisor supervisor = supervisor(
                "echo Internal error at Seal. >&2; " + SERVE)) {
            supervisor.start();
            long first = supervisor.state().pid();
            for (int link = 0; link < 3; link++) {
                supervisor.end(first, "it met an internal error");
            }
            await().until(() -> supervisor.state().phase() == Phase.READY
                    && supervisor.state().pid() != first);
            assertThat(supervisor.state().restarts()).isEqualTo(1);
            assertThat(supervisor.state().lastFailure()).isEqualTo("The engine (process " + first
                    + ") ended with code 137, given up because it met an internal error:"
                    + " Internal error at Seal.");
        }
    }

    @Test
    void anEngineThatFailsAgainAndAgainIsStartedLessAndLessOften() throws Exception {
        List<Long> starts = new CopyOnWriteArrayList<>();
        Timing doubling = new Timing(FAST.readyTimeout(), Duration.ofMillis(20),
                Duration.ofMillis(150), FAST.healthy(), FAST.stopTimeout());
        try (EngineSupervisor supervisor = new EngineSupervisor(() -> {
            starts.add(System.nanoTime());
            return shell(SERVE);
        }, ready::add, doubling)) {
            supervisor.start();
            for (int failures = 1; failures <= 6; failures++) {
                int seen = failures;
                await().until(() -> ready.size() == seen);
                supervisor.end(ready.getLast(), "it met an internal error");
            }
            await().until(() -> ready.size() == 7);
        }
        long[] pausesMillis = {20, 40, 80, 150, 150, 150};
        for (int i = 0; i < pausesMillis.length; i++) {
            assertThat(starts.get(i + 1) - starts.get(i)).as("pause " + i)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(pausesMillis[i]).toNanos());
        }
    }

    @Test
    void closingEndsTheEngineByItsPipe() throws Exception {
        EngineSupervisor supervisor = supervisor(SERVE);
        supervisor.start();
        ProcessHandle engine = ProcessHandle.of(supervisor.state().pid()).orElseThrow();
        supervisor.close();
        assertThat(engine.isAlive()).isFalse();
        assertThat(supervisor.state().phase()).isEqualTo(Phase.STOPPED);
        assertThat(ready).hasSize(1);
    }

    @Test
    void anEngineThatIgnoresItsPipeIsEndedByForce() throws Exception {
        EngineSupervisor supervisor = new EngineSupervisor(
                () -> shell("trap '' TERM; echo ready; while :; do sleep 1; done"), ready::add,
                new Timing(FAST.readyTimeout(), FAST.pauseMin(), FAST.pauseMax(), FAST.healthy(),
                        Duration.ofMillis(100)));
        supervisor.start();
        ProcessHandle engine = ProcessHandle.of(supervisor.state().pid()).orElseThrow();
        supervisor.close();
        assertThat(engine.isAlive()).isFalse();
    }

    @Test
    void saysWhyTheFirstStartFailed() throws Exception {
        EngineSupervisor supervisor = supervisor("echo The state is damaged. >&2; exit 3");
        assertThatThrownBy(supervisor::start).isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "ended with code 3 before it was ready: The state is damaged.");
        assertThat(supervisor.state().phase()).isEqualTo(Phase.STOPPED);
    }

    @Test
    void aSilentEngineIsNotWaitedForForever() throws Exception {
        EngineSupervisor supervisor = new EngineSupervisor(() -> shell("cat"), ready::add,
                new Timing(Duration.ofMillis(200), FAST.pauseMin(), FAST.pauseMax(),
                        FAST.healthy(), FAST.stopTimeout()));
        assertThatThrownBy(supervisor::start).isInstanceOf(IOException.class)
                .hasMessageContaining("before it was ready");
        assertThat(ready).isEmpty();
    }

    private EngineSupervisor supervisor(String script) {
        return new EngineSupervisor(() -> shell(script), ready::add, FAST);
    }

    private static Process shell(String script) throws IOException {
        return new ProcessBuilder("sh", "-c", script).start();
    }
}
