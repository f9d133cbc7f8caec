package io.sallyport.gateway.operation.cryptography;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.kmip.message.payload.RngRetrieve;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * RNG Retrieve (2.1 section 6.1.51): random bytes of the engine, at most {@value #BYTES_MAX} at a
 * time. They cross the gateway as a view, because clients make keys of them.
 */
public final class RngRetrieveOperation implements KmipOperation<RngRetrieve.Request> {
    /** The engine gives no more at a time. */
    static final int BYTES_MAX = 65_536;

    @Override
    public Operation operation() {
        return Operation.RNG_RETRIEVE;
    }

    @Override
    public Class<RngRetrieve.Request> payloadType() {
        return RngRetrieve.Request.class;
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
    public Future<Outcome> handle(Call call, RngRetrieve.Request payload) throws OperationFault {
        if (payload.dataLength() < 1 || payload.dataLength() > BYTES_MAX) {
            throw Faults.invalidField("Random numbers come in 1 to 65536 bytes.");
        }
        return call.engine().submit(new EngineCommand.Random(payload.dataLength()))
                .map(answer -> Outcome
                        .of(new RngRetrieve.Response(Views.slice(answer.result().bytes())))
                        .approved(answer.result().approved()).holding(answer::release));
    }
}
