package io.sallyport.gateway.store;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.object.WrappedObject;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/**
 * Verified wrapped objects in memory, bounded by their bytes. Never older than the store: a commit
 * replaces what is cached before anyone hears of it, and overtakes every load that began before.
 * Safe for every thread.
 */
public final class ObjectCache {
    /** What an object's records and the cache's own entry take beside the bytes, about. */
    private static final int ENTRY_BYTES = 2_048;
    /** Attributes are kept as items that view one array. */
    private static final int ATTRIBUTE_BYTES = 256;

    private final Cache<ObjectKey, StoredObject> objects;
    private final ConcurrentMap<ObjectKey, Load> loads = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicLong> changes = new ConcurrentHashMap<>();

    /** A cache of about this many bytes. */
    public ObjectCache(long bytesMax) {
        objects = Caffeine.newBuilder().executor(Runnable::run).maximumWeight(bytesMax)
                .<ObjectKey, StoredObject>weigher((key, object) -> weight(object)).build();
    }

    /** A commit made this object true. */
    public void committed(StoredObject object) {
        changed(object.partition());
        loads.compute(ObjectKey.of(object), (key, overtaken) -> {
            objects.put(key, object);
            return null;
        });
    }

    /** A commit removed this object. */
    public void removed(StoredObject object) {
        changed(object.partition());
        loads.compute(ObjectKey.of(object), (key, overtaken) -> {
            objects.invalidate(key);
            return null;
        });
    }

    /** A commit made this form of an object true; it says the same of the object as before. */
    public void rewrapped(WrappedObject next) {
        ObjectKey wanted = new ObjectKey(next.header().partition(), next.header().id());
        loads.compute(wanted, (key, overtaken) -> {
            objects.asMap().computeIfPresent(key, (same, cached) -> cached.header()
                    .version() == next.header().version()
                            ? new StoredObject(next, cached.attributes(), cached.digest())
                            : cached);
            return null;
        });
    }

    /** Counts the changes of the partition's objects that were acknowledged since the start. */
    long changes(String partition) {
        AtomicLong counter = changes.get(partition);
        return counter == null ? 0 : counter.get();
    }

    private void changed(String partition) {
        changes.computeIfAbsent(partition, first -> new AtomicLong()).incrementAndGet();
    }

    @Nullable
    StoredObject get(ObjectKey key) {
        return objects.getIfPresent(key);
    }

    /** How many objects are cached. */
    long size() {
        return objects.estimatedSize();
    }

    /** Makes this load the one for the object, or returns the one that runs already. */
    @Nullable
    Load join(ObjectKey key, Load load) {
        return loads.putIfAbsent(key, load);
    }

    /** Keeps what a load found, unless a commit overtook it, and tells all who wait for it. */
    void found(ObjectKey wanted, Load load, Optional<StoredObject> object) {
        loads.computeIfPresent(wanted, (key, current) -> {
            if (current != load) {
                return current;
            }
            object.ifPresent(verified -> objects.put(key, verified));
            return null;
        });
        load.promise.tryComplete(object);
    }

    /** Tells all who wait for a load that it failed; the next one tries again. */
    void failed(ObjectKey key, Load load, Throwable why) {
        loads.remove(key, load);
        load.promise.tryFail(why);
    }

    private static int weight(StoredObject object) {
        return ENTRY_BYTES + object.wrapped().blob().length
                + ATTRIBUTE_BYTES * object.attributes().attributes().size();
    }

    /** One read of an object from the store, for everyone who asks meanwhile. */
    static final class Load {
        private final Promise<Optional<StoredObject>> promise = Promise.promise();

        /** Completes on any thread. */
        Future<Optional<StoredObject>> future() {
            return promise.future();
        }
    }
}
