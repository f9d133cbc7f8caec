package io.sallyport.gateway.authorisation;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.port.StoredObject;

/**
 * Decides every operation, before the engine sees anything of it. An operation that is not served
 * has no {@link Access}, and never comes this far. Stateless.
 */
public final class Authorisation {

    private Authorisation() {}

    /**
     * Whether this subject may do this.
     *
     * @param access the rule of the operation
     * @param object what it is to be done to; null for operations on no object in particular, and
     *        to ask before an object is looked up
     */
    public static Decision decide(Subject subject, Access access, @Nullable StoredObject object) {
        if (!access.includes(subject.role())) {
            return Decision.DENIED;
        }
        if (object != null && !object.partition().equals(subject.partition())) {
            return Decision.ABSENT;
        }
        return Decision.ALLOWED;
    }
}
