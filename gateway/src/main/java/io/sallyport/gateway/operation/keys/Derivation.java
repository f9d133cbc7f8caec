package io.sallyport.gateway.operation.keys;

import java.nio.ByteBuffer;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.cryptography.ChosenParameters;
import io.sallyport.gateway.operation.cryptography.CipherRequest;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.message.payload.DeriveKey;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.DerivationMethod;
import io.sallyport.kmip.model.DerivationParameters;
import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * How a key is to be derived (2.1 sections 6.1.12, 7.5). PBKDF2 without a named hash uses SHA-1,
 * as RFC 8018 says; every other method SHA-256. Immutable.
 */
final class Derivation {
    private final DerivationSpec spec;
    private final DerivationParameters parameters;

    private Derivation(DerivationSpec spec, DerivationParameters parameters) {
        this.spec = spec;
        this.parameters = parameters;
    }

    /**
     * What a request asks for.
     *
     * @throws OperationFault if it is not served or says too little
     */
    static Derivation of(DeriveKey.Request payload, StoredObject base, Call call)
            throws OperationFault {
        DerivationParameters asked = payload.derivationParameters();
        if (asked.data().size() > 1) {
            throw Faults.invalidField("The derivation data come in one piece.");
        }
        CryptographicParameters chosen = ChosenParameters.of(base, asked.parameters());
        DerivationMethod method = payload.derivationMethod().known();
        DerivationSpec spec = switch (method) {
            case PBKDF2 -> pbkdf2(asked, chosen, call);
            case HASH -> hashed(DerivationSpec.Method.HASH, chosen, call);
            case HMAC -> hashed(DerivationSpec.Method.HMAC, chosen, call);
            case ENCRYPT -> new DerivationSpec(DerivationSpec.Method.ENCRYPT, null,
                    cipher(base, asked, chosen, call), 0);
            case NIST800_108_C ->
                prf(DerivationSpec.Method.NIST800_108_COUNTER, chosen, call);
            case NIST800_108_F ->
                prf(DerivationSpec.Method.NIST800_108_FEEDBACK, chosen, call);
            case NIST800_108_DPI ->
                prf(DerivationSpec.Method.NIST800_108_DOUBLE_PIPELINE, chosen, call);
            case ASYMMETRIC_KEY -> asymmetric(payload, call);
            case HKDF -> hashed(DerivationSpec.Method.HKDF, chosen, call);
            case AWS_SIGNATURE_VERSION4 -> throw Faults.unsupportedParameters(call.version());
            case null -> throw Faults.invalidField("The derivation method is not known.");
        };
        return new Derivation(spec, asked);
    }

    /** The command that derives. */
    EngineCommand.Derive command(StoredObject base, @Nullable StoredObject other,
            ObjectHeader header) {
        List<ByteSlice> data = parameters.data();
        return new EngineCommand.Derive(base.wrapped(), other == null ? null : other.wrapped(),
                spec, buffer(data.isEmpty() ? null : data.getFirst()), buffer(parameters.salt()),
                buffer(parameters.initializationVector()), header);
    }

    private static DerivationSpec pbkdf2(DerivationParameters asked,
            CryptographicParameters chosen, Call call) throws OperationFault {
        Integer iterations = asked.iterationCount();
        if (iterations == null || iterations < 1 || asked.salt() == null) {
            throw Faults.invalidField("PBKDF2 needs a salt and an iteration count.");
        }
        return new DerivationSpec(DerivationSpec.Method.PBKDF2, ChosenParameters
                .hash(chosen.hashing(), HashAlgorithm.SHA_1, call.version()), null, iterations);
    }

    private static DerivationSpec hashed(DerivationSpec.Method method,
            CryptographicParameters chosen, Call call) throws OperationFault {
        return new DerivationSpec(method, ChosenParameters.hash(chosen.hashing(),
                HashAlgorithm.SHA_256, call.version()));
    }

    /** The methods of SP 800-108 take CMAC as well. */
    private static DerivationSpec prf(DerivationSpec.Method method,
            CryptographicParameters chosen, Call call) throws OperationFault {
        boolean cmac = chosen.mode() != null && chosen.mode().is(BlockCipherMode.CMAC);
        return cmac ? new DerivationSpec(method, null) : hashed(method, chosen, call);
    }

    private static DerivationSpec asymmetric(DeriveKey.Request payload, Call call)
            throws OperationFault {
        if (payload.uniqueIdentifiers().size() < 2) {
            throw Faults.invalidField("An agreement needs a private and a public key.");
        }
        CryptographicParameters asked = payload.derivationParameters().parameters();
        return asked == null || asked.hashing() == null
                ? new DerivationSpec(DerivationSpec.Method.ASYMMETRIC_KEY, null)
                : hashed(DerivationSpec.Method.ASYMMETRIC_KEY, asked, call);
    }

    private static CipherSpec cipher(StoredObject base, DerivationParameters asked,
            CryptographicParameters chosen, Call call) throws OperationFault {
        boolean ivGiven = asked.initializationVector() != null;
        CipherSpec spec = CipherRequest.spec(base, chosen, ivGiven, call);
        if (spec.randomIv()) {
            throw Faults.invalidField("A derivation can't be repeated without its IV.");
        }
        return spec;
    }

    private static @Nullable ByteBuffer buffer(@Nullable ByteSlice slice) {
        return slice == null ? null : slice.asReadOnlyBuffer();
    }
}
