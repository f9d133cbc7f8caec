package io.sallyport.gateway.operation.cryptography;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Attempt;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.operation.UsageAllocation;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.kmip.message.payload.Encrypt;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/**
 * Encrypt (2.1 section 6.1.18), also in parts. Where the mode needs an IV and the client sends
 * none, the engine makes one and the answer tells it, with or without Random IV: that is what real
 * clients count on. Before 1.4 there is no field for an authentication tag; it follows the
 * ciphertext.
 */
public final class EncryptOperation implements KmipOperation<Encrypt.Request> {
    private final Streams streams;

    /** The operation; streams are shared with the other operations in parts. */
    public EncryptOperation(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Operation operation() {
        return Operation.ENCRYPT;
    }

    @Override
    public Class<Encrypt.Request> payloadType() {
        return Encrypt.Request.class;
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
    public Future<Outcome> handle(Call call, Encrypt.Request payload) throws OperationFault {
        Portion portion = streams.portion(call, operation(), payload.initIndicator(),
                payload.finalIndicator(), payload.correlationValue());
        return call.liveObject(portion.key(payload.uniqueIdentifier()))
                .compose(key -> Attempt.of(() -> encrypt(call, key, payload, portion)));
    }

    private Future<Outcome> encrypt(Call call, StoredObject key, Encrypt.Request payload,
            Portion portion) throws OperationFault {
        KeyUse.requireProtect(key, call);
        portion.requireKey(key);
        CryptographicParameters chosen = ChosenParameters.of(key, payload.parameters());
        CipherSpec spec = portion.stream() != null
                && portion.stream().spec() instanceof StreamSpec.Cipher(CipherSpec settled)
                        ? settled
                        : CipherRequest.spec(key, chosen, payload.ivCounterNonce() != null, call);
        portion.requireData(payload.data());
        ByteSlice associated = spec.padding() == CipherSpec.Padding.OAEP
                ? chosen.pSource()
                : payload.authenticatedEncryptionAdditionalData();
        EngineCommand.Encrypt command = new EngineCommand.Encrypt(key.wrapped(), spec,
                portion.part(), Views.bufferIfThere(payload.ivCounterNonce()),
                Views.bufferIfThere(associated), Views.buffer(payload.data()));
        return UsageAllocation.use(call, key, command.data().remaining())
                .compose(changes -> call.engine().submit(command)
                        .compose(answer -> Kept.orReleased(answer,
                                () -> outcome(call, key, portion, spec, answer).with(changes))));
    }

    private Outcome outcome(Call call, StoredObject key, Portion portion, CipherSpec spec,
            EnginePort.Answer<EngineResult.Encrypted> answer) throws OperationFault {
        EngineResult.Encrypted result = answer.result();
        boolean approved = portion.isApproved(result.approved());
        ByteSlice correlation = Kept.next(streams, call, portion, operation(), key.id(),
                new StreamSpec.Cipher(spec), approved, result.continuation());
        ByteBuffer tag = result.tag();
        boolean tagField = call.version().atLeast(KmipVersion.V1_4);
        ByteSlice data = tag != null && !tagField
                ? joined(result.data(), tag)
                : portion.isWhole() ? Views.slice(result.data())
                        : Views.sliceIfAny(result.data());
        return Outcome
                .of(new Encrypt.Response(key.id(), data, Views.sliceIfThere(result.iv()),
                        correlation, tagField ? Views.sliceIfThere(tag) : null))
                .approved(approved).holding(answer::release);
    }

    /** A ciphertext and its tag in one; neither is secret. */
    private static @Nullable ByteSlice joined(ByteBuffer data, ByteBuffer tag) {
        byte[] both = new byte[data.remaining() + tag.remaining()];
        int length = data.remaining();
        data.get(data.position(), both, 0, length);
        tag.get(tag.position(), both, length, tag.remaining());
        return ByteSlice.of(both);
    }
}
