package io.sallyport.gateway.operation.users;

import java.util.List;

import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.kmip.model.AttributeList;

/** The name that a request gives to a user or a group. Stateless. */
final class GivenName {
    private static final int CHARACTERS_MAX = 128;

    private GivenName() {}

    /**
     * The one name.
     *
     * @throws OperationFault if there is none, or several, or it is too long
     */
    static String in(AttributeList attributes) throws OperationFault {
        List<String> names = attributes.names();
        if (names.size() != 1) {
            throw Faults.invalidField("One name is needed.");
        }
        String name = names.getFirst();
        if (name.isBlank() || name.length() > CHARACTERS_MAX) {
            throw Faults.invalidField("A name has 1 to 128 characters.");
        }
        return name;
    }
}
