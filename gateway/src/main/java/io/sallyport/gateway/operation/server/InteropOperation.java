package io.sallyport.gateway.operation.server;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.kmip.message.payload.Interop;
import io.sallyport.kmip.model.InteropFunction;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Interop (2.1 section 6.1.32): a test tells where it begins and ends. The specification wants it
 * in no production server, so it is there for clients of the profile for published cases only.
 * Reset is refused: a partition's objects are not a test's to delete.
 */
public final class InteropOperation implements KmipOperation<Interop.Request> {
    /** The operation. */
    public InteropOperation() {}

    @Override
    public Operation operation() {
        return Operation.INTEROP;
    }

    @Override
    public Class<Interop.Request> payloadType() {
        return Interop.Request.class;
    }

    @Override
    public Access access() {
        return Access.CRYPTO_USER;
    }

    @Override
    public boolean changesState() {
        return false;
    }

    @Override
    public boolean servedTo(Profile profile) {
        return profile.conformanceTests();
    }

    @Override
    public Future<Outcome> handle(Call call, Interop.Request payload) throws OperationFault {
        InteropFunction function = payload.interopFunction().known();
        return switch (function) {
            case BEGIN, END -> Future.succeededFuture(Outcome.of(new Interop.Response()));
            case RESET -> throw Faults.notSupported("Objects are kept until they are destroyed.");
            case null -> throw Faults.invalidField("The function is not known.");
        };
    }
}
