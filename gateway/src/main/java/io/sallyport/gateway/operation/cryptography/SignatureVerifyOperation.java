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
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.kmip.message.payload.SignatureVerify;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ValidityIndicator;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/**
 * Signature Verify (2.1 section 6.1.57). The signature comes with the first part of the data or
 * with the last; before the last there is no verdict.
 */
public final class SignatureVerifyOperation implements KmipOperation<SignatureVerify.Request> {
    private final Streams streams;

    /** The operation; streams are shared with the other operations in parts. */
    public SignatureVerifyOperation(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Operation operation() {
        return Operation.SIGNATURE_VERIFY;
    }

    @Override
    public Class<SignatureVerify.Request> payloadType() {
        return SignatureVerify.Request.class;
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
    public Future<Outcome> handle(Call call, SignatureVerify.Request payload)
            throws OperationFault {
        Portion portion = streams.portion(call, operation(), payload.initIndicator(),
                payload.finalIndicator(), payload.correlationValue());
        return call.liveObject(portion.key(payload.uniqueIdentifier()))
                .compose(key -> Attempt.of(() -> verify(call, key, payload, portion)));
    }

    private Future<Outcome> verify(Call call, StoredObject key, SignatureVerify.Request payload,
            Portion portion) throws OperationFault {
        KeyUse.requireProcess(key, call);
        portion.requireKey(key);
        ByteSlice input = SignOperation.input(payload.data(), payload.digestedData(), portion);
        StreamSpec.Signature settled = portion.stream() != null
                && portion.stream().spec() instanceof StreamSpec.Signature before
                        ? before
                        : new StreamSpec.Signature(SignatureRequest.spec(key,
                                ChosenParameters.of(key, payload.parameters()), call), null);
        ByteSlice signature = payload.signatureData() != null
                ? payload.signatureData()
                : settled.signature();
        if (portion.last() && signature == null) {
            throw Faults.invalidField("The signature is missing.");
        }
        SignatureSpec spec = settled.spec();
        return call.engine()
                .submit(new EngineCommand.VerifySignature(key.wrapped(), spec,
                        payload.digestedData() != null, portion.part(),
                        portion.last() ? Views.bufferIfThere(signature) : null,
                        Views.buffer(input)))
                .compose(answer -> Kept.orReleased(answer,
                        () -> outcome(call, key, portion,
                                new StreamSpec.Signature(spec, detached(signature)), answer)));
    }

    private static @Nullable ByteSlice detached(@Nullable ByteSlice signature) {
        return signature == null ? null : ByteSlice.of(signature.toByteArray());
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
        return Outcome.of(new SignatureVerify.Response(key.id(), verdict, null, correlation))
                .approved(approved).holding(answer::release);
    }
}
