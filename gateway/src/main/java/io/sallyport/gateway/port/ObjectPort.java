package io.sallyport.gateway.port;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

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
     * @return at most {@code query.limit()} ids after {@code query.offset()}, and, if the query
     *         asks for it, how many match in all
     */
    Future<Located> locate(LocateQuery query);

    /**
     * A page of ids.
     *
     * @param total how many match in all; null if nobody asked, or if counting them would cost more
     *        than a search may
     */
    record Located(List<String> ids, @Nullable Integer total) {}
}
