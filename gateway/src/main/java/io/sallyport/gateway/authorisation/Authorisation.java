package io.sallyport.gateway.authorisation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.model.Operation;

/**
 * Decides every operation, before the engine sees anything of it. What no line here allows is
 * denied; that includes operations that this gateway does not serve yet. Stateless.
 */
public final class Authorisation {
    private static final Set<Operation> ANYBODY = set(Operation.DISCOVER_VERSIONS, Operation.QUERY);
    private static final Set<Operation> CRYPTO_USER = set(Operation.CREATE, Operation.REGISTER,
            Operation.LOCATE, Operation.GET, Operation.GET_ATTRIBUTES,
            Operation.GET_ATTRIBUTE_LIST, Operation.ADD_ATTRIBUTE, Operation.MODIFY_ATTRIBUTE,
            Operation.DELETE_ATTRIBUTE, Operation.ACTIVATE, Operation.REVOKE, Operation.DESTROY,
            Operation.ENCRYPT, Operation.DECRYPT);
    private static final Set<Operation> OPERATOR = set(Operation.CREATE, Operation.LOCATE,
            Operation.GET_ATTRIBUTES, Operation.GET_ATTRIBUTE_LIST, Operation.ACTIVATE,
            Operation.REVOKE, Operation.DESTROY);

    private Authorisation() {}

    /**
     * Whether this subject may do this.
     *
     * @param object what it is to be done to; null for operations on no object in particular, and
     *        to ask before an object is looked up
     */
    public static Decision decide(Subject subject, Operation operation,
            @Nullable StoredObject object) {
        if (!ANYBODY.contains(operation) && !ofRole(subject.role()).contains(operation)) {
            return Decision.DENIED;
        }
        if (object != null && !object.partition().equals(subject.partition())) {
            return Decision.ABSENT;
        }
        return Decision.ALLOWED;
    }

    private static Set<Operation> ofRole(Role role) {
        return switch (role) {
            case CRYPTO_USER -> CRYPTO_USER;
            case OPERATOR -> OPERATOR;
            case ADMINISTRATOR, AUDITOR, APPLIANCE_USER -> Set.of();
        };
    }

    private static Set<Operation> set(Operation first, Operation... more) {
        return Collections.unmodifiableSet(EnumSet.of(first, more));
    }
}
