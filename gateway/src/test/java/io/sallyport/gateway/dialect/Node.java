package io.sallyport.gateway.dialect;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A part of a message as it stands in a file. */
sealed interface Node {

    /**
     * An item.
     *
     * @param term its value; null for a structure
     * @param keep name under which the value is kept, or null
     */
    record Item(int tag, @Nullable Term term, @Nullable String keep, List<Node> children)
            implements
                Node {}

    /** Bytes that are sent as they are, whatever they mean. */
    record Raw(String hex) implements Node {}

    /** In answers: from here on the order is free, and there may be more than is named. */
    record Rest() implements Node {}
}
