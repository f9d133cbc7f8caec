package io.sallyport.gateway.session;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.operation.BatchIdentifiers;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.operation.Workspace;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.JournalPort.ConflictException;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.message.ResponseHeader;
import io.sallyport.kmip.message.ResponseMessage;
import io.sallyport.kmip.model.BatchErrorContinuationOption;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/**
 * One message on its way: its items in order, then one commit, then the answer. A message whose
 * changes lost against another one's is run once more from the start; nothing of the first run was
 * stored. One event loop.
 */
final class MessageRun {
    private static final Logger LOG = LoggerFactory.getLogger(MessageRun.class);
    private static final long MILLIS = 1000;

    private final KmipMessageProcessor.Services services;
    private final Subject subject;
    private final Audit audit;
    private final RequestMessage request;
    private final KmipVersion version;
    private final BatchErrorContinuationOption errorOption;
    private final Promise<Answer> answer = Promise.promise();
    private boolean secondRun;
    private Workspace workspace;
    private BatchIdentifiers identifiers = new BatchIdentifiers();
    private final List<ItemResult> results;

    MessageRun(KmipMessageProcessor.Services services, Subject subject, Audit audit,
            RequestMessage request) {
        this.services = services;
        this.subject = subject;
        this.audit = audit;
        this.request = request;
        this.version = request.header().version();
        this.errorOption = MessageRules.errorOption(request.header());
        this.workspace = new Workspace(services.objects(), now());
        this.results = new ArrayList<>(request.items().size());
    }

    /** Runs it. */
    Future<Answer> start() {
        next();
        return answer.future();
    }

    private long now() {
        return Math.floorDiv(audit.epochMillis(), MILLIS);
    }

    /** Goes on with the items as long as they complete at once; the rest goes on by itself. */
    private void next() {
        while (results.size() < request.items().size()) {
            ItemRun item = new ItemRun(request.items().get(results.size()), results.size());
            Future<Outcome> outcome = item.start(services.operations(), call(item));
            if (!outcome.isComplete()) {
                outcome.onComplete(done -> {
                    if (settle(item, done.succeeded() ? done.result() : null, done.cause())) {
                        next();
                    } else {
                        commit();
                    }
                });
                return;
            }
            if (!settle(item, outcome.succeeded() ? outcome.result() : null, outcome.cause())) {
                break;
            }
        }
        commit();
    }

    private Call call(ItemRun item) {
        KmipOperation<?> operation = services.operations().find(item.operation(), version);
        return new Call(subject, version, now(), workspace, services.engine(), identifiers,
                item.number(), operation == null ? null : operation.access());
    }

    /** Takes note of how an item ended; whether the next one is to be run. */
    private boolean settle(ItemRun item, @Nullable Outcome outcome, @Nullable Throwable cause) {
        ItemResult result = outcome != null
                ? ItemResult.success(item, outcome)
                : ItemResult.failure(item, faultOf(cause));
        results.add(result);
        if (outcome != null && isTooLarge()) {
            outcome.release().run();
            result = ItemResult.failure(item, new OperationFault(ResultReason.RESPONSE_TOO_LARGE,
                    "The response would be larger than the client allows."));
            results.set(results.size() - 1, result);
        }
        Outcome done = result.outcome();
        if (done != null) {
            workspace.apply(done.changes());
            Operation operation = item.operation();
            if (operation != null && item.makesIdentifiers()) {
                identifiers.add(item.number(), operation, done.identifiers());
            }
            return true;
        }
        return errorOption == BatchErrorContinuationOption.CONTINUE;
    }

    private boolean isTooLarge() {
        Integer max = request.header().maximumResponseSize();
        return max != null
                && TtlvBinary.encodedLength(services.codec().toItem(message())) > max;
    }

    private ResponseMessage message() {
        List<ResponseBatchItem> items = new ArrayList<>(results.size());
        for (ItemResult result : results) {
            items.add(result.response());
        }
        return new ResponseMessage(ResponseHeader.of(version, now(), items.size()), items);
    }

    private void commit() {
        boolean undo = errorOption == BatchErrorContinuationOption.UNDO
                && results.getLast().outcome() == null;
        if (undo) {
            results.replaceAll(ItemResult::undone);
        }
        List<Change> changes = undo ? List.of() : workspace.changes();
        services.journal().commit(new Submission(changes, events())).onComplete(done -> {
            if (done.succeeded()) {
                answer.complete(finished());
            } else if (done.cause() instanceof ConflictException conflict) {
                conflicted(conflict);
            } else {
                refuse(done.cause());
            }
        });
    }

    private Answer finished() {
        List<Outcome> outcomes = new ArrayList<>(results.size());
        for (ItemResult result : results) {
            if (result.outcome() != null) {
                outcomes.add(result.outcome());
            }
        }
        return new TreeAnswer(services.codec().toItem(message()), outcomes);
    }

    private void conflicted(ConflictException conflict) {
        if (conflict.kind() == ConflictException.Kind.VERSION && !secondRun) {
            secondRun = true;
            releaseAll();
            results.clear();
            workspace = new Workspace(services.objects(), now());
            identifiers = new BatchIdentifiers();
            next();
            return;
        }
        OperationFault fault = switch (conflict.kind()) {
            case NAME -> Faults.nameTaken(version);
            case VERSION -> new OperationFault(ResultReason.GENERAL_FAILURE,
                    "Another request changed the object; try again.");
            case ID -> new OperationFault(ResultReason.GENERAL_FAILURE,
                    "The identifier exists; try again.");
        };
        results.replaceAll(result -> result.lost(fault));
        services.journal().commit(new Submission(List.of(), events()))
                .onSuccess(_ -> answer.complete(finished())).onFailure(this::refuse);
    }

    private void refuse(Throwable cause) {
        LOG.error("The journal did not take a message of {}; its connection is closed: {}",
                subject.clientName(), String.valueOf(cause.getMessage()));
        releaseAll();
        answer.fail(cause);
    }

    private void releaseAll() {
        for (ItemResult result : results) {
            if (result.outcome() != null) {
                result.outcome().release().run();
            }
        }
    }

    private List<AuditEvent> events() {
        List<AuditEvent> events = new ArrayList<>(results.size());
        for (ItemResult result : results) {
            events.add(result.event(audit));
        }
        return events;
    }

    private OperationFault faultOf(@Nullable Throwable cause) {
        return switch (cause) {
            case OperationFault fault -> fault;
            case EngineFault fault -> {
                LOG.info("The engine refused a request of {}: {}: {}", subject.clientName(),
                        fault.reason(), String.valueOf(fault.getMessage()));
                yield Faults.ofEngine(fault.reason(), version);
            }
            case null, default -> {
                LOG.error("An operation of {} failed unexpectedly.", subject.clientName(), cause);
                yield new OperationFault(ResultReason.GENERAL_FAILURE, "The operation failed.");
            }
        };
    }
}
