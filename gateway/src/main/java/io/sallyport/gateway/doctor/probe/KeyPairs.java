package io.sallyport.gateway.doctor.probe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;

/** Whether keys belong together. Stateless. */
final class KeyPairs {
    private static final byte[] SAMPLE = "sallyport doctor".getBytes(StandardCharsets.US_ASCII);

    private KeyPairs() {}

    /** Whether what the key signs is verified with the certificate. */
    static boolean fit(PrivateKey key, X509Certificate certificate) {
        String algorithm = switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> key.getAlgorithm();
        };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(SAMPLE);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(SAMPLE);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false; // another algorithm, or another curve
        }
    }
}
