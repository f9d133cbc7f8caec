package io.sallyport.gateway.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.gateway.CanaryGateway.Habit;

/**
 * As {@link GatewayCanaryTest}, with more keys and one look, sixty seconds after the last request:
 * the promise is about what is there then, so this test alone waits for a time.
 */
@Tag("chaos")
@Timeout(600)
class SixtySecondsLaterTest {
    private static final int LIVES = Integer.getInteger("sallyport.canary.lives", 20);
    private static final Duration LATER = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @BeforeAll
    static void memoryCanBeRead() {
        Assumptions.assumeTrue(MemoryScan.isPossible(), "skipped: no /proc");
    }

    @ParameterizedTest
    @CsvSource({"-XX:+UseG1GC,", "-XX:+UseG1GC, COLLECTS", "-XX:+UseZGC, COLLECTS"})
    void nothingIsThere(String collector, @Nullable Habit habit)
            throws Exception {
        try (CanaryRun run = CanaryRun.start(folder, habit, "-XX:-UseG1GC", collector)) {
            run.underLoad(LIVES);
            await().pollDelay(LATER).atMost(LATER.multipliedBy(2)).until(() -> true);
            Findings memory = run.memory();
            Findings written = run.files().plus(run.afterStop());
            System.out.printf(
                    "%s: %s; %d + %d MB searched, copies of whole secrets: %d, halves: %d%n",
                    collector, run.figures(), memory.bytesRead() >> 20,
                    written.bytesRead() >> 20, memory.whole() + written.whole(),
                    memory.halves() + written.halves());
            Verdict.nothing(memory);
            Verdict.nothing(written);
        }
    }

    /** The search sees into the heap of either collector. */
    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseZGC"})
    void aCarelessCopyWouldBeFound(String collector) throws Exception {
        try (CanaryRun run = CanaryRun.start(folder, Habit.KEEPS_COPIES, "-XX:-UseG1GC",
                collector)) {
            run.keys().oneLife();
            assertThat(run.memory().whole()).isPositive();
        }
    }
}
