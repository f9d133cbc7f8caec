package io.sallyport.gateway.authorisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    private static StoredObject objectOf(String partition) {
        ObjectHeader header = new ObjectHeader("1", partition, 1, 2, 1, 3, 256, 12,
                KeyState.ACTIVE, new KeyDates(0, null, null, null, null, null, null, null),
                Protection.EXTRACTABLE, Sha256.of(new byte[Sha256.BYTES]));
        return new StoredObject(new WrappedObject(header, new byte[0]), AttributeList.EMPTY, null);
    }

    /** Every rule, every role, with no object, an own one, a foreign one. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void theWholeMatrix(Role role) {
        Subject subject = new Subject("client", "mine", role, null, Profile.DEFAULT);
        for (Access access : Access.values()) {
            boolean may = switch (role) {
                case CRYPTO_USER -> access != Access.ADMINISTRATOR;
                case OPERATOR -> access == Access.CRYPTO_USER_OR_OPERATOR
                        || access == Access.ANYBODY;
                case ADMINISTRATOR -> access == Access.ADMINISTRATOR || access == Access.ANYBODY;
                case AUDITOR, APPLIANCE_USER -> access == Access.ANYBODY;
            };
            Decision own = may ? Decision.ALLOWED : Decision.DENIED;
            Decision foreign = may ? Decision.ABSENT : Decision.DENIED;
            assertEquals(own, Authorisation.decide(subject, Operation.GET, access, null),
                    () -> role + " " + access);
            assertEquals(own,
                    Authorisation.decide(subject, Operation.GET, access, objectOf("mine")),
                    () -> role + " " + access + " own");
            assertEquals(foreign,
                    Authorisation.decide(subject, Operation.GET, access, objectOf("other")),
                    () -> role + " " + access + " foreign");
        }
    }
}
