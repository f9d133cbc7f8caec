package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Authorisation;
import io.sallyport.gateway.authorisation.Decision;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.operation.message.Desk;
import io.sallyport.gateway.operation.message.PartitionRules;
import io.sallyport.gateway.port.AttributeIndex;
import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.gateway.port.LocateQuery.Filter;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.vertx.core.Future;

/**
 * One batch item being carried out: who asks, in which version, when, and the ports. One thread
 * at a time.
 */
public final class Call {
    private final Subject subject;
    private final KmipVersion version;
    private final long now;
    private final Workspace workspace;
    private final EnginePort engine;
    private final BatchIdentifiers identifiers;
    private final int repetition;
    private final @Nullable KmipOperation<?> operation;
    private final Desk desk;
    private final PartitionRules rules;
    private final String peer;
    private ClientChange.@Nullable SetRule changedRule;
    private List<ClientChange> changedUsers = List.of();
    private @Nullable String objectId;
    private @Nullable Enumerated<Operation> answered;
    private int repetitions = 1;

    /**
     * A call.
     *
     * @param now in seconds since 1970; one value for the whole message
     * @param repetition how often the item was carried out before, for other objects
     * @param operation what is asked for; null for what is not served
     * @param desk what the session keeps between messages
     * @param rules for new objects, as the items before have left them
     * @param peer address and port of the other side
     */
    public Call(Subject subject, KmipVersion version, long now, Workspace workspace,
            EnginePort engine, BatchIdentifiers identifiers, int repetition,
            @Nullable KmipOperation<?> operation, Desk desk, PartitionRules rules, String peer) {
        this.subject = subject;
        this.version = version;
        this.now = now;
        this.workspace = workspace;
        this.engine = engine;
        this.identifiers = identifiers;
        this.repetition = repetition;
        this.operation = operation;
        this.desk = desk;
        this.rules = rules;
        this.peer = peer;
    }

    public Subject subject() {
        return subject;
    }

    public KmipVersion version() {
        return version;
    }

    /** The time of the message, in seconds since 1970. */
    public long now() {
        return now;
    }

    public Workspace workspace() {
        return workspace;
    }

    public EnginePort engine() {
        return engine;
    }

    /** What the session keeps between messages. */
    public Desk desk() {
        return desk;
    }

    /** Address and port of the other side. */
    public String peer() {
        return peer;
    }

    /** The rules of the partition for new objects. */
    public PartitionRules rules() {
        return rules;
    }

    /** A rule that changes if the item succeeds, or null. */
    public ClientChange.@Nullable SetRule changedRule() {
        return changedRule;
    }

    /** Changes a rule if the item succeeds. */
    public void changesRule(ClientChange.SetRule change) {
        changedRule = change;
    }

    /** Users, groups, credentials and certificates of clients that change if the item succeeds. */
    public List<ClientChange> changedUsers() {
        return changedUsers;
    }

    /** Changes users, groups, credentials or certificates of clients if the item succeeds. */
    public void changesUsers(List<ClientChange> changes) {
        changedUsers = List.copyOf(changes);
    }

    /** The operation that the answer names instead of the one asked for, or null. */
    public @Nullable Enumerated<Operation> answered() {
        return answered;
    }

    /** Lets the answer name another operation, whose result it tells. */
    public void answersAs(Enumerated<Operation> other) {
        answered = other;
    }

    /** Whether the caller's ticket, if it showed one, leaves it this operation. */
    public boolean permits(Operation other) {
        return subject.rights() == null || subject.rights().permits(other);
    }

    /** How many objects the item means; it is carried out for each. */
    public int repetitions() {
        return repetitions;
    }

    /** The conditions of a search, narrowed to what the caller may reach. */
    List<Filter> reachable(List<Filter> filters) {
        if (subject.role() == Role.OPERATOR) {
            return filters;
        }
        List<Filter> narrowed = new ArrayList<>(filters);
        narrowed.add(AttributeIndex.ownedBy(subject.user()));
        if (subject.rights() != null && operation != null) {
            subject.rights().objectsOf(operation.operation())
                    .ifPresent(ids -> narrowed.add(new Filter.AnyId(ids)));
        }
        return narrowed;
    }

    /** The object that the audit log names, also if the operation failed. */
    public @Nullable String objectId() {
        return objectId;
    }

    /** Sets the object that the audit log names. */
    public void concerns(String id) {
        objectId = id;
    }

    /**
     * The object that the item is about: found, and authorised for this operation.
     *
     * @throws OperationFault if the identifier can't be resolved
     */
    public Future<StoredObject> object(@Nullable UniqueIdentifier asked) throws OperationFault {
        List<String> ids = identifiers.resolve(asked, version);
        repetitions = ids.size();
        String id = ids.get(repetition);
        objectId = id;
        return find(id, Faults.notFound(subject, version));
    }

    /** As {@link #object}, for one that must not be destroyed or archived. */
    public Future<StoredObject> liveObject(@Nullable UniqueIdentifier asked)
            throws OperationFault {
        return object(asked).compose(found -> {
            if (found.header().state().isDestroyed()) {
                return Future.failedFuture(Faults.destroyed(version));
            }
            return found.attributes().has(AttributeType.ARCHIVE_DATE)
                    ? Future.failedFuture(Faults.archived())
                    : Future.succeededFuture(found);
        });
    }

    /**
     * Another object that the item needs, such as a wrapping key.
     *
     * @param absent what the client is told if there is none for it
     * @throws OperationFault if the identifier can't be resolved
     */
    public Future<StoredObject> secondObject(UniqueIdentifier asked, OperationFault absent)
            throws OperationFault {
        List<String> ids = identifiers.resolve(asked, version);
        if (ids.size() > 1) {
            throw Faults.invalidField("The earlier item gives several identifiers.");
        }
        return find(ids.getFirst(), absent);
    }

    /** Whether the caller may carry out its operation on this object. */
    boolean reaches(StoredObject object) {
        return decide(object) == Decision.ALLOWED;
    }

    private Decision decide(StoredObject object) {
        return operation == null
                ? Decision.DENIED
                : Authorisation.decide(subject, operation.operation(), operation.access(), object);
    }

    private Future<StoredObject> find(String id, OperationFault absent) {
        return workspace.find(subject.partition(), id).compose(found -> {
            StoredObject object = found.orElse(null);
            if (object == null) {
                return Future.failedFuture(absent);
            }
            return switch (decide(object)) {
                case ALLOWED -> Future.succeededFuture(object);
                case DENIED -> Future.failedFuture(Faults.denied());
                case ABSENT -> Future.failedFuture(absent);
            };
        });
    }
}
