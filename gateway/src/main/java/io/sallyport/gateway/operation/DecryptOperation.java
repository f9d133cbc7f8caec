package io.sallyport.gateway.operation;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.kmip.message.payload.Decrypt;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/**
 * Decrypt (2.1 section 6.1.11). The clear data stay in the engine's buffer until the answer is
 * written; the audit log counts them as exposed, because what databases decrypt is their data
 * keys.
 */
final class DecryptOperation implements KmipOperation<Decrypt.Request> {

    @Override
    public Operation operation() {
        return Operation.DECRYPT;
    }

    @Override
    public Class<Decrypt.Request> payloadType() {
        return Decrypt.Request.class;
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
    public Future<Outcome> handle(Call call, Decrypt.Request payload) throws OperationFault {
        if (payload.initIndicator() != null || payload.finalIndicator() != null
                || payload.correlationValue() != null) {
            throw Faults.notSupported("Decryption in several parts is not supported.");
        }
        return call.liveObject(payload.uniqueIdentifier())
                .compose(key -> decrypt(call, key, payload));
    }

    private static Future<Outcome> decrypt(Call call, StoredObject key, Decrypt.Request payload) {
        EngineCommand.Decrypt command;
        try {
            CipherRequest.requireProcess(key, call);
            command = command(call, key, payload);
        } catch (OperationFault fault) {
            return Future.failedFuture(fault);
        }
        return call.engine().submit(command).map(answer -> outcome(key, answer));
    }

    private static EngineCommand.Decrypt command(Call call, StoredObject key,
            Decrypt.Request payload) throws OperationFault {
        ByteSlice iv = payload.ivCounterNonce();
        CipherSpec asked = CipherRequest.spec(key, payload.parameters(), iv != null, call);
        if (asked.randomIv()) {
            throw Faults.ofEngine(EngineFault.Reason.MISSING_IV, call.version());
        }
        ByteSlice data = payload.data();
        if (data == null) {
            throw new OperationFault(ResultReason.MISSING_DATA, "The data are missing.");
        }
        ByteSlice tag = payload.authenticatedEncryptionTag();
        int tagBytes = asked.tagLengthBytes();
        if (asked.mode() == CipherSpec.Mode.GCM && tag == null) {
            if (call.version().atLeast(KmipVersion.V1_4) || data.length() < tagBytes
                    || tagBytes < 0) {
                throw new OperationFault(ResultReason.INVALID_MESSAGE,
                        "The authentication tag is missing.");
            }
            tag = data.part(data.length() - tagBytes, data.length());
            data = data.part(0, data.length() - tagBytes);
        }
        CipherSpec spec = new CipherSpec(asked.mode(), asked.padding(), tagBytes, false);
        return new EngineCommand.Decrypt(key.wrapped(), spec, EncryptOperation.buffer(iv),
                EncryptOperation.buffer(payload.authenticatedEncryptionAdditionalData()),
                EncryptOperation.buffer(tag), data.asReadOnlyBuffer());
    }

    private static Outcome outcome(StoredObject key,
            EnginePort.Answer<EngineResult.Material> answer) {
        ByteSlice clear = GetOperation.slice(answer.result().bytes());
        return Outcome.of(new Decrypt.Response(key.id(), clear, null)).exposing()
                .approved(answer.result().approved()).holding(answer::release);
    }
}
