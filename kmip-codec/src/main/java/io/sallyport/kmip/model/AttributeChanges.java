package io.sallyport.kmip.model;

import java.util.List;

/** Attributes of an object that changed, with their new values, and those that are gone. */
public record AttributeChanges(AttributeList changed, List<AttributeName> deleted) {

    public AttributeChanges {
        deleted = List.copyOf(deleted);
    }
}
