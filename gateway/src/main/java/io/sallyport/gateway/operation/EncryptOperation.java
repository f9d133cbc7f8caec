package io.sallyport.gateway.operation;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.kmip.message.payload.Encrypt;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/**
 * Encrypt (2.1 section 6.1.18). Where the mode needs an IV and the client sends none, the engine
 * makes one and the answer tells it, with or without Random IV: that is what real clients count
 * on. Before 1.4 there is no field for an authentication tag; it follows the ciphertext.
 */
final class EncryptOperation implements KmipOperation<Encrypt.Request> {

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

    @Override
    public boolean changesState() {
        return false;
    }

    @Override
    public Future<Outcome> handle(Call call, Encrypt.Request payload) throws OperationFault {
        if (payload.initIndicator() != null || payload.finalIndicator() != null
                || payload.correlationValue() != null) {
            throw Faults.notSupported("Encryption in several parts is not supported.");
        }
        return call.liveObject(payload.uniqueIdentifier())
                .compose(key -> encrypt(call, key, payload));
    }

    private static Future<Outcome> encrypt(Call call, StoredObject key, Encrypt.Request payload) {
        ByteSlice data = payload.data();
        ByteSlice iv = payload.ivCounterNonce();
        CipherSpec spec;
        try {
            CipherRequest.requireProtect(key, call);
            spec = CipherRequest.spec(key, payload.parameters(), iv != null, call);
            if (data == null) {
                throw new OperationFault(ResultReason.MISSING_DATA, "The data are missing.");
            }
        } catch (OperationFault fault) {
            return Future.failedFuture(fault);
        }
        return call.engine()
                .submit(new EngineCommand.Encrypt(key.wrapped(), spec, buffer(iv),
                        buffer(payload.authenticatedEncryptionAdditionalData()),
                        data.asReadOnlyBuffer()))
                .map(answer -> outcome(call, key, answer));
    }

    private static Outcome outcome(Call call, StoredObject key,
            EnginePort.Answer<EngineResult.Encrypted> answer) {
        EngineResult.Encrypted result = answer.result();
        ByteBuffer tag = result.tag();
        boolean tagField = call.version().atLeast(KmipVersion.V1_4);
        ByteSlice data = tag == null || tagField
                ? GetOperation.slice(result.data())
                : joined(result.data(), tag);
        return Outcome
                .of(new Encrypt.Response(key.id(), data, slice(result.iv()), null,
                        tagField ? slice(tag) : null))
                .approved(result.approved()).holding(answer::release);
    }

    /** A ciphertext and its tag in one; neither is secret. */
    private static ByteSlice joined(ByteBuffer data, ByteBuffer tag) {
        byte[] both = new byte[data.remaining() + tag.remaining()];
        int length = data.remaining();
        data.get(data.position(), both, 0, length);
        tag.get(tag.position(), both, length, tag.remaining());
        return ByteSlice.of(both);
    }

    static @Nullable ByteBuffer buffer(@Nullable ByteSlice slice) {
        return slice == null ? null : slice.asReadOnlyBuffer();
    }

    private static @Nullable ByteSlice slice(@Nullable ByteBuffer buffer) {
        return buffer == null ? null : GetOperation.slice(buffer);
    }
}
