package io.sallyport.kmip.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS contexts with a client certificate, from the files that a server's operator hands out. */
public final class TlsContexts {
    private static final List<String> KEY_ALGORITHMS = List.of("EC", "RSA", "EdDSA");
    private static final String BEGIN_KEY = "-----BEGIN PRIVATE KEY-----";
    private static final String END_KEY = "-----END PRIVATE KEY-----";

    private TlsContexts() {}

    /**
     * The client's key and certificate out of a PKCS#12 file, trust out of a PEM file.
     *
     * @throws GeneralSecurityException if a file does not hold what it should
     */
    public static SSLContext ofPkcs12(Path store, char[] password, Path trusted)
            throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password);
        }
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance("PKIX");
        keyManagers.init(keys, password);
        return context(keyManagers.getKeyManagers(), trusted);
    }

    /**
     * Everything out of PEM files: trusted authorities, the client's chain, its key (PKCS#8, not
     * encrypted).
     *
     * @throws GeneralSecurityException if a file does not hold what it should
     */
    public static SSLContext ofPem(Path trusted, Path certificate, Path privateKey)
            throws GeneralSecurityException, IOException {
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate one : certificates(certificate)) {
            chain.add((X509Certificate) one);
        }
        return context(new KeyManager[]{new OneKey(privateKey(privateKey), chain)}, trusted);
    }

    private static SSLContext context(KeyManager[] keys, Path trusted)
            throws GeneralSecurityException, IOException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, new char[0]);
        int count = 0;
        for (Certificate authority : certificates(trusted)) {
            trust.setCertificateEntry("trusted-" + count++, authority);
        }
        TrustManagerFactory trustManagers = TrustManagerFactory.getInstance("PKIX");
        trustManagers.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trustManagers.getTrustManagers(), null);
        return context;
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in);
            if (found.isEmpty()) {
                throw new CertificateException("There is no certificate in " + file + ".");
            }
            return found;
        }
    }

    private static PrivateKey privateKey(Path file) throws GeneralSecurityException, IOException {
        byte[] pem = Files.readAllBytes(file);
        byte[] der = der(pem, file);
        Arrays.fill(pem, (byte) 0);
        try {
            InvalidKeySpecException last = null;
            for (String algorithm : KEY_ALGORITHMS) {
                try {
                    return KeyFactory.getInstance(algorithm)
                            .generatePrivate(new PKCS8EncodedKeySpec(der));
                } catch (InvalidKeySpecException otherAlgorithm) {
                    last = otherAlgorithm;
                }
            }
            throw new InvalidKeySpecException("The key in " + file + " is of no known algorithm.",
                    last);
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }

    private static byte[] der(byte[] pem, Path file) throws InvalidKeySpecException {
        int begin = find(pem, BEGIN_KEY);
        int end = find(pem, END_KEY);
        if (begin < 0 || end < begin) {
            throw new InvalidKeySpecException("There is no PKCS#8 private key in " + file + ".");
        }
        byte[] body = Arrays.copyOfRange(pem, begin + BEGIN_KEY.length(), end);
        try {
            return Base64.getMimeDecoder().decode(body);
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    private static int find(byte[] text, String word) {
        byte[] wanted = word.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at + wanted.length <= text.length; at++) {
            if (Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
