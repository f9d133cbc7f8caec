package io.sallyport.hsm.crypto;

import java.io.IOException;
import java.util.Arrays;

import org.bouncycastle.crypto.params.HSSPublicKeyParameters;
import org.bouncycastle.crypto.params.LMSPublicKeyParameters;
import org.bouncycastle.crypto.signers.HSSSigner;
import org.bouncycastle.crypto.signers.LMSSigner;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;

/**
 * Verification of LMS and HSS (RFC 8554, SP 800-208) by Bouncy Castle. Nothing here signs: such a
 * key counts its signatures, and a copy of it, or a restored one, would count them twice.
 * Stateless.
 */
final class Lms {
    private static final int LMS_HEAD_BYTES = 24;
    private static final int HSS_HEAD_BYTES = 28;
    private static final int SHORT_HASH_BYTES = 24;
    private static final int HASH_BYTES = 32;

    private Lms() {}

    /**
     * Whether this is a signature of the data.
     *
     * @param format Raw: a public key of LMS or HSS, which differ in length
     */
    static boolean verify(int format, byte[] key, byte[] data, byte[] signature)
            throws EngineFault {
        check(format, key);
        try {
            if (isOf(LMS_HEAD_BYTES, key)) {
                LMSSigner signer = new LMSSigner();
                signer.init(false, LMSPublicKeyParameters.getInstance(key));
                return signer.verifySignature(data, signature);
            }
            HSSSigner signer = new HSSSigner();
            signer.init(false, HSSPublicKeyParameters.getInstance(key));
            return signer.verifySignature(data, signature);
        } catch (IOException | RuntimeException e) {
            // Whatever the bytes are that somebody sent, they are no signature.
            return false;
        }
    }

    /** Refuses what is no public key. */
    static void check(int format, byte[] key) throws EngineFault {
        if (format != QuantumEncoding.RAW) {
            throw new EngineFault(Reason.UNSUPPORTED,
                    "The key's format is not served for its type.");
        }
        byte[] again;
        try {
            if (isOf(LMS_HEAD_BYTES, key)) {
                again = LMSPublicKeyParameters.getInstance(key).getEncoded();
            } else if (isOf(HSS_HEAD_BYTES, key)) {
                again = HSSPublicKeyParameters.getInstance(key).getEncoded();
            } else {
                throw QuantumEncoding.unreadable();
            }
        } catch (IOException | RuntimeException e) {
            throw QuantumEncoding.unreadable();
        }
        if (!Arrays.equals(key, again)) {
            throw QuantumEncoding.unreadable();
        }
    }

    private static boolean isOf(int headBytes, byte[] key) {
        int hash = key.length - headBytes;
        return hash == SHORT_HASH_BYTES || hash == HASH_BYTES;
    }
}
