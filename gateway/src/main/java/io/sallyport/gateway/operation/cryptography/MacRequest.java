package io.sallyport.gateway.operation.cryptography;

import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.MacSpec;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;

/**
 * How MAC and MAC Verify are to be done (2.1 sections 4.16, 6.1.37, 6.1.38): the algorithm of the
 * parameters, or else the key's; CMAC for a block cipher, HMAC with the named hash for a key of no
 * algorithm. Stateless.
 */
final class MacRequest {

    private MacRequest() {}

    /** The specification for the engine. */
    static MacSpec spec(StoredObject key, CryptographicParameters chosen, Call call)
            throws OperationFault {
        boolean cmac = chosen.mode() != null && chosen.mode().is(BlockCipherMode.CMAC);
        if (chosen.mode() != null && !cmac) {
            throw Faults.unsupportedParameters(call.version());
        }
        CryptographicAlgorithm algorithm = chosen.algorithm() != null
                ? chosen.algorithm().known()
                : CryptographicAlgorithm.of(key.header().algorithm());
        HashAlgorithm hash = switch (algorithm) {
            case HMAC_SHA1 -> HashAlgorithm.SHA_1;
            case HMAC_SHA224 -> HashAlgorithm.SHA_224;
            case HMAC_SHA256 -> HashAlgorithm.SHA_256;
            case HMAC_SHA384 -> HashAlgorithm.SHA_384;
            case HMAC_SHA512 -> HashAlgorithm.SHA_512;
            case HMAC_SHA3_224 -> HashAlgorithm.SHA3_224;
            case HMAC_SHA3_256 -> HashAlgorithm.SHA3_256;
            case HMAC_SHA3_384 -> HashAlgorithm.SHA3_384;
            case HMAC_SHA3_512 -> HashAlgorithm.SHA3_512;
            case null, default -> null;
        };
        if (hash != null && !cmac) {
            return new MacSpec(hash);
        }
        boolean blockCipher = algorithm == CryptographicAlgorithm.AES
                || algorithm == CryptographicAlgorithm.DES3;
        if (blockCipher && chosen.hashing() == null) {
            return MacSpec.CMAC;
        }
        if (!cmac && chosen.hashing() != null) {
            return new MacSpec(ChosenParameters.hash(chosen.hashing(), HashAlgorithm.SHA_256,
                    call.version()));
        }
        throw Faults.unsupportedParameters(call.version());
    }
}
