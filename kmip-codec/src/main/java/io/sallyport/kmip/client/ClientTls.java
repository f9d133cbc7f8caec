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
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of mutual TLS out of files: whom to trust and who to be. TLS 1.2 and 1.3 as
 * the JDK has them; the caller turns on endpoint identification on its socket.
 *
 * <p>
 * A file that can't be read or understood is an {@link IOException} whose message names the file.
 */
public final class ClientTls {
    private static final String ENTRY = "client";

    private ClientTls() {}

    /**
     * Reads PEM files.
     *
     * @param caCertificates one or more certificates that a gateway's certificate may come from
     * @param certificates the client's certificate, and those between it and its issuer
     * @param key the client's private key: PKCS #8, not encrypted; EC, RSA or Edwards curve
     */
    public static SSLContext fromPem(Path caCertificates, Path certificates, Path key)
            throws IOException {
        char[] password = new char[0];
        try {
            KeyStore store = emptyStore();
            Certificate[] chain = certificatesIn(certificates).toArray(Certificate[]::new);
            store.setKeyEntry(ENTRY, privateKeyIn(key), password, chain);
            return context(store, password, caCertificates);
        } catch (GeneralSecurityException e) {
            throw new IOException(certificates + " and " + key
                    + " do not make a TLS client: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a PKCS #12 file for certificate and private key.
     *
     * @param caCertificates PEM file as above; null to trust the certificates of the PKCS #12 file
     */
    public static SSLContext fromPkcs12(Path pkcs12, char[] password,
            @Nullable Path caCertificates) throws IOException {
        try (InputStream in = Files.newInputStream(pkcs12)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return context(store, password, caCertificates);
        } catch (GeneralSecurityException e) {
            throw new IOException(pkcs12 + " does not make a TLS client: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IOException(pkcs12 + " can't be read as PKCS #12: " + e.getMessage(), e);
        }
    }

    private static SSLContext context(KeyStore identity, char[] password,
            @Nullable Path caCertificates) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory
                .getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(identity, password);
        TrustManagerFactory trust = TrustManagerFactory
                .getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(caCertificates == null ? identity : trusted(caCertificates));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore trusted(Path caCertificates)
            throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        int number = 0;
        for (Certificate certificate : certificatesIn(caCertificates)) {
            store.setCertificateEntry("ca-" + number++, certificate);
        }
        return store;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificatesIn(Path pem) throws IOException {
        try (InputStream in = Files.newInputStream(pem)) {
            Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in);
            if (found.isEmpty()) {
                throw new IOException(pem + " holds no certificate.");
            }
            return found;
        } catch (GeneralSecurityException e) {
            throw new IOException(pem + " does not hold PEM certificates: " + e.getMessage(), e);
        }
    }

    private static PrivateKey privateKeyIn(Path pem) throws IOException, GeneralSecurityException {
        byte[] text = Files.readAllBytes(pem);
        byte[] pkcs8 = new byte[0];
        try {
            pkcs8 = decodePrivateKey(pem, text);
            return privateKey(pem, pkcs8);
        } finally {
            Arrays.fill(text, (byte) 0);
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    private static PrivateKey privateKey(Path pem, byte[] pkcs8)
            throws IOException, GeneralSecurityException {
        InvalidKeySpecException last = new InvalidKeySpecException("no algorithm");
        for (String algorithm : new String[]{"EC", "RSA", "EdDSA"}) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException e) {
                last = e; // a key of another algorithm, if the next one takes it
            }
        }
        throw new IOException(pem + " holds a private key that is neither EC, RSA nor EdDSA.",
                last);
    }

    /** From bytes to bytes: the key never becomes a String, which could not be wiped. */
    private static byte[] decodePrivateKey(Path pem, byte[] text) throws IOException {
        int begin = after(text, "-----BEGIN PRIVATE KEY-----", 0);
        int end = begin < 0 ? -1 : indexOf(text, "-----END PRIVATE KEY-----", begin);
        if (end < 0) {
            throw new IOException(pem + " holds no PKCS #8 private key in PEM form "
                    + "(BEGIN PRIVATE KEY).");
        }
        byte[] base64 = Arrays.copyOfRange(text, begin, end);
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IOException(pem + " is not valid PEM.", e);
        } finally {
            Arrays.fill(base64, (byte) 0);
        }
    }

    private static int after(byte[] text, String marker, int from) {
        int start = indexOf(text, marker, from);
        return start < 0 ? -1 : start + marker.length();
    }

    private static int indexOf(byte[] text, String marker, int from) {
        byte[] wanted = marker.getBytes(StandardCharsets.US_ASCII);
        for (int i = from; i <= text.length - wanted.length; i++) {
            if (Arrays.equals(text, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
