package io.sallyport.gateway.operation.cryptography;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.policy.RngSeeding;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.kmip.message.payload.RngSeed;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * RNG Seed (2.1 section 6.1.52): adds to the engine's entropy as much of the seed as the server's
 * setting says, and replaces none: what a client knows can't make random numbers worse.
 */
public final class RngSeedOperation implements KmipOperation<RngSeed.Request> {
    private final RngSeeding seeding;

    /** An operation that takes so much of a seed. */
    public RngSeedOperation(RngSeeding seeding) {
        this.seeding = seeding;
    }

    @Override
    public Operation operation() {
        return Operation.RNG_SEED;
    }

    @Override
    public Class<RngSeed.Request> payloadType() {
        return RngSeed.Request.class;
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
    public Future<Outcome> handle(Call call, RngSeed.Request payload) throws OperationFault {
        if (payload.data().length() == 0
                || payload.data().length() > RngRetrieveOperation.BYTES_MAX) {
            throw Faults.invalidField("A seed has 1 to 65536 bytes.");
        }
        if (seeding == RngSeeding.DENIED) {
            throw Faults.denied();
        }
        int wanted = seeding.taken(payload.data().length());
        if (wanted == 0) {
            return Future.succeededFuture(Outcome.of(new RngSeed.Response(0)));
        }
        return call.engine()
                .submit(new EngineCommand.Seed(payload.data().asReadOnlyBuffer().slice(0, wanted)))
                .map(answer -> {
                    int taken = answer.result().bytes();
                    answer.release();
                    return Outcome.of(new RngSeed.Response(taken));
                });
    }
}
