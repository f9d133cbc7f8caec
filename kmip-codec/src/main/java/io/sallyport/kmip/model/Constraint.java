package io.sallyport.kmip.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What new objects must be like (since 2.1; KMIP 2.1 section 7.6).
 *
 * @param objectTypes the types it is for; empty means any
 * @param objectGroups the groups it is for; empty means any
 * @param attributes the values that they must have
 */
public record Constraint(List<Enumerated<ObjectType>> objectTypes, List<String> objectGroups,
        @Nullable AttributeList attributes) {

    public Constraint {
        objectTypes = List.copyOf(objectTypes);
        objectGroups = List.copyOf(objectGroups);
    }
}
