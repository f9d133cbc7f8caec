package io.sallyport.gateway.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.CanaryGateway.Habit;

/**
 * Searches the real gateway for keys and data that passed through it: its memory, its store with
 * the audit log, and what it logged. {@link SixtySecondsLaterTest} does the same at length.
 */
@Timeout(180)
class GatewayCanaryTest {
    private static final int LIVES = 6;
    private static final Duration ERASED_WITHIN = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @BeforeAll
    static void memoryCanBeRead() {
        Assumptions.assumeTrue(MemoryScan.isPossible(), "skipped: no /proc");
    }

    @Test
    void nothingStays() throws Exception {
        try (CanaryRun run = CanaryRun.start(folder, null)) {
            nothingStays(run);
        }
    }

    @Test
    void nothingStaysWhenTheCollectorRunsInEachRequest() throws Exception {
        try (CanaryRun run = CanaryRun.start(folder, Habit.COLLECTS)) {
            nothingStays(run);
        }
    }

    private static void nothingStays(CanaryRun run) throws Exception {
        run.underLoad(LIVES);
        await().atMost(ERASED_WITHIN).untilAsserted(() -> Verdict.nothing(run.memory()));
        Verdict.nothing(run.files());
        Verdict.nothing(run.afterStop());
        System.out.println("Found nothing of " + run.figures() + ".");
    }

    /** Without this, nothing found would mean nothing. */
    @Test
    void carelessCopiesAreFound() throws Exception {
        try (CanaryRun run = CanaryRun.start(folder, Habit.KEEPS_COPIES)) {
            run.keys().oneLife();
            run.keys().writeDown();
            Findings memory = run.memory();
            assertThat(memory.byPlace().keySet())
                    .anyMatch(place -> place.endsWith(": registered key"))
                    .anyMatch(place -> place.endsWith(": data encrypted"))
                    .anyMatch(place -> place.endsWith(": key refused"));
            assertThat(memory.whole()).isGreaterThanOrEqualTo(3);
            assertThat(run.files().byPlace()).containsKeys("serve.err: registered key in hex",
                    "serve.err: data encrypted in hex", "serve.err: key unreadable in hex");
            assertThat(run.afterStop().byPlace()).containsKeys(
                    "object.attributes: named key in hex",
                    "store/sallyport.db: named key in hex");
        }
    }

    /** Why the collector runs in each request: it is what brings such copies to light. */
    @Test
    void copiesThatWereWipedTooLateAreFound() throws Exception {
        try (CanaryRun run = CanaryRun.start(folder, Habit.WIPES_COPIES)) {
            run.keys().oneLife();
            run.keys().oneLife();
            assertThat(run.memory().halves()).isPositive();
        }
    }
}
