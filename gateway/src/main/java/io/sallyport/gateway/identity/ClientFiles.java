package io.sallyport.gateway.identity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files that a new client takes home. */
public final class ClientFiles {
    /** The names, in the order in which they are written. */
    public static final List<String> NAMES = List.of("ca.pem", "client.pem", "client-key.pem",
            "client.p12");

    /** The alias of the key in {@code client.p12}. */
    public static final String ALIAS = "client";

    private ClientFiles() {}

    /**
     * The first of the files that exists in the folder already, or nothing.
     */
    public static Optional<Path> existing(Path folder) {
        return NAMES.stream().map(folder::resolve).filter(Files::exists).findFirst();
    }

    /**
     * Writes {@code ca.pem}, {@code client.pem}, {@code client-key.pem} (PKCS #8, 0600) and
     * {@code client.p12} (0600). Existing files are not replaced.
     *
     * @param password of the PKCS #12 file; not kept, not cleared
     */
    public static void write(Path folder, Identity client, X509Certificate authority,
            char[] password) throws IOException, GeneralSecurityException {
        PrivateFiles.createFolder(folder);
        PemFiles.writeCertificates(folder.resolve("ca.pem"), authority);
        PemFiles.writeCertificates(folder.resolve("client.pem"), client.certificate());
        PemFiles.writeKey(folder.resolve("client-key.pem"), client.key());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, client.key(), password,
                new Certificate[]{client.certificate(), authority});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        byte[] content = bytes.toByteArray();
        try {
            PrivateFiles.write(folder.resolve("client.p12"), content, PrivateFiles.PRIVATE_MODE);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }
}
