package io.sallyport.hsm.crypto;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;

/**
 * Verification of LMS and HSS (RFC 8554, SP 800-208). Nothing here signs: such a key counts its
 * signatures, and a copy of it, or a restored one, would count them twice. Stateless.
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
        return CryptoModule.current().quantum().isLmsSignature(key, isOf(HSS_HEAD_BYTES, key),
                data, signature);
    }

    /** Refuses what is no public key. */
    static void check(int format, byte[] key) throws EngineFault {
        if (format != QuantumEncoding.RAW) {
            throw new EngineFault(Reason.UNSUPPORTED,
                    "The key's format is not served for its type.");
        }
        boolean hss = isOf(HSS_HEAD_BYTES, key);
        boolean right = (hss || isOf(LMS_HEAD_BYTES, key))
                && CryptoModule.current().quantum().isLmsKey(key, hss);
        if (!right) {
            throw QuantumEncoding.unreadable();
        }
    }

    private static boolean isOf(int headBytes, byte[] key) {
        int hash = key.length - headBytes;
        return hash == SHORT_HASH_BYTES || hash == HASH_BYTES;
    }
}
