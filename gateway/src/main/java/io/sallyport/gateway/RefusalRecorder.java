package io.sallyport.gateway;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sallyport.gateway.identity.Fingerprint;
import io.sallyport.gateway.net.Refusal;
import io.sallyport.gateway.net.RefusalLog;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.port.JournalPort;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.vertx.core.Future;

/** Writes refused connections and requests to the audit log. */
final class RefusalRecorder implements RefusalLog {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalRecorder.class);

    private final JournalPort journal;
    private final Clock clock;

    RefusalRecorder(JournalPort journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Future<Void> record(String peer, Refusal reason,
            @Nullable X509Certificate certificate) {
        LOG.info("The connection from {} was refused: {}.", peer, reason);
        AuditEvent event = new AuditEvent(clock.millis(), "-", fingerprint(certificate), peer,
                null, "Connect", null, Outcome.DENIED, reason.name(), true, false, null);
        return journal.commit(new Submission(List.of(), List.of(event))).onFailure(
                cause -> LOG.warn("A refused connection could not be audited: {}",
                        cause.getMessage()));
    }

    private static @Nullable String fingerprint(@Nullable X509Certificate certificate) {
        try {
            return certificate == null ? null : Fingerprint.of(certificate);
        } catch (CertificateEncodingException _) {
            return null;
        }
    }
}
