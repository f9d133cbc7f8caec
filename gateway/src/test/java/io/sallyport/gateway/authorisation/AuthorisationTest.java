package io.sallyport.gateway.authorisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.Operation;

class AuthorisationTest {
    private static final Set<Operation> ANYBODY = EnumSet.of(Operation.DISCOVER_VERSIONS,
            Operation.QUERY);
    private static final Set<Operation> USER = EnumSet.of(Operation.DISCOVER_VERSIONS,
            Operation.QUERY, Operation.CREATE, Operation.REGISTER, Operation.ACTIVATE,
            Operation.LOCATE, Operation.GET, Operation.GET_ATTRIBUTES,
            Operation.GET_ATTRIBUTE_LIST, Operation.ADD_ATTRIBUTE, Operation.MODIFY_ATTRIBUTE,
            Operation.DELETE_ATTRIBUTE, Operation.ENCRYPT, Operation.DECRYPT, Operation.REVOKE,
            Operation.DESTROY);
    private static final Set<Operation> OPERATOR = EnumSet.of(Operation.DISCOVER_VERSIONS,
            Operation.QUERY, Operation.CREATE, Operation.ACTIVATE, Operation.LOCATE,
            Operation.GET_ATTRIBUTES, Operation.GET_ATTRIBUTE_LIST, Operation.REVOKE,
            Operation.DESTROY);

    private static StoredObject objectOf(String partition) {
        ObjectHeader header = new ObjectHeader("1", partition, 1, 2, 1, 3, 256, 12,
                KeyState.ACTIVE, new KeyDates(0, null, null, null, null, null, null, null),
                Protection.EXTRACTABLE, Sha256.of(new byte[Sha256.BYTES]));
        return new StoredObject(new WrappedObject(header, new byte[0]), AttributeList.EMPTY, null);
    }

    /** Every operation of the protocol, every role, with no object, an own one, a foreign one. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void theWholeMatrix(Role role) {
        Subject subject = new Subject("client", "mine", role, null, Profile.DEFAULT);
        Set<Operation> granted = switch (role) {
            case CRYPTO_USER -> USER;
            case OPERATOR -> OPERATOR;
            case ADMINISTRATOR, AUDITOR, APPLIANCE_USER -> ANYBODY;
        };
        for (Operation operation : Operation.values()) {
            boolean may = granted.contains(operation);
            Decision own = may ? Decision.ALLOWED : Decision.DENIED;
            Decision foreign = may ? Decision.ABSENT : Decision.DENIED;
            assertEquals(own, Authorisation.decide(subject, operation, null),
                    () -> role + " " + operation);
            assertEquals(own, Authorisation.decide(subject, operation, objectOf("mine")),
                    () -> role + " " + operation + " own");
            assertEquals(foreign, Authorisation.decide(subject, operation, objectOf("other")),
                    () -> role + " " + operation + " foreign");
        }
    }
}
