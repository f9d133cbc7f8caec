package io.sallyport.gateway.authorisation;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.identity.TicketRights;
import io.sallyport.gateway.port.ObjectOwner;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.model.Operation;

/**
 * Decides every operation, before the engine sees anything of it. An operation that is not served
 * has no {@link Access}, and never comes this far. Stateless.
 */
public final class Authorisation {

    private Authorisation() {}

    /**
     * Whether this subject may do this.
     *
     * @param operation what is asked for, which a ticket may forbid
     * @param access the rule of the operation
     * @param object what it is to be done to; null for operations on no object in particular, and
     *        to ask before an object is looked up
     */
    public static Decision decide(Subject subject, Operation operation, Access access,
            @Nullable StoredObject object) {
        TicketRights rights = subject.rights();
        if (!access.includes(subject.role()) || (rights != null && !rights.permits(operation))) {
            return Decision.DENIED;
        }
        if (object == null) {
            return Decision.ALLOWED;
        }
        return object.partition().equals(subject.partition()) && isOfUser(subject, object)
                && (rights == null || rights.permits(operation, object.id()))
                        ? Decision.ALLOWED
                        : Decision.ABSENT;
    }

    /**
     * An object that a user made is that user's alone; the operator, who never reads material,
     * looks after all.
     */
    private static boolean isOfUser(Subject subject, StoredObject object) {
        String owner = ObjectOwner.of(object.attributes());
        return owner == null || owner.equals(subject.user()) || subject.role() == Role.OPERATOR;
    }
}
