package io.sallyport.gateway.operation.cryptography;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.kmip.message.payload.Hash;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/** Hash (2.1 section 6.1.25), also in parts. */
public final class HashOperation implements KmipOperation<Hash.Request> {
    private final Streams streams;

    /** The operation; streams are shared with the other operations in parts. */
    public HashOperation(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Operation operation() {
        return Operation.HASH;
    }

    @Override
    public Class<Hash.Request> payloadType() {
        return Hash.Request.class;
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
    public Future<Outcome> handle(Call call, Hash.Request payload) throws OperationFault {
        if (payload.parameters().hashing() == null) {
            throw Faults.invalidField("The hashing algorithm is missing.");
        }
        Portion portion = streams.portion(call, operation(), payload.initIndicator(),
                payload.finalIndicator(), payload.correlationValue());
        HashAlgorithm hash = portion.stream() != null
                && portion.stream().spec() instanceof StreamSpec.Hash(HashAlgorithm settled)
                        ? settled
                        : ChosenParameters.hash(payload.parameters().hashing(),
                                HashAlgorithm.SHA_256, call.version());
        portion.requireData(payload.data());
        return call.engine()
                .submit(new EngineCommand.Hash(hash, portion.part(),
                        Views.buffer(payload.data())))
                .compose(answer -> Kept.orReleased(answer,
                        () -> outcome(call, portion, hash, answer)));
    }

    private Outcome outcome(Call call, Portion portion, HashAlgorithm hash,
            EnginePort.Answer<EngineResult.Computed> answer) throws OperationFault {
        EngineResult.Computed result = answer.result();
        boolean approved = portion.isApproved(result.approved());
        ByteSlice correlation = Kept.next(streams, call, portion, operation(), null,
                new StreamSpec.Hash(hash), approved, result.continuation());
        return Outcome.of(new Hash.Response(Views.sliceIfThere(result.value()), correlation))
                .approved(approved).holding(answer::release);
    }
}
