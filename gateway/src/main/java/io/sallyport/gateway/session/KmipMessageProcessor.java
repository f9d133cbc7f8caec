package io.sallyport.gateway.session;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.OperationTable;
import io.sallyport.gateway.operation.message.Desk;
import io.sallyport.gateway.operation.message.Tickets;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.gateway.port.JournalPort;
import io.sallyport.gateway.port.ObjectPort;
import io.sallyport.kmip.message.KmipCodec;
import io.sallyport.kmip.message.KmipFault;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.RequestHeader;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.message.ResponseMessage;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.KmipVersionPair;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/**
 * Answers KMIP messages with the operations of the table. Every message is audited, also one that
 * can't be read; an answer leaves only when its audit record is durable.
 *
 * <p>Safe for every event loop. Between messages it keeps what clients submitted for later, and
 * the hashes of tickets.
 */
public final class KmipMessageProcessor implements MessageProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(KmipMessageProcessor.class);
    private static final long MILLIS = 1000;

    private final KmipCodec codec;
    private final Services services;
    private final SessionPorts ports;
    private final AsynchronousRequests asynchronous;
    private final Credentials credentials;
    private final RefusedItems refusals = new RefusedItems();

    /**
     * A processor over these ports, without users; what is submitted for later is kept in ordinary
     * direct memory and runs when it is polled.
     *
     * @param clock the time that states, dates and answers go by
     */
    public KmipMessageProcessor(KmipCodec codec, OperationTable operations, ObjectPort objects,
            EnginePort engine, JournalPort journal, InstantSource clock) {
        this(codec, operations, objects, engine, journal, clock, SessionPorts.plain());
    }

    /**
     * A processor over these ports.
     *
     * @param clock the time that states, dates and answers go by
     */
    public KmipMessageProcessor(KmipCodec codec, OperationTable operations, ObjectPort objects,
            EnginePort engine, JournalPort journal, InstantSource clock, SessionPorts ports) {
        this.codec = codec;
        this.ports = ports;
        this.asynchronous = new AsynchronousRequests(ports.limits(), ports.background(), clock);
        Tickets tickets = new Tickets();
        this.credentials = new Credentials(ports.users(), tickets);
        Endpoints endpoints = new Endpoints(codec);
        this.services = new Services(codec, operations, objects, engine, journal, clock,
                new Desk(asynchronous, tickets, ports.rules(), endpoints, ports.users(),
                        ports.provisioning()),
                endpoints);
    }

    /** What was refused to a client lately, the latest last. */
    public List<RefusedItem> refusedTo(String client) {
        return refusals.of(client);
    }

    /** What every message needs. */
    record Services(KmipCodec codec, OperationTable operations, ObjectPort objects,
            EnginePort engine, JournalPort journal, InstantSource clock, Desk desk,
            Endpoints endpoints) {}

    @Override
    public Future<Answer> process(Subject subject, String peer, ByteBuffer frame) {
        Audit audit = new Audit(subject, peer, services.clock().millis(), refusals);
        RequestMessage request;
        try {
            request = codec.decodeRequest(frame.duplicate());
        } catch (KmipFault fault) {
            LOG.info("A message of {} at {} can't be read: {}", subject.clientName(), peer,
                    fault.detail());
            audit.version(fault.version());
            KmipVersion version = MessageRules.answerVersion(fault.version(),
                    subject.profile());
            return Refusal.of(services, audit, version,
                    MessageRules.unreadable(fault, version), null);
        }
        KmipVersion version = request.header().version();
        audit.version(KmipVersionPair.of(version));
        if (!OperationTable.versions(subject.profile()).contains(version)) {
            KmipVersion answered = MessageRules.nearest(version.major(),
                    subject.profile());
            return Refusal.of(services, audit, answered,
                    MessageRules.unsupportedVersion(answered), null);
        }
        audit.correlation(request.header().clientCorrelationValue());
        OperationFault broken = MessageRules.check(request);
        if (broken != null) {
            return refused(audit, request, broken);
        }
        return request.header().authentication() == null
                ? run(subject, audit, peer, request, frame)
                : authenticated(subject, audit, peer, request, frame);
    }

    private Future<Answer> authenticated(Subject client, Audit audit, String peer,
            RequestMessage request, ByteBuffer frame) {
        return credentials
                .check(client, request.header(), Math.floorDiv(audit.epochMillis(), MILLIS))
                .transform(checked -> {
                    if (checked.succeeded()) {
                        Subject subject = checked.result();
                        return run(subject, audit.of(subject), peer, request, frame);
                    }
                    return checked.cause() instanceof OperationFault fault
                            ? refused(audit, request, fault)
                            : Future.failedFuture(checked.cause());
                });
    }

    private Future<Answer> run(Subject subject, Audit audit, String peer, RequestMessage request,
            ByteBuffer frame) {
        services.endpoints().heard(peer, subject, request.header().version());
        MessageRun.Submitter submitter = MessageRules.runsLater(request)
                ? item -> submit(subject, audit, request.items().indexOf(item), item, frame)
                : null;
        return new MessageRun(services, subject, audit, request, submitter).start();
    }

    private Future<Answer> refused(Audit audit, RequestMessage request, OperationFault fault) {
        return Refusal.of(services, audit, request.header().version(), fault,
                request.items().size() == 1 ? request.items().getFirst() : null);
    }

    /** Copies the message, because its frame is erased with the answer. */
    private ByteSlice submit(Subject subject, Audit audit, int number, RequestBatchItem item,
            ByteBuffer frame) throws OperationFault {
        FrameMemory.Held held = ports.memory().hold(frame.duplicate());
        boolean taken = false;
        try {
            ByteSlice correlation = asynchronous.submit(subject, item.operation(), held,
                    kept -> later(subject, audit.at(services.clock().millis()), number, kept));
            taken = true;
            return correlation;
        } finally {
            if (!taken) {
                held.release();
            }
        }
    }

    /** Carries out one item of a message that was kept, by itself and with its own commit. */
    private Future<ItemResult> later(Subject subject, Audit audit, int number,
            FrameMemory.Held kept) {
        try {
            RequestMessage request = codec.decodeRequest(kept.frame().duplicate());
            RequestMessage alone = new RequestMessage(
                    RequestHeader.of(request.header().version(), 1),
                    List.of(request.items().get(number)));
            return new MessageRun(services, subject, audit, alone, null).carryOut()
                    .map(List::getFirst);
        } catch (KmipFault changed) {
            return Future.failedFuture(changed);
        }
    }

    @Override
    public boolean changesState(ByteBuffer frame) {
        return OperationPeek.anyChangesState(frame, services.operations());
    }

    @Override
    public void opened(Subject subject, ClientEndpoint endpoint) {
        services.endpoints().opened(subject, endpoint);
    }

    @Override
    public void closed(ClientEndpoint endpoint) {
        services.endpoints().closed(endpoint);
    }

    @Override
    public void answered(ClientEndpoint endpoint, ByteBuffer frame) {
        try {
            ResponseMessage answer = codec.decodeResponse(frame.duplicate());
            if (answer.items().stream()
                    .anyMatch(item -> item.status() != ResultStatus.SUCCESS)) {
                LOG.info("The client at {} did not take what it was told.", endpoint.peer());
            }
        } catch (KmipFault fault) {
            LOG.info("An answer of the client at {} can't be read: {}", endpoint.peer(),
                    fault.detail());
        }
        services.endpoints().confirmed(endpoint);
    }
}
