package io.sallyport.gateway.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import io.sallyport.gateway.net.tls.FirstFlight;

final class RefusalHistoryTest {
    private final AtomicLong millis = new AtomicLong(1_000);
    private final RefusalHistory history = new RefusalHistory(
            (InstantSource) () -> java.time.Instant.ofEpochMilli(millis.getAndIncrement()));

    @Test
    void theSameAddressAndReasonIsOneEntry() {
        note(Refusal.HANDSHAKE_FAILED, "10.0.0.1");
        note(Refusal.HANDSHAKE_FAILED, "10.0.0.1");
        note(Refusal.CERTIFICATE_MISSING, "10.0.0.1");
        List<RefusedPeer> all = history.all();
        assertThat(all).hasSize(2);
        assertThat(all.getFirst().reason()).isEqualTo(Refusal.CERTIFICATE_MISSING);
        assertThat(all.getLast().count()).isEqualTo(2);
        assertThat(all.getLast().firstMillis()).isEqualTo(1_000);
        assertThat(all.getLast().lastMillis()).isEqualTo(1_001);
    }

    @Test
    void aFloodForOneReasonLeavesTheOthersAlone() {
        note(Refusal.CLIENT_UNKNOWN, "10.0.0.1");
        for (int i = 0; i < 100_000; i++) {
            note(Refusal.HANDSHAKE_ABANDONED, "2001:db8::" + i);
        }
        assertThat(history.all()).hasSize(RefusalHistory.PER_REASON_MAX + 1)
                .anyMatch(one -> one.reason() == Refusal.CLIENT_UNKNOWN)
                .anyMatch(one -> one.address().equals("2001:db8::99999"));
    }

    @Test
    void whatIsRefusedAgainStays() {
        note(Refusal.HANDSHAKE_FAILED, "database");
        for (int i = 0; i < 10 * RefusalHistory.PER_REASON_MAX; i++) {
            note(Refusal.HANDSHAKE_FAILED, "stranger " + i);
            note(Refusal.HANDSHAKE_FAILED, "database");
        }
        assertThat(history.all()).anyMatch(one -> one.address().equals("database")
                && one.count() == 10 * RefusalHistory.PER_REASON_MAX + 1);
    }

    @Test
    void textsAreCut() {
        history.note(Refusal.HANDSHAKE_FAILED, "10.0.0.1", null, FirstFlight.UNSEEN,
                "x".repeat(10_000));
        assertThat(history.all().getFirst().detail()).hasSize(256);
    }

    private void note(Refusal reason, String address) {
        history.note(reason, address, null, FirstFlight.UNSEEN, null);
    }
}
