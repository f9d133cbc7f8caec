package io.sallyport.kmip.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One thing that the holder of a ticket may do (KMIP 2.1 section 7.32).
 *
 * @param usageLimits how often, or null without limit
 * @param operations which operations; empty means any
 * @param objects on which objects; empty means any
 */
public record Right(@Nullable UsageLimits usageLimits, List<Enumerated<Operation>> operations,
        List<UniqueIdentifier> objects) {

    public Right {
        operations = List.copyOf(operations);
        objects = List.copyOf(objects);
    }
}
