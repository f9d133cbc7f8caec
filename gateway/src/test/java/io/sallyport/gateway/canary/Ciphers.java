package io.sallyport.gateway.canary;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES as the JDK has it, to check what the engine made. Stateless. */
final class Ciphers {
    static final int CBC_IV_BYTES = 16;
    static final int GCM_IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private Ciphers() {}

    /** Encrypts or decrypts, with GCM or with CBC and PKCS5 padding. */
    static byte[] run(boolean gcm, int direction, byte[] key, byte[] iv, byte[] data)
            throws GeneralSecurityException {
        AlgorithmParameterSpec parameters = gcm
                ? new GCMParameterSpec(TAG_BITS, iv)
                : new IvParameterSpec(iv);
        Cipher cipher = Cipher.getInstance(gcm ? "AES/GCM/NoPadding" : "AES/CBC/PKCS5Padding");
        cipher.init(direction, new SecretKeySpec(key, "AES"), parameters);
        return cipher.doFinal(data);
    }

    /** A key out of its AES key wrap. */
    static byte[] unwrapped(byte[] wrappingKey, byte[] wrapped) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AESWrap");
        cipher.init(Cipher.UNWRAP_MODE, new SecretKeySpec(wrappingKey, "AES"));
        return cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
    }
}
