package io.sallyport.hsm.crypto;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;

/** The symmetric ciphers that the engine serves, by their KMIP codes. */
public enum CipherAlgorithm {
    AES(Algorithm.AES, 16), DES3(Algorithm.DES3, 8), CHACHA20(Algorithm.CHACHA20,
            64),
    CHACHA20_POLY1305(Algorithm.CHACHA20_POLY1305, 64);

    private final int code;
    private final int blockBytes;

    CipherAlgorithm(Algorithm algorithm, int blockBytes) {
        this.code = algorithm.code();
        this.blockBytes = blockBytes;
    }

    /** The KMIP code. */
    public int code() {
        return code;
    }

    int blockBytes() {
        return blockBytes;
    }

    /** The cipher with this KMIP code, if the engine serves it with keys of this length. */
    public static CipherAlgorithm of(int code, int keyBytes) throws EngineFault {
        for (CipherAlgorithm algorithm : values()) {
            if (algorithm.code == code) {
                boolean fits = switch (algorithm) {
                    case AES -> keyBytes == 16 || keyBytes == 24 || keyBytes == 32
                            || keyBytes == 64;
                    case DES3 -> keyBytes == 16 || keyBytes == 24;
                    case CHACHA20, CHACHA20_POLY1305 -> keyBytes == 32;
                };
                if (fits) {
                    return algorithm;
                }
                throw new EngineFault(Reason.INVALID_PARAMETERS,
                        "The key has no length of its algorithm.");
            }
        }
        throw new EngineFault(Reason.UNSUPPORTED, "The key's algorithm encrypts nothing here.");
    }
}
