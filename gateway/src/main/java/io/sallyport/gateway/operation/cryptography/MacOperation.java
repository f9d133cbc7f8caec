package io.sallyport.gateway.operation.cryptography;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Attempt;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.operation.UsageAllocation;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.MacSpec;
import io.sallyport.kmip.message.payload.Mac;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/** MAC (2.1 section 6.1.37): HMAC or CMAC of data, also in parts. */
public final class MacOperation implements KmipOperation<Mac.Request> {
    private final Streams streams;

    /** The operation; streams are shared with the other operations in parts. */
    public MacOperation(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Operation operation() {
        return Operation.MAC;
    }

    @Override
    public Class<Mac.Request> payloadType() {
        return Mac.Request.class;
    }

    @Override
    public Access access() {
        return Access.CRYPTO_USER;
    }

    /** Only with a limited key it changes one, and a conflict there is tried again. */
    @Override
    public boolean changesState() {
        return false;
    }

    @Override
    public Future<Outcome> handle(Call call, Mac.Request payload) throws OperationFault {
        Portion portion = streams.portion(call, operation(), payload.initIndicator(),
                payload.finalIndicator(), payload.correlationValue());
        return call.liveObject(portion.key(payload.uniqueIdentifier()))
                .compose(key -> Attempt.of(() -> compute(call, key, payload, portion)));
    }

    private Future<Outcome> compute(Call call, StoredObject key, Mac.Request payload,
            Portion portion) throws OperationFault {
        KeyUse.requireProtect(key, call);
        portion.requireKey(key);
        portion.requireData(payload.data());
        MacSpec spec = portion.stream() != null
                && portion.stream().spec() instanceof StreamSpec.Mac(MacSpec settled, var _)
                        ? settled
                        : MacRequest.spec(key, ChosenParameters.of(key, payload.parameters()),
                                call);
        EngineCommand.Mac command = new EngineCommand.Mac(key.wrapped(), spec, portion.part(),
                Views.buffer(payload.data()));
        return UsageAllocation.use(call, key, command.data().remaining())
                .compose(changes -> call.engine().submit(command)
                        .compose(answer -> Kept.orReleased(answer,
                                () -> outcome(call, key, portion, spec, answer).with(changes))));
    }

    private Outcome outcome(Call call, StoredObject key, Portion portion, MacSpec spec,
            EnginePort.Answer<EngineResult.Computed> answer) throws OperationFault {
        EngineResult.Computed result = answer.result();
        boolean approved = portion.isApproved(result.approved());
        ByteSlice correlation = Kept.next(streams, call, portion, operation(), key.id(),
                new StreamSpec.Mac(spec, null), approved, result.continuation());
        return Outcome
                .of(new Mac.Response(key.id(), Views.sliceIfThere(result.value()), correlation))
                .approved(approved).holding(answer::release);
    }
}
