package io.sallyport.gateway.operation.cryptography;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Attempt;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.MacSpec;
import io.sallyport.kmip.message.payload.MacVerify;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ValidityIndicator;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/**
 * MAC Verify (2.1 section 6.1.38). The code comes with the first part of the data or
 * with the last; before the last there is no verdict.
 */
public final class MacVerifyOperation implements KmipOperation<MacVerify.Request> {
    private final Streams streams;

    /** The operation; streams are shared with the other operations in parts. */
    public MacVerifyOperation(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Operation operation() {
        return Operation.MAC_VERIFY;
    }

    @Override
    public Class<MacVerify.Request> payloadType() {
        return MacVerify.Request.class;
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
    public Future<Outcome> handle(Call call, MacVerify.Request payload)
            throws OperationFault {
        Portion portion = streams.portion(call, operation(), payload.initIndicator(),
                payload.finalIndicator(), payload.correlationValue());
        return call.liveObject(portion.key(payload.uniqueIdentifier()))
                .compose(key -> Attempt.of(() -> verify(call, key, payload, portion)));
    }

    private Future<Outcome> verify(Call call, StoredObject key, MacVerify.Request payload,
            Portion portion) throws OperationFault {
        KeyUse.requireProcess(key, call);
        portion.requireKey(key);
        portion.requireData(payload.data());
        StreamSpec.Mac settled = portion.stream() != null
                && portion.stream().spec() instanceof StreamSpec.Mac before
                        ? before
                        : new StreamSpec.Mac(MacRequest.spec(key,
                                ChosenParameters.of(key, payload.parameters()), call), null);
        ByteSlice mac = payload.macData() != null
                ? payload.macData()
                : settled.mac();
        if (portion.last() && mac == null) {
            throw Faults.invalidField("The code is missing.");
        }
        MacSpec spec = settled.spec();
        return call.engine()
                .submit(new EngineCommand.VerifyMac(key.wrapped(), spec, portion.part(),
                        portion.last() ? Views.bufferIfThere(mac) : null,
                        Views.buffer(payload.data())))
                .compose(answer -> Kept.orReleased(answer,
                        () -> outcome(call, key, portion,
                                new StreamSpec.Mac(spec, detached(mac)), answer)));
    }

    private static @Nullable ByteSlice detached(@Nullable ByteSlice mac) {
        return mac == null ? null : ByteSlice.of(mac.toByteArray());
    }

    private Outcome outcome(Call call, StoredObject key, Portion portion, StreamSpec spec,
            EnginePort.Answer<EngineResult.Verdict> answer) throws OperationFault {
        EngineResult.Verdict result = answer.result();
        boolean approved = portion.isApproved(result.approved());
        ByteSlice correlation = Kept.next(streams, call, portion, operation(), key.id(), spec,
                approved, result.continuation());
        Enumerated<ValidityIndicator> verdict = portion.last()
                ? Enumerated.of(
                        result.valid() ? ValidityIndicator.VALID : ValidityIndicator.INVALID)
                : null;
        return Outcome.of(new MacVerify.Response(key.id(), verdict, correlation))
                .approved(approved).holding(answer::release);
    }
}
