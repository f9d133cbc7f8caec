package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.port.LocateQuery;
import io.sallyport.gateway.port.ObjectPort.Located;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Locate (2.1 section 6.1.34): from 1.4 on the newest first, before that the oldest, as the
 * published cases have it. Nothing found is a success. Most conditions are
 * the store's to check; the few that it can't see are checked on the objects that the store finds.
 */
final class LocateOperation implements KmipOperation<Locate.Request> {
    /** Most identifiers that one answer gives. */
    private static final int ITEMS_MAX = 10_000;

    @Override
    public Operation operation() {
        return Operation.LOCATE;
    }

    @Override
    public Class<Locate.Request> payloadType() {
        return Locate.Request.class;
    }

    @Override
    public Access access() {
        return Access.CRYPTO_USER_OR_OPERATOR;
    }

    @Override
    public boolean changesState() {
        return false;
    }

    @Override
    public Future<Outcome> handle(Call call, Locate.Request payload) throws OperationFault {
        int offset = notNegative(payload.offsetItems(), 0);
        int limit = Math.min(ITEMS_MAX, notNegative(payload.maximumItems(), ITEMS_MAX));
        LocateConditions conditions = LocateConditions.of(payload, call.version());
        if (conditions.nothing() || limit == 0) {
            return Future.succeededFuture(answer(payload, new Located(List.of(), 0)));
        }
        boolean all = conditions.residual().isEmpty();
        LocateQuery query = new LocateQuery(call.subject().partition(),
                call.reachable(conditions.filters()),
                all ? offset : 0, all ? limit : ITEMS_MAX,
                call.version().atLeast(KmipVersion.V1_4), payload.offsetItems() != null);
        Future<Located> located = call.workspace().locate(query);
        return (all
                ? located
                : located.compose(found -> narrowed(call, conditions, found.ids()))
                        .map(ids -> page(ids, offset, limit)))
                .map(found -> answer(payload, found));
    }

    /** Located Items may be left out where the count is not known (KMIP 2.1, Locate). */
    private static Outcome answer(Locate.Request payload, Located found) {
        Integer count = payload.offsetItems() == null ? null : found.total();
        return Outcome.of(new Locate.Response(count, found.ids())).naming(found.ids());
    }

    private static Located page(List<String> ids, int offset, int limit) {
        int from = Math.min(offset, ids.size());
        int to = (int) Math.min((long) from + limit, ids.size());
        return new Located(List.copyOf(ids.subList(from, to)), ids.size());
    }

    private static Future<List<String>> narrowed(Call call, LocateConditions conditions,
            List<String> candidates) {
        List<Future<?>> objects = new ArrayList<>(candidates.size());
        for (String id : candidates) {
            objects.add(call.workspace().find(call.subject().partition(), id));
        }
        if (objects.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return Future.all(objects).map(all -> {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < candidates.size(); i++) {
                Optional<StoredObject> object = all.resultAt(i);
                object.filter(found -> matches(call, conditions, found))
                        .ifPresent(found -> ids.add(found.id()));
            }
            return ids;
        });
    }

    private static boolean matches(Call call, LocateConditions conditions, StoredObject object) {
        List<Attribute> attributes = ObjectAttributes.all(object, call.version(), call.now());
        return conditions.residual().stream().allMatch(condition -> condition.holds(attributes));
    }

    private static int notNegative(@Nullable Integer value, int absent)
            throws OperationFault {
        if (value == null) {
            return absent;
        }
        if (value < 0) {
            throw Faults.invalidField("A number of items is negative.");
        }
        return value;
    }
}
