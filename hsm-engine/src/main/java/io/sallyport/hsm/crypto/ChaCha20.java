package io.sallyport.hsm.crypto;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

import org.bouncycastle.crypto.engines.ChaCha7539Engine;
import org.bouncycastle.crypto.engines.ChaChaEngine;
import org.bouncycastle.crypto.engines.Salsa20Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.crypto.SymmetricCiphers.Input;

/**
 * ChaCha20 without authentication, by Bouncy Castle, because the JDK has it with the nonce of RFC
 * 8439 (12 bytes) only and KMIP's cases use the original one (8 bytes). Stateless.
 */
final class ChaCha20 {
    private static final int BLOCK = 64;
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
        Salsa20Engine engine = iv.length == SHORT_IV_BYTES ? new ChaChaEngine()
                : new ChaCha7539Engine();
        byte[] copy = new byte[key.length()];
        MemorySegment.copy(key.bytes(), ValueLayout.JAVA_BYTE, 0, copy, 0, copy.length);
        KeyParameter parameter = new KeyParameter(copy);
        try {
            engine.init(true, new ParametersWithIV(parameter, iv));
            engine.seekTo(Integer.toUnsignedLong(spec.initialCounter()) * BLOCK);
            engine.processBytes(input.data(), 0, input.length(), output, 0);
            return input.length();
        } finally {
            Arrays.fill(copy, (byte) 0);
            Arrays.fill(parameter.getKey(), (byte) 0);
            engine.init(true, new ParametersWithIV(parameter, iv));
        }
    }
}
