package io.sallyport.hsm.crypto;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.crypto.SymmetricCiphers.Input;

/**
 * ChaCha20 without authentication, by the module, because the JDK has it with the nonce of RFC
 * 8439 (12 bytes) only and KMIP's cases use the original one (8 bytes). Stateless.
 */
final class ChaCha20 {
    private static final int SHORT_IV_BYTES = 8;
    private static final int IV_BYTES = 12;

    int run(KeyView key, CipherSpec spec, Input input, byte[] output) throws EngineFault {
        byte[] iv = input.iv();
        if (iv == null) {
            throw new EngineFault(Reason.MISSING_IV, "ChaCha20 needs a nonce.");
        }
        if ((iv.length != SHORT_IV_BYTES && iv.length != IV_BYTES) || spec.tagLengthBytes() != 0
                || spec.padding() != Padding.NONE || input.associated() != null) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "ChaCha20 has a nonce of 8 or 12 bytes, no padding, and no tag.");
        }
        byte[] copy = new byte[key.length()];
        MemorySegment.copy(key.bytes(), ValueLayout.JAVA_BYTE, 0, copy, 0, copy.length);
        try {
            CryptoModule.current().chaCha20(copy, iv, spec.initialCounter(), input.data(),
                    input.length(), output);
            return input.length();
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }
}
