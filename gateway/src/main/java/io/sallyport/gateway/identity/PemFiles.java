package io.sallyport.gateway.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** Certificates and keys as PEM files (RFC 7468); keys are PKCS #8 and private to their owner. */
public final class PemFiles {
    private static final String KEY_BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String KEY_END = "-----END PRIVATE KEY-----";
    private static final byte[] LINE_END = {'\n'};

    private PemFiles() {}

    /** Writes certificates, one after the other, readable for everybody who reaches the folder. */
    public static void writeCertificates(Path file, X509Certificate... certificates)
            throws IOException, GeneralSecurityException {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            text.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder(64, LINE_END)
                            .encodeToString(certificate.getEncoded()))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        PrivateFiles.write(file, text.toString().getBytes(StandardCharsets.US_ASCII),
                PrivateFiles.PUBLIC_MODE);
    }

    /** Writes a private key with mode 0600. */
    public static void writeKey(Path file, PrivateKey key) throws IOException {
        byte[] der = key.getEncoded();
        byte[] body = Base64.getMimeEncoder(64, LINE_END).encode(der);
        byte[] head = (KEY_BEGIN + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] tail = ("\n" + KEY_END + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + body.length + tail.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        System.arraycopy(tail, 0, all, head.length + body.length, tail.length);
        try {
            PrivateFiles.write(file, all, PrivateFiles.PRIVATE_MODE);
        } finally {
            Arrays.fill(der, (byte) 0);
            Arrays.fill(body, (byte) 0);
            Arrays.fill(all, (byte) 0);
        }
    }

    /** Reads a certificate and its key. */
    public static Identity read(Path certificate, Path key)
            throws IOException, GeneralSecurityException {
        return new Identity(readCertificate(certificate), readKey(key));
    }

    /** Reads the first certificate of a file. */
    public static X509Certificate readCertificate(Path file)
            throws IOException, GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    /** The key is never in a String, which nobody can wipe. */
    private static PrivateKey readKey(Path file) throws IOException, GeneralSecurityException {
        byte[] text = Files.readAllBytes(file);
        byte[] body = new byte[0];
        byte[] der = body;
        try {
            int begin = indexOf(text, KEY_BEGIN);
            int end = indexOf(text, KEY_END);
            if (begin < 0 || end < begin + KEY_BEGIN.length()) {
                throw new GeneralSecurityException("There is no PKCS #8 key in " + file + ".");
            }
            body = Arrays.copyOfRange(text, begin + KEY_BEGIN.length(), end);
            der = Base64.getMimeDecoder().decode(body);
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IllegalArgumentException unreadable) {
            throw new GeneralSecurityException("The key in " + file + " can't be read.");
        } finally {
            Arrays.fill(text, (byte) 0);
            Arrays.fill(body, (byte) 0);
            Arrays.fill(der, (byte) 0);
        }
    }

    private static int indexOf(byte[] text, String line) {
        byte[] wanted = line.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at <= text.length - wanted.length; at++) {
            if (Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
