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
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.operation.Workspace;
import io.sallyport.gateway.operation.message.PartitionRules;
import io.sallyport.gateway.operation.message.RuleBook;
import io.sallyport.gateway.operation.message.StillPending;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.JournalPort.ConflictException;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.session.Endpoints.Committed;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.message.ResponseHeader;
import io.sallyport.kmip.message.ResponseMessage;
import io.sallyport.kmip.model.BatchErrorContinuationOption;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/**
 * One message on its way: its items in order, then one commit, then the answer. A message whose
 * changes lost against another one's is run once more from the start; nothing of the first run was
 * stored. Items that shall run later are only taken down. One event loop.
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
    private final @Nullable Submitter submitter;
    private final Promise<List<ItemResult>> committed = Promise.promise();
    private boolean secondRun;
    private Workspace workspace;
    private BatchIdentifiers identifiers = new BatchIdentifiers();
    private final List<ClientChange.SetRule> ruleChanges = new ArrayList<>(0);
    private final List<ClientChange> userChanges = new ArrayList<>(0);
    private PartitionRules rules;
    private int nextItem;
    private final List<ItemResult> results;

    /** @param submitter takes items down that shall run later; null to run them all now */
    MessageRun(KmipMessageProcessor.Services services, Subject subject, Audit audit,
            RequestMessage request, @Nullable Submitter submitter) {
        this.services = services;
        this.subject = subject;
        this.audit = audit;
        this.request = request;
        this.version = request.header().version();
        this.errorOption = MessageRules.errorOption(request.header());
        this.submitter = submitter;
        this.workspace = new Workspace(services.objects(), now());
        this.rules = services.desk().rules().of(subject.partition());
        this.results = new ArrayList<>(request.items().size());
    }

    /** Takes an item down for later. */
    @FunctionalInterface
    interface Submitter {
        /**
         * The correlation value of the item.
         *
         * @throws OperationFault if there is no room for it
         */
        ByteSlice submit(RequestBatchItem item) throws OperationFault;
    }

    /** Runs it and answers. */
    Future<Answer> start() {
        return carryOut().map(_ -> finished());
    }

    /** Runs it; the results hold buffers that the caller lets go of. */
    Future<List<ItemResult>> carryOut() {
        next();
        return committed.future();
    }

    private long now() {
        return Math.floorDiv(audit.epochMillis(), MILLIS);
    }

    /** Goes on with the items as long as they complete at once; the rest goes on by itself. */
    private void next() {
        while (nextItem < request.items().size()) {
            ItemRun item = new ItemRun(request.items().get(nextItem++));
            if (submitter != null && MessageRules.mayRunLater(item.operation())) {
                if (submit(item, submitter)) {
                    continue;
                }
                break;
            }
            Future<Boolean> goesOn = carryOut(item, 0);
            if (!goesOn.isComplete()) {
                goesOn.onSuccess(on -> {
                    if (on) {
                        next();
                    } else {
                        commit();
                    }
                }).onFailure(this::refuse);
                return;
            }
            if (goesOn.failed()) {
                refuse(goesOn.cause());
                return;
            }
            if (!goesOn.result()) {
                break;
            }
        }
        commit();
    }

    /** Takes an item down for later; whether the next item may follow. */
    private boolean submit(ItemRun item, Submitter later) {
        OperationFault refused = item.refusal(services.operations(), subject, version);
        ItemResult result;
        try {
            result = refused == null
                    ? ItemResult.pending(item, later.submit(item.item()))
                    : ItemResult.failure(item, refused);
        } catch (OperationFault full) {
            result = ItemResult.failure(item, full);
        }
        results.add(result);
        return !result.isFailure() || errorOption == BatchErrorContinuationOption.CONTINUE;
    }

    /** Carries out an item for the nth object that it means; whether the next item may follow. */
    private Future<Boolean> carryOut(ItemRun item, int repetition) {
        Future<Outcome> outcome = item.start(services.operations(), call(item, repetition));
        if (outcome.isComplete()) {
            return settled(item, repetition,
                    settle(item, outcome.succeeded() ? outcome.result() : null, outcome.cause()));
        }
        return outcome.transform(done -> settled(item, repetition,
                settle(item, done.succeeded() ? done.result() : null, done.cause())));
    }

    private Future<Boolean> settled(ItemRun item, int repetition, boolean goesOn) {
        return goesOn && repetition + 1 < item.repetitions()
                ? carryOut(item.again(), repetition + 1)
                : Future.succeededFuture(goesOn);
    }

    private Call call(ItemRun item, int repetition) {
        return new Call(subject, version, now(), workspace, services.engine(), identifiers,
                repetition, services.operations().find(item.operation(), version),
                services.desk(), rules, audit.peer());
    }

    /** Takes note of how an item ended; whether the next one is to be run. */
    private boolean settle(ItemRun item, @Nullable Outcome outcome, @Nullable Throwable cause) {
        ItemResult result = outcome != null
                ? ItemResult.success(item, outcome)
                : cause instanceof StillPending pending
                        ? ItemResult.pending(item, pending.correlation())
                        : ItemResult.failure(item, faultOf(cause));
        results.add(result);
        if (outcome != null && isTooLarge()) {
            outcome.refuse();
            result = ItemResult.failure(item, new OperationFault(ResultReason.RESPONSE_TOO_LARGE,
                    "The response would be larger than the client allows."));
            results.set(results.size() - 1, result);
        }
        Outcome done = result.outcome();
        if (done != null) {
            workspace.apply(done.changes());
            ClientChange.SetRule changed = item.changedRule();
            if (changed != null) {
                ruleChanges.add(changed);
                rules = RuleBook.changed(rules, changed);
            }
            userChanges.addAll(item.changedUsers());
            remember(item, done);
        }
        return !result.isFailure() || errorOption == BatchErrorContinuationOption.CONTINUE;
    }

    private void remember(ItemRun item, Outcome outcome) {
        Operation operation = item.operation();
        String objectId = item.objectId();
        if (operation != null
                && (operation == Operation.LOCATE || !outcome.identifiers().isEmpty())) {
            identifiers.add(operation, outcome.identifiers());
        } else if (objectId != null) {
            identifiers.addMentioned(objectId);
        }
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
        return new ResponseMessage(new ResponseHeader(version, now(),
                request.header().clientCorrelationValue(), null, items.size()), items);
    }

    private void commit() {
        boolean undo = errorOption == BatchErrorContinuationOption.UNDO
                && results.stream().anyMatch(ItemResult::isFailure);
        if (undo) {
            results.replaceAll(ItemResult::undone);
            ruleChanges.clear();
            userChanges.clear();
        }
        List<Change> changes = undo ? List.of() : workspace.changes();
        if (changes.isEmpty() || !services.endpoints().listens(subject.partition())) {
            commit(changes, List.of());
        } else {
            befores(changes).onSuccess(told -> commit(changes, told)).onFailure(this::refuse);
        }
    }

    /** The changes with the objects as they are before them, for those who are told of both. */
    private Future<List<Committed>> befores(List<Change> changes) {
        Future<List<Committed>> all = Future.succeededFuture(new ArrayList<>(changes.size()));
        for (Change change : changes) {
            all = all.compose(list -> services.objects()
                    .find(subject.partition(), change.next().id()).map(before -> {
                        list.add(new Committed(change, before.orElse(null)));
                        return list;
                    }));
        }
        return all;
    }

    private void commit(List<Change> changes, List<Committed> told) {
        List<ClientChange> clients = new ArrayList<>(ruleChanges);
        clients.addAll(userChanges);
        services.journal().commit(new Submission(changes, clients, events()))
                .onComplete(done -> {
                    if (done.succeeded()) {
                        rulesCommitted();
                        committed.complete(results);
                        services.endpoints().tell(services, told);
                    } else if (done.cause() instanceof ConflictException conflict) {
                        conflicted(conflict);
                    } else {
                        refuse(done.cause());
                    }
                });
    }

    private void rulesCommitted() {
        ruleChanges.forEach(services.desk().rules()::committed);
        userChanges.forEach(services.desk().users()::committed);
        userChanges.forEach(services.desk().provisioning()::committed);
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
            ruleChanges.clear();
            userChanges.clear();
            rules = services.desk().rules().of(subject.partition());
            nextItem = 0;
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
        userChanges.clear();
        services.journal().commit(new Submission(List.of(), events()))
                .onSuccess(_ -> committed.complete(results)).onFailure(this::refuse);
    }

    private void refuse(Throwable cause) {
        LOG.error("A message of {} gets no answer and its connection is closed: {}",
                subject.clientName(), String.valueOf(cause.getMessage()));
        releaseAll();
        committed.fail(cause);
    }

    private void releaseAll() {
        for (ItemResult result : results) {
            if (result.outcome() != null) {
                result.outcome().refuse();
            }
        }
    }

    private List<AuditEvent> events() {
        List<AuditEvent> events = new ArrayList<>(results.size());
        for (ItemResult result : results) {
            events.add(result.event(audit));
        }
        for (ClientChange change : userChanges) {
            if (change instanceof ClientChange.Renew renewal) {
                events.addAll(audit.renewed(renewal));
            }
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
