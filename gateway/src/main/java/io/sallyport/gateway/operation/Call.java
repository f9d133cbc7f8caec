package io.sallyport.gateway.operation;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.authorisation.Authorisation;
import io.sallyport.gateway.authorisation.Decision;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.model.KmipVersion;
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
    private final int item;
    private final @Nullable Access access;
    private @Nullable String objectId;

    /**
     * A call.
     *
     * @param now in seconds since 1970; one value for the whole message
     * @param item number of the batch item, from zero
     * @param access the rule of its operation; null for one that is not served
     */
    public Call(Subject subject, KmipVersion version, long now, Workspace workspace,
            EnginePort engine, BatchIdentifiers identifiers, int item,
            @Nullable Access access) {
        this.subject = subject;
        this.version = version;
        this.now = now;
        this.workspace = workspace;
        this.engine = engine;
        this.identifiers = identifiers;
        this.item = item;
        this.access = access;
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
        String id = identifiers.resolve(item, asked, version);
        objectId = id;
        return find(id, Faults.notFound(version));
    }

    /** As {@link #object}, for an object that may no longer be destroyed. */
    public Future<StoredObject> liveObject(@Nullable UniqueIdentifier asked)
            throws OperationFault {
        return object(asked).compose(found -> found.header().state().isDestroyed()
                ? Future.failedFuture(Faults.destroyed(version))
                : Future.succeededFuture(found));
    }

    /**
     * Another object that the item needs, such as a wrapping key.
     *
     * @param absent what the client is told if there is none for it
     * @throws OperationFault if the identifier can't be resolved
     */
    public Future<StoredObject> secondObject(UniqueIdentifier asked, OperationFault absent)
            throws OperationFault {
        return find(identifiers.resolve(item, asked, version), absent);
    }

    private Future<StoredObject> find(String id, OperationFault absent) {
        return workspace.find(subject.partition(), id).compose(found -> {
            StoredObject object = found.orElse(null);
            if (object == null) {
                return Future.failedFuture(absent);
            }
            Decision decision = access == null
                    ? Decision.DENIED
                    : Authorisation.decide(subject, access, object);
            return switch (decision) {
                case ALLOWED -> Future.succeededFuture(object);
                case DENIED -> Future.failedFuture(Faults.denied());
                case ABSENT -> Future.failedFuture(absent);
            };
        });
    }
}
