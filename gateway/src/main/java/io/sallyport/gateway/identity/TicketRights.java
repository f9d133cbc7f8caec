package io.sallyport.gateway.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.sallyport.kmip.model.Operation;

/**
 * What the holder of a ticket may do (KMIP 2.1 section 7.32): whatever one of the rights allows.
 * Rights only ever narrow what the client may do without the ticket. Immutable.
 */
public record TicketRights(List<Right> rights) {

    /** What a ticket of Login may do: all that its client may. */
    public static final TicketRights ALL = new TicketRights(
            List.of(new Right(Set.of(), Set.of())));

    /** A copy. */
    public TicketRights {
        rights = List.copyOf(rights);
    }

    /**
     * One right.
     *
     * @param operations on which operations; empty means any
     * @param objectIds on which objects; empty means any
     */
    public record Right(Set<Operation> operations, Set<String> objectIds) {

        /** A copy. */
        public Right {
            operations = Set.copyOf(operations);
            objectIds = Set.copyOf(objectIds);
        }

        private boolean permits(Operation operation) {
            return operations.isEmpty() || operations.contains(operation);
        }
    }

    /** Whether the operation may be asked for at all. */
    public boolean permits(Operation operation) {
        return rights.stream().anyMatch(right -> right.permits(operation));
    }

    /** The objects on which the operation may be asked for; empty means any. */
    public Optional<Set<String>> objectsOf(Operation operation) {
        Set<String> ids = new HashSet<>();
        for (Right right : rights) {
            if (right.permits(operation)) {
                if (right.objectIds().isEmpty()) {
                    return Optional.empty();
                }
                ids.addAll(right.objectIds());
            }
        }
        return Optional.of(ids);
    }

    /** Whether the operation may be asked for on this object. */
    public boolean permits(Operation operation, String objectId) {
        return rights.stream().anyMatch(right -> right.permits(operation)
                && (right.objectIds().isEmpty() || right.objectIds().contains(objectId)));
    }
}
