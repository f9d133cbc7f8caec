package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.List;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.kmip.message.payload.DiscoverVersions;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.KmipVersionPair;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/** Discover Versions (2.1 section 6.1.16): served under every version, also under 1.0. */
final class DiscoverVersionsOperation implements KmipOperation<DiscoverVersions.Request> {

    @Override
    public Operation operation() {
        return Operation.DISCOVER_VERSIONS;
    }

    @Override
    public Class<DiscoverVersions.Request> payloadType() {
        return DiscoverVersions.Request.class;
    }

    @Override
    public Access access() {
        return Access.ANYBODY;
    }

    @Override
    public boolean changesState() {
        return false;
    }

    @Override
    public Future<Outcome> handle(Call call, DiscoverVersions.Request payload) {
        List<KmipVersionPair> shared = new ArrayList<>();
        for (KmipVersion version : OperationTable.versions(call.subject().profile()).reversed()) {
            KmipVersionPair pair = KmipVersionPair.of(version);
            if (payload.versions().isEmpty() || payload.versions().contains(pair)) {
                shared.add(pair);
            }
        }
        return Future.succeededFuture(Outcome.of(new DiscoverVersions.Response(shared)));
    }
}
