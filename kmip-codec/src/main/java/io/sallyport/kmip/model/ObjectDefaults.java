package io.sallyport.kmip.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Attributes that the server gives to new objects when the client gives none (KMIP 2.1 section
 * 7.20).
 *
 * @param objectType the one type they are for, or null where {@code objectTypes} tells
 * @param objectTypes the types they are for, since 2.1
 * @param objectGroups the groups they are for, since 2.1; empty means any
 */
public record ObjectDefaults(@Nullable Enumerated<ObjectType> objectType,
        List<Enumerated<ObjectType>> objectTypes, List<String> objectGroups,
        AttributeList attributes) {

    public ObjectDefaults {
        objectTypes = List.copyOf(objectTypes);
        objectGroups = List.copyOf(objectGroups);
    }
}
