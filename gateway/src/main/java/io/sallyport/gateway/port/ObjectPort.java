package io.sallyport.gateway.port;

import java.util.List;
import java.util.Optional;

import io.vertx.core.Future;

/** Reads objects. Safe for every thread; futures complete on the caller's context. */
public interface ObjectPort {

    /**
     * The object with this id in this partition. A cached object is answered with a completed
     * future; another partition's object is absent. An object whose stored bytes are not
     * authentic fails the future with an {@link io.sallyport.hsm.command.EngineFault}.
     */
    Future<Optional<StoredObject>> find(String partition, String id);

    /**
     * Ids of the partition's objects that match, in the query's order, which is stable.
     *
     * @return at most {@code query.limit()} ids after {@code query.offset()}, and how many match
     *         in all
     */
    Future<Located> locate(LocateQuery query);

    /** A page of ids and the count of all that match. */
    record Located(List<String> ids, int total) {}
}
