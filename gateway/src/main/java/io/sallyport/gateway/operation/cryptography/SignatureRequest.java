package io.sallyport.gateway.operation.cryptography;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.DigitalSignatureAlgorithm;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.HashingAlgorithm;
import io.sallyport.kmip.model.MaskGenerator;
import io.sallyport.kmip.model.PaddingMethod;

/**
 * How Sign and Signature Verify are to be done (2.1 sections 4.16, 6.1.56, 6.1.57). The key's own
 * algorithm decides; the parameters say what it leaves open. Where nobody says anything, RSA signs
 * with PSS, every hash is SHA-256, and the salt of PSS is as long as the key allows, which is what
 * the published signatures have. Stateless.
 */
final class SignatureRequest {
    private static final int PSS_OVERHEAD_BYTES = 2;

    private SignatureRequest() {}

    /** The specification for the engine. */
    static SignatureSpec spec(StoredObject key, CryptographicParameters chosen, Call call)
            throws OperationFault {
        CryptographicAlgorithm algorithm = CryptographicAlgorithm.of(key.header().algorithm());
        return switch (algorithm) {
            case RSA -> rsa(key, chosen, call);
            case ECDSA, EC, ECDH, ECMQV ->
                new SignatureSpec(SignatureSpec.Padding.NONE, hash(chosen, call));
            case null, default -> new SignatureSpec(SignatureSpec.Padding.NONE, null);
        };
    }

    private static SignatureSpec rsa(StoredObject key, CryptographicParameters chosen, Call call)
            throws OperationFault {
        HashAlgorithm hash = hash(chosen, call);
        if (isPkcs1(chosen, call)) {
            return new SignatureSpec(SignatureSpec.Padding.PKCS1_V1_5, hash);
        }
        if (chosen.maskGenerator() != null
                && !chosen.maskGenerator().is(MaskGenerator.MGF1)) {
            throw Faults.unsupportedParameters(call.version());
        }
        Integer salt = chosen.saltLength();
        return SignatureSpec.pss(hash,
                ChosenParameters.hash(chosen.maskGeneratorHashing(), hash, call.version()),
                salt == null ? longestSalt(key.header().lengthBits(), hash) : salt);
    }

    private static boolean isPkcs1(CryptographicParameters chosen, Call call)
            throws OperationFault {
        Enumerated<PaddingMethod> padding = chosen.padding();
        if (padding != null) {
            return switch (padding.known()) {
                case PKCS1V1_5 -> true;
                case PSS -> false;
                case null, default -> throw Faults.unsupportedParameters(call.version());
            };
        }
        Enumerated<DigitalSignatureAlgorithm> named = chosen.digitalSignatureAlgorithm();
        return named != null && !named.is(DigitalSignatureAlgorithm.RSASSA_PSS);
    }

    private static int longestSalt(int keyBits, HashAlgorithm hash) {
        int encodedBytes = (keyBits - 1 + Byte.SIZE - 1) / Byte.SIZE;
        return Math.max(0, encodedBytes - hash.bytes() - PSS_OVERHEAD_BYTES);
    }

    private static HashAlgorithm hash(CryptographicParameters chosen, Call call)
            throws OperationFault {
        if (chosen.hashing() == null && chosen.digitalSignatureAlgorithm() != null) {
            return ofSignature(chosen.digitalSignatureAlgorithm().known(), call);
        }
        Enumerated<HashingAlgorithm> named = chosen.hashing();
        return ChosenParameters.hash(named, HashAlgorithm.SHA_256, call.version());
    }

    private static HashAlgorithm ofSignature(@Nullable DigitalSignatureAlgorithm named, Call call)
            throws OperationFault {
        return switch (named) {
            case SHA_1_WITH_RSA_ENCRYPTION, ECDSA_WITH_SHA_1 -> HashAlgorithm.SHA_1;
            case SHA_224_WITH_RSA_ENCRYPTION, ECDSA_WITH_SHA224 -> HashAlgorithm.SHA_224;
            case SHA_256_WITH_RSA_ENCRYPTION, ECDSA_WITH_SHA256, RSASSA_PSS ->
                HashAlgorithm.SHA_256;
            case SHA_384_WITH_RSA_ENCRYPTION, ECDSA_WITH_SHA384 -> HashAlgorithm.SHA_384;
            case SHA_512_WITH_RSA_ENCRYPTION, ECDSA_WITH_SHA512 -> HashAlgorithm.SHA_512;
            case SHA3_256_WITH_RSA_ENCRYPTION -> HashAlgorithm.SHA3_256;
            case SHA3_384_WITH_RSA_ENCRYPTION -> HashAlgorithm.SHA3_384;
            case SHA3_512_WITH_RSA_ENCRYPTION -> HashAlgorithm.SHA3_512;
            case null, default -> throw Faults.unsupportedParameters(call.version());
        };
    }
}
