package io.sallyport.gateway.operation.cryptography;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.MaskGenerator;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.PaddingMethod;
import io.sallyport.kmip.model.ResultReason;

/**
 * How Encrypt, Decrypt and wrapping are to be done (2.1 sections 4.16, 6.1.11, 6.1.18). Stateless.
 */
public final class CipherRequest {
    private static final int TAG_BYTES = 16;

    private CipherRequest() {}

    /**
     * The specification for the engine.
     *
     * @param ivGiven whether the client sends an IV; its own comes before a random one
     * @throws OperationFault if the parameters don't say enough or are not served to this client
     */
    public static CipherSpec spec(StoredObject key, CryptographicParameters chosen,
            boolean ivGiven, Call call) throws OperationFault {
        int type = key.header().objectType();
        if (type == ObjectType.PUBLIC_KEY.code() || type == ObjectType.PRIVATE_KEY.code()) {
            return rsa(chosen, call);
        }
        CryptographicAlgorithm algorithm = CryptographicAlgorithm.of(key.header().algorithm());
        if (chosen.algorithm() != null
                && chosen.algorithm().code() != key.header().algorithm()) {
            throw Faults.unsupportedParameters(call.version());
        }
        if (algorithm == CryptographicAlgorithm.CHA_CHA20
                || algorithm == CryptographicAlgorithm.CHA_CHA20_POLY1305) {
            return chaCha20(algorithm, chosen, ivGiven, call);
        }
        CipherSpec.Mode mode = mode(chosen.mode(), call);
        int tag = mode == CipherSpec.Mode.GCM || mode == CipherSpec.Mode.CCM
                ? tagBytes(chosen)
                : 0;
        return new CipherSpec(mode, padding(chosen.padding(), call), tag,
                hasIv(mode) && !ivGiven);
    }

    private static CipherSpec chaCha20(CryptographicAlgorithm algorithm,
            CryptographicParameters chosen, boolean ivGiven, Call call) throws OperationFault {
        boolean authenticated = algorithm == CryptographicAlgorithm.CHA_CHA20_POLY1305;
        Enumerated<BlockCipherMode> mode = chosen.mode();
        if (mode != null && !(authenticated && mode.is(BlockCipherMode.AEAD))) {
            throw Faults.unsupportedParameters(call.version());
        }
        Integer counter = chosen.initialCounterValue();
        return new CipherSpec(CipherSpec.Mode.NONE, padding(chosen.padding(), call),
                authenticated ? tagBytes(chosen) : 0, !ivGiven, null, null,
                counter == null ? 0 : counter);
    }

    private static int tagBytes(CryptographicParameters chosen) {
        Integer asked = chosen.tagLength();
        return asked == null ? TAG_BYTES : asked;
    }

    private static boolean hasIv(CipherSpec.Mode mode) {
        return switch (mode) {
            case ECB, NIST_KEY_WRAP, AES_KEY_WRAP_PADDING, NONE -> false;
            case CBC, CTR, GCM, CCM, CFB, OFB, XTS, PCBC -> true;
        };
    }

    private static CipherSpec.Mode mode(@Nullable Enumerated<BlockCipherMode> asked, Call call)
            throws OperationFault {
        if (asked == null) {
            throw new OperationFault(ResultReason.INVALID_MESSAGE,
                    "The block cipher mode is missing.");
        }
        CipherSpec.Mode mode = switch (asked.known()) {
            case CBC -> CipherSpec.Mode.CBC;
            case CTR -> CipherSpec.Mode.CTR;
            case GCM -> CipherSpec.Mode.GCM;
            case ECB -> CipherSpec.Mode.ECB;
            case CCM -> CipherSpec.Mode.CCM;
            case CFB -> CipherSpec.Mode.CFB;
            case OFB -> CipherSpec.Mode.OFB;
            case XTS -> CipherSpec.Mode.XTS;
            case PCBC -> CipherSpec.Mode.PCBC;
            case NIST_KEY_WRAP -> CipherSpec.Mode.NIST_KEY_WRAP;
            case AES_KEY_WRAP_PADDING -> CipherSpec.Mode.AES_KEY_WRAP_PADDING;
            case null, default -> throw Faults.unsupportedParameters(call.version());
        };
        if (mode == CipherSpec.Mode.ECB || mode == CipherSpec.Mode.PCBC) {
            requireWeak(call);
        }
        return mode;
    }

    private static CipherSpec.Padding padding(@Nullable Enumerated<PaddingMethod> asked,
            Call call) throws OperationFault {
        if (asked == null) {
            return CipherSpec.Padding.NONE;
        }
        return switch (asked.known()) {
            case NONE -> CipherSpec.Padding.NONE;
            case PKCS5 -> CipherSpec.Padding.PKCS5;
            case ZEROS -> CipherSpec.Padding.ZEROS;
            case ANSIX9_23 -> CipherSpec.Padding.ANSI_X9_23;
            case ISO10126 -> CipherSpec.Padding.ISO_10126;
            case null, default -> throw Faults.unsupportedParameters(call.version());
        };
    }

    /** RSA: OAEP unless the old padding is named, whose failures have told keys (RFC 8017, 7.2). */
    private static CipherSpec rsa(CryptographicParameters chosen, Call call)
            throws OperationFault {
        Enumerated<PaddingMethod> padding = chosen.padding();
        if (padding != null && padding.is(PaddingMethod.PKCS1V1_5)) {
            requireWeak(call);
            return new CipherSpec(CipherSpec.Mode.NONE, CipherSpec.Padding.PKCS1_V1_5, 0, false);
        }
        boolean mgf1 = chosen.maskGenerator() == null
                || chosen.maskGenerator().is(MaskGenerator.MGF1);
        if ((padding != null && !padding.is(PaddingMethod.OAEP)) || !mgf1) {
            throw Faults.unsupportedParameters(call.version());
        }
        HashAlgorithm hash =
                ChosenParameters.hash(chosen.hashing(), HashAlgorithm.SHA_256, call.version());
        return CipherSpec.oaep(hash, ChosenParameters.hash(chosen.maskGeneratorHashing(), hash,
                call.version()));
    }

    private static void requireWeak(Call call) throws OperationFault {
        if (!call.subject().profile().weakMechanisms()) {
            throw Faults.unsupportedParameters(call.version());
        }
    }
}
