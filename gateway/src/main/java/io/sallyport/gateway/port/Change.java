package io.sallyport.gateway.port;

/** One change of the store. */
public sealed interface Change {

    /** The object after the change; for a removal, as it was at the end. */
    StoredObject next();

    /** A new object; its version is 1. */
    record Insert(StoredObject next) implements Change {}

    /**
     * A changed object: the stored version must be {@code next.header().version() - 1}. A state of
     * destroyed keeps the row as a tombstone.
     */
    record Update(StoredObject next) implements Change {}

    /**
     * A new object in the place of another one with the same identifier, of which nothing is kept;
     * its version is 1.
     *
     * @param replacedVersion the version that must be stored
     */
    record Replace(StoredObject next, long replacedVersion) implements Change {}

    /** Nothing is kept of the object, not even a tombstone; its version must be stored. */
    record Remove(StoredObject next) implements Change {}
}
