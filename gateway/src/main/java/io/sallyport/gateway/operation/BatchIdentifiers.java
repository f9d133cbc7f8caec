package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.UniqueIdentifierEnumeration;

/**
 * The identifiers that the items of one request gave, for the items after them: the ID Placeholder
 * (1.4 section 4, 2.1 section 6) and the enumerated and counted forms of 2.x. One thread at a
 * time.
 */
public final class BatchIdentifiers {
    private static final int PRIVATE_KEY = 0;
    private static final int PUBLIC_KEY = 1;

    private final List<Made> made = new ArrayList<>(4);
    private final List<String> given = new ArrayList<>(4);
    private @Nullable String placeholder;

    private record Made(Operation operation, List<String> ids) {}

    /**
     * Takes note of what an item made or found. Several identifiers make the placeholder void,
     * except those of a key pair: its private key, which comes first, is the placeholder.
     */
    public void add(Operation operation, List<String> ids) {
        made.add(new Made(operation, ids));
        given.addAll(ids);
        placeholder = ids.size() == 1 || (isKeyPair(operation) && !ids.isEmpty())
                ? ids.getFirst()
                : null;
    }

    /** Takes note of an identifier that an answer repeats without having made it. */
    public void addMentioned(String id) {
        given.add(id);
    }

    /**
     * The identifiers that an item means. An item that means several is carried out for each.
     *
     * @throws OperationFault if no earlier item gives any
     */
    List<String> resolve(@Nullable UniqueIdentifier asked, KmipVersion version)
            throws OperationFault {
        return switch (asked) {
            case null -> List.of(required(placeholder));
            case UniqueIdentifier.Text(String value) -> List.of(value);
            case UniqueIdentifier.Placeholder placed -> {
                UniqueIdentifierEnumeration known = placed.value().known();
                if (known == null || !known.definedIn(version)) {
                    throw Faults.invalidField("The form of the identifier is not known.");
                }
                yield enumerated(known);
            }
            case UniqueIdentifier.Name _ ->
                throw Faults.invalidField("An object is not found by its name here.");
            case UniqueIdentifier.Index(int value) ->
                List.of(nth(value >= 0 ? value : given.size() + value));
        };
    }

    private List<String> enumerated(UniqueIdentifierEnumeration value) throws OperationFault {
        return switch (value) {
            case ID_PLACEHOLDER -> List.of(required(placeholder));
            case CERTIFY -> latest(Operation.CERTIFY);
            case CREATE -> latest(Operation.CREATE);
            case CREATE_KEY_PAIR -> latest(Operation.CREATE_KEY_PAIR);
            case CREATE_KEY_PAIR_PRIVATE_KEY -> half(Operation.CREATE_KEY_PAIR, PRIVATE_KEY);
            case CREATE_KEY_PAIR_PUBLIC_KEY -> half(Operation.CREATE_KEY_PAIR, PUBLIC_KEY);
            case CREATE_SPLIT_KEY -> latest(Operation.CREATE_SPLIT_KEY);
            case DERIVE_KEY -> latest(Operation.DERIVE_KEY);
            case IMPORT -> latest(Operation.IMPORT);
            case JOIN_SPLIT_KEY -> latest(Operation.JOIN_SPLIT_KEY);
            case LOCATE -> latest(Operation.LOCATE);
            case REGISTER -> latest(Operation.REGISTER);
            case RE_KEY -> latest(Operation.RE_KEY);
            case RE_CERTIFY -> latest(Operation.RE_CERTIFY);
            case RE_KEY_KEY_PAIR -> latest(Operation.RE_KEY_KEY_PAIR);
            case RE_KEY_KEY_PAIR_PRIVATE_KEY -> half(Operation.RE_KEY_KEY_PAIR, PRIVATE_KEY);
            case RE_KEY_KEY_PAIR_PUBLIC_KEY -> half(Operation.RE_KEY_KEY_PAIR, PUBLIC_KEY);
            case RE_PROVISION -> latest(Operation.RE_PROVISION);
            case CREATE_USER -> latest(Operation.CREATE_USER);
            case CREATE_GROUP -> latest(Operation.CREATE_GROUP);
            case CREATE_CREDENTIAL -> latest(Operation.CREATE_CREDENTIAL);
        };
    }

    private static boolean isKeyPair(Operation operation) {
        return operation == Operation.CREATE_KEY_PAIR || operation == Operation.RE_KEY_KEY_PAIR;
    }

    private List<String> latest(Operation operation) throws OperationFault {
        for (Made entry : made.reversed()) {
            if (entry.operation == operation && !entry.ids.isEmpty()) {
                return entry.ids;
            }
        }
        throw Faults.noPlaceholder();
    }

    private List<String> half(Operation operation, int which) throws OperationFault {
        List<String> pair = latest(operation);
        return List.of(required(which < pair.size() ? pair.get(which) : null));
    }

    private String nth(int index) throws OperationFault {
        return required(0 <= index && index < given.size() ? given.get(index) : null);
    }

    private static String required(@Nullable String id) throws OperationFault {
        if (id == null) {
            throw Faults.noPlaceholder();
        }
        return id;
    }
}
