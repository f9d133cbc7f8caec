package io.sallyport.gateway.journal;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.AttributeForm;
import io.sallyport.gateway.port.AttributeIndex;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.JournalPort.ConflictException;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.gateway.store.ObjectRow;
import io.sallyport.hsm.object.WrappedObject;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/**
 * A submission on its way. Made on the caller's thread: attributes that view a frame of the
 * network are copied before that frame can be released.
 */
final class Pending {
    private final Submission submission;
    private final List<ObjectChange> objects;
    private final @Nullable Context context = Vertx.currentContext();
    private final Promise<Void> promise = Promise.promise();
    private final List<WrappedObject> rewrapped = new ArrayList<>();
    private @Nullable ConflictException conflict;

    /**
     * A submission of the current thread's context.
     *
     * @throws IllegalArgumentException if an object's attributes are not those that its header
     *         binds, or can't be stored
     */
    Pending(Submission submission) {
        this.submission = submission;
        objects = submission.changes().isEmpty() ? List.of() : prepare(submission.changes());
    }

    Submission submission() {
        return submission;
    }

    List<ObjectChange> objects() {
        return objects;
    }

    /** Whether it writes more than audit leaves, and so can conflict. */
    boolean hasChanges() {
        return !objects.isEmpty() || !submission.clients().isEmpty()
                || !submission.rewrapped().isEmpty();
    }

    /** Where the promise is to be completed; null for a thread without a context. */
    @Nullable
    Context context() {
        return context;
    }

    Promise<Void> promise() {
        return promise;
    }

    /** The conflict for which none of it was stored, or null. */
    @Nullable
    ConflictException conflict() {
        return conflict;
    }

    void lost(ConflictException why) {
        conflict = why;
    }

    /** Those of the objects sealed anew that were stored. */
    List<WrappedObject> rewrapped() {
        return rewrapped;
    }

    void storedAnew(WrappedObject object) {
        rewrapped.add(object);
    }

    private static List<ObjectChange> prepare(List<Change> changes) {
        List<ObjectChange> prepared = new ArrayList<>(changes.size());
        for (Change change : changes) {
            StoredObject next = change.next();
            byte[] attributes = AttributeForm.encode(next.attributes());
            if (!AttributeForm.digest(attributes).equals(next.header().attributesDigest())) {
                throw new IllegalArgumentException("The attributes of the object " + next.id()
                        + " are not those that its header binds.");
            }
            StoredObject detached = new StoredObject(next.wrapped(),
                    AttributeForm.decode(attributes), next.digest());
            prepared.add(new ObjectChange(change, detached,
                    new ObjectRow(next.wrapped(), attributes),
                    AttributeIndex.rows(detached.attributes())));
        }
        return prepared;
    }

    /**
     * One change of an object, ready to be written.
     *
     * @param change what is to be done
     * @param object what the cache keeps; views no frame
     */
    record ObjectChange(Change change, StoredObject object, ObjectRow row,
            List<AttributeIndex.Row> index) {}
}
