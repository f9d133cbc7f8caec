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
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.kmip.message.payload.Decrypt;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/**
 * Decrypt (2.1 section 6.1.11), also in parts. Before 1.4 the authentication tag is the end of the
 * data. For clients of one profile the IV of CBC may be the beginning of the data.
 */
public final class DecryptOperation implements KmipOperation<Decrypt.Request> {
    private static final int AES_BLOCK = 16;

    private final Streams streams;

    /** The operation; streams are shared with the other operations in parts. */
    public DecryptOperation(Streams streams) {
        this.streams = streams;
    }

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
        Portion portion = streams.portion(call, operation(), payload.initIndicator(),
                payload.finalIndicator(), payload.correlationValue());
        return call.liveObject(portion.key(payload.uniqueIdentifier()))
                .compose(key -> Attempt.of(() -> decrypt(call, key, payload, portion)));
    }

    private Future<Outcome> decrypt(Call call, StoredObject key, Decrypt.Request sent,
            Portion portion) throws OperationFault {
        KeyUse.requireProcess(key, call);
        portion.requireKey(key);
        CryptographicParameters chosen = ChosenParameters.of(key, sent.parameters());
        Decrypt.Request payload = ivApart(call, chosen, sent, portion);
        CipherSpec spec = portion.stream() != null
                && portion.stream().spec() instanceof StreamSpec.Cipher(CipherSpec settled)
                        ? settled
                        : asked(key, chosen, payload, call);
        portion.requireData(payload.data());
        Ciphertext ciphertext = Ciphertext.of(payload, spec, portion, call.version());
        ByteSlice associated = spec.padding() == CipherSpec.Padding.OAEP
                ? chosen.pSource()
                : payload.authenticatedEncryptionAdditionalData();
        return call.engine()
                .submit(new EngineCommand.Decrypt(key.wrapped(), spec, portion.part(),
                        Views.bufferIfThere(payload.ivCounterNonce()),
                        Views.bufferIfThere(associated), Views.bufferIfThere(ciphertext.tag()),
                        Views.buffer(ciphertext.data())))
                .compose(answer -> Kept.orReleased(answer,
                        () -> outcome(call, key, portion, spec, answer)));
    }

    /** The request as the standard has it, where the client's profile lets the data bring the IV. */
    private static Decrypt.Request ivApart(Call call, CryptographicParameters chosen,
            Decrypt.Request sent, Portion portion) {
        ByteSlice data = sent.data();
        if (!call.subject().profile().putsIvInData() || !portion.isWhole() || data == null
                || sent.ivCounterNonce() != null || chosen.mode() == null
                || !chosen.mode().is(BlockCipherMode.CBC) || data.length() < 2 * AES_BLOCK) {
            return sent;
        }
        return new Decrypt.Request(sent.uniqueIdentifier(), sent.parameters(),
                data.part(AES_BLOCK, data.length()), data.part(0, AES_BLOCK), null, null, null,
                sent.authenticatedEncryptionAdditionalData(), sent.authenticatedEncryptionTag());
    }

    private static CipherSpec asked(StoredObject key, CryptographicParameters chosen,
            Decrypt.Request payload, Call call) throws OperationFault {
        CipherSpec spec =
                CipherRequest.spec(key, chosen, payload.ivCounterNonce() != null, call);
        if (spec.randomIv()) {
            throw Faults.ofEngine(EngineFault.Reason.MISSING_IV, call.version());
        }
        return spec;
    }

    private record Ciphertext(@Nullable ByteSlice data, @Nullable ByteSlice tag) {

        static Ciphertext of(Decrypt.Request payload, CipherSpec spec, Portion portion,
                KmipVersion version) throws OperationFault {
            ByteSlice data = payload.data();
            ByteSlice tag = payload.authenticatedEncryptionTag();
            int tagBytes = spec.tagLengthBytes();
            if (tagBytes == 0 || tag != null || !portion.last()) {
                return new Ciphertext(data, tag);
            }
            if (version.atLeast(KmipVersion.V1_4) || data == null || tagBytes < 0
                    || data.length() < tagBytes) {
                throw new OperationFault(ResultReason.INVALID_MESSAGE,
                        "The authentication tag is missing.");
            }
            int end = data.length() - tagBytes;
            return new Ciphertext(data.part(0, end), data.part(end, data.length()));
        }
    }

    private Outcome outcome(Call call, StoredObject key, Portion portion, CipherSpec spec,
            EnginePort.Answer<EngineResult.Material> answer) throws OperationFault {
        EngineResult.Material result = answer.result();
        boolean approved = portion.isApproved(result.approved());
        ByteSlice correlation = Kept.next(streams, call, portion, operation(), key.id(),
                new StreamSpec.Cipher(spec), approved, result.continuation());
        ByteSlice clear = portion.isWhole()
                ? Views.slice(result.bytes())
                : Views.sliceIfAny(result.bytes());
        return Outcome.of(new Decrypt.Response(key.id(), clear, correlation)).exposing()
                .approved(approved).holding(answer::release);
    }
}
