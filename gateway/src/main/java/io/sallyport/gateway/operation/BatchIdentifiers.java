package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.UniqueIdentifierEnumeration;

/**
 * The identifiers that the items of one request made, for the items after them: the ID Placeholder
 * (1.4 section 4, 2.1 section 6) and the enumerated and counted forms of 2.x. One thread at a
 * time.
 */
public final class BatchIdentifiers {
    private final List<Made> made = new ArrayList<>(4);
    private @Nullable String placeholder;

    private record Made(int item, Operation operation, List<String> ids) {}

    /** Takes note of what an item made. Several identifiers make the placeholder void. */
    public void add(int item, Operation operation, List<String> ids) {
        made.add(new Made(item, operation, ids));
        placeholder = ids.size() == 1 ? ids.getFirst() : null;
    }

    /**
     * The identifier that an item means.
     *
     * @param item number of the item that asks, from zero
     * @throws OperationFault if no earlier item gives it
     */
    String resolve(int item, @Nullable UniqueIdentifier asked, KmipVersion version)
            throws OperationFault {
        return switch (asked) {
            case null -> given(placeholder);
            case UniqueIdentifier.Text(String value) -> value;
            case UniqueIdentifier.Placeholder placed -> {
                UniqueIdentifierEnumeration known = placed.value().known();
                if (known == null) {
                    throw Faults.invalidField("The form of the identifier is not known.");
                }
                yield known == UniqueIdentifierEnumeration.ID_PLACEHOLDER
                        ? given(placeholder)
                        : latest(operationOf(known));
            }
            case UniqueIdentifier.Name _ ->
                throw Faults.invalidField("An object is not found by its name here.");
            case UniqueIdentifier.Index(int value) -> nth(value >= 0 ? value : item + value);
        };
    }

    private static @Nullable Operation operationOf(UniqueIdentifierEnumeration value) {
        return switch (value) {
            case CREATE -> Operation.CREATE;
            case LOCATE -> Operation.LOCATE;
            case REGISTER -> Operation.REGISTER;
            default -> null;
        };
    }

    private String latest(@Nullable Operation operation) throws OperationFault {
        for (Made entry : made.reversed()) {
            if (entry.operation == operation) {
                return single(entry.ids);
            }
        }
        throw Faults.noPlaceholder();
    }

    private String nth(int item) throws OperationFault {
        for (Made entry : made) {
            if (entry.item == item) {
                return single(entry.ids);
            }
        }
        throw Faults.noPlaceholder();
    }

    private static String single(List<String> ids) throws OperationFault {
        if (ids.size() > 1) {
            throw Faults.notSupported("The earlier item gives several identifiers.");
        }
        return given(ids.isEmpty() ? null : ids.getFirst());
    }

    private static String given(@Nullable String id) throws OperationFault {
        if (id == null) {
            throw Faults.noPlaceholder();
        }
        return id;
    }
}
