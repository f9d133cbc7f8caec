package io.sallyport.gateway.port;

/** One change of the store. */
public sealed interface Change {

    /** The object after the change. */
    StoredObject next();

    /** A new object; its version is 1. */
    record Insert(StoredObject next) implements Change {}

    /**
     * A changed object: the stored version must be {@code next.header().version() - 1}. A state of
     * destroyed keeps the row as a tombstone.
     */
    record Update(StoredObject next) implements Change {}
}
