package io.sallyport.gateway.operation.cryptography;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Attempt;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.operation.UsageAllocation;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.kmip.message.payload.Sign;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/** Sign (2.1 section 6.1.56), of data, of their hash, and of data in parts. */
public final class SignOperation implements KmipOperation<Sign.Request> {
    private final Streams streams;

    /** The operation; streams are shared with the other operations in parts. */
    public SignOperation(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Operation operation() {
        return Operation.SIGN;
    }

    @Override
    public Class<Sign.Request> payloadType() {
        return Sign.Request.class;
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
    public Future<Outcome> handle(Call call, Sign.Request payload) throws OperationFault {
        Portion portion = streams.portion(call, operation(), payload.initIndicator(),
                payload.finalIndicator(), payload.correlationValue());
        return call.liveObject(portion.key(payload.uniqueIdentifier()))
                .compose(key -> Attempt.of(() -> sign(call, key, payload, portion)));
    }

    private Future<Outcome> sign(Call call, StoredObject key, Sign.Request payload,
            Portion portion) throws OperationFault {
        KeyUse.requireProtect(key, call);
        portion.requireKey(key);
        ByteSlice input = input(payload.data(), payload.digestedData(), portion);
        SignatureSpec spec = portion.stream() != null && portion.stream()
                .spec() instanceof StreamSpec.Signature(SignatureSpec settled, var _)
                        ? settled
                        : SignatureRequest.spec(key,
                                ChosenParameters.of(key, payload.parameters()), call);
        if (spec.hash() == HashAlgorithm.SHA_1
                && !call.subject().profile().weakMechanisms()) {
            throw Faults.unsupportedParameters(call.version());
        }
        EngineCommand.Sign command = new EngineCommand.Sign(key.wrapped(), spec,
                payload.digestedData() != null, portion.part(), Views.buffer(input));
        return UsageAllocation.use(call, key, command.data().remaining())
                .compose(changes -> call.engine().submit(command)
                        .compose(answer -> Kept.orReleased(answer,
                                () -> outcome(call, key, portion, spec, answer).with(changes))));
    }

    /** Data or their hash, not both; a hash comes in one piece. */
    static @Nullable ByteSlice input(
            @Nullable ByteSlice data,
            @Nullable ByteSlice digested, Portion portion)
            throws OperationFault {
        if (digested == null) {
            portion.requireData(data);
            return data;
        }
        if (data != null || !portion.isWhole()) {
            throw Faults.invalidField("Digested data come alone and in one piece.");
        }
        return digested;
    }

    private Outcome outcome(Call call, StoredObject key, Portion portion, SignatureSpec spec,
            EnginePort.Answer<EngineResult.Computed> answer) throws OperationFault {
        EngineResult.Computed result = answer.result();
        boolean approved = portion.isApproved(result.approved());
        ByteSlice correlation = Kept.next(streams, call, portion, operation(), key.id(),
                new StreamSpec.Signature(spec, null), approved, result.continuation());
        return Outcome
                .of(new Sign.Response(key.id(), Views.sliceIfThere(result.value()), correlation))
                .approved(approved).holding(answer::release);
    }
}
