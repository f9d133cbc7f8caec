package io.sallyport.gateway.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.gateway.port.JournalPort;
import io.sallyport.gateway.testing.DrivenTimer;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.EngineResult.SelfTested;
import io.vertx.core.Future;

/** The schedule, with a timer that the test drives. */
final class SelfTestScheduleTest {
    private static final SelfTested RUN = new SelfTested(1000, 17, 431_000, "as built");
    private static final Clock CLOCK =
            Clock.fixed(Instant.ofEpochMilli(1_700_000_000_000L), ZoneOffset.UTC);

    private final List<AuditEvent> events = new ArrayList<>();
    private final DrivenTimer timer = new DrivenTimer();
    private @Nullable Throwable engineFails;
    private @Nullable Throwable journalFails;

    private final class Engine implements EnginePort {
        @Override
        @SuppressWarnings("unchecked")
        public <R extends EngineResult> Future<Answer<R>> submit(EngineCommand<R> command) {
            assertThat(command).isInstanceOf(EngineCommand.RunSelfTests.class);
            return engineFails != null ? Future.failedFuture(engineFails)
                    : Future.succeededFuture(new Answer<>() {
                        @Override
                        public R result() {
                            return (R) RUN;
                        }

                        @Override
                        public void release() {}
                    });
        }
    }

    private SelfTestRuns runs() {
        JournalPort journal = submission -> {
            if (journalFails != null) {
                return Future.failedFuture(journalFails);
            }
            events.addAll(submission.events());
            return Future.succeededFuture();
        };
        return new SelfTestRuns(new Engine(), new EngineRecords(journal, CLOCK));
    }

    private void assertLast(Outcome outcome, @Nullable String reason, String object) {
        AuditEvent event = events.getLast();
        assertThat(event.operation()).isEqualTo("Self-Test");
        assertThat(event.actor()).isEqualTo("gateway");
        assertThat(event.outcome()).isEqualTo(outcome);
        assertThat(event.reason()).isEqualTo(reason);
        assertThat(event.objectId()).matches(object);
    }

    @Test
    void eachDayIsARunInTheLog_alsoAfterOneThatFailed() {
        try (SelfTestSchedule schedule = SelfTestSchedule.start(timer, runs())) {
            assertThat(timer.period()).isEqualTo(Duration.ofDays(1));
            assertThat(events).isEmpty();
            timer.tick();
            assertLast(Outcome.SUCCESS, null,
                    "schedule, 431 ms: 17 tests passed; code as built");
            engineFails = new EngineFault(Reason.INTERNAL, "The self-test of MAC failed.");
            timer.tick();
            assertLast(Outcome.FAILED, "INTERNAL",
                    "schedule, [0-9]+ ms: The self-test of MAC failed.");
            engineFails = new IllegalStateException("nobody foresaw this");
            timer.tick();
            assertLast(Outcome.FAILED, "UNAVAILABLE",
                    "schedule, [0-9]+ ms: The engine did not answer.");
            engineFails = null;
            journalFails = new IOException("the disk is full");
            timer.tick();
            journalFails = null;
            timer.tick();
            assertThat(events).hasSize(4);
            assertThat(schedule).isNotNull();
        }
        assertThat(timer.isClosed()).isTrue();
    }

    @Test
    void whatCantBeAuditedIsNotTold() {
        journalFails = new IOException("the disk is full");
        assertThatThrownBy(() -> runs().run("operator", "command"))
                .isInstanceOf(IOException.class).hasMessageContaining("the disk is full");
    }
}
