package io.sallyport.gateway.session;

import java.nio.ByteBuffer;
import java.time.InstantSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.OperationTable;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.gateway.port.JournalPort;
import io.sallyport.gateway.port.ObjectPort;
import io.sallyport.kmip.message.KmipCodec;
import io.sallyport.kmip.message.KmipFault;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.model.KmipVersion;
import io.vertx.core.Future;

/**
 * Answers KMIP messages with the operations of the table. Every message is audited, also one that
 * can't be read; an answer leaves only when its audit record is durable.
 *
 * <p>Safe for every event loop: it keeps nothing between messages.
 */
public final class KmipMessageProcessor implements MessageProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(KmipMessageProcessor.class);

    private final KmipCodec codec;
    private final Services services;

    /**
     * A processor over these ports.
     *
     * @param clock the time that states, dates and answers go by
     */
    public KmipMessageProcessor(KmipCodec codec, OperationTable operations, ObjectPort objects,
            EnginePort engine, JournalPort journal, InstantSource clock) {
        this.codec = codec;
        this.services = new Services(codec, operations, objects, engine, journal, clock);
    }

    /** What every message needs. */
    record Services(KmipCodec codec, OperationTable operations, ObjectPort objects,
            EnginePort engine, JournalPort journal, InstantSource clock) {}

    @Override
    public Future<Answer> process(Subject subject, String peer, ByteBuffer frame) {
        Audit audit = new Audit(subject, peer, services.clock().millis());
        RequestMessage request;
        try {
            request = codec.decodeRequest(frame.duplicate());
        } catch (KmipFault fault) {
            LOG.info("A message of {} at {} can't be read: {}", subject.clientName(), peer,
                    fault.detail());
            KmipVersion version = MessageRules.answerVersion(fault.version(),
                    subject.profile());
            return Refusal.of(services, audit, version,
                    MessageRules.unreadable(fault, version), null);
        }
        KmipVersion version = request.header().version();
        if (!OperationTable.versions(subject.profile()).contains(version)) {
            KmipVersion answered = MessageRules.nearest(version.major(),
                    subject.profile());
            return Refusal.of(services, audit, answered,
                    MessageRules.unsupportedVersion(answered), null);
        }
        audit.correlation(request.header().clientCorrelationValue());
        OperationFault broken = MessageRules.check(request);
        if (broken != null) {
            return Refusal.of(services, audit, version, broken,
                    request.items().size() == 1 ? request.items().getFirst() : null);
        }
        return new MessageRun(services, subject, audit, request).start();
    }

    @Override
    public boolean changesState(ByteBuffer frame) {
        return OperationPeek.anyChangesState(frame, services.operations());
    }
}
