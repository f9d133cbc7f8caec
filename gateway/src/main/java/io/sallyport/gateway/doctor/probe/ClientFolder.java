package io.sallyport.gateway.doctor.probe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.doctor.FileFinding.CertificateUnreadable;
import io.sallyport.gateway.doctor.FileFinding.FileMissing;
import io.sallyport.gateway.doctor.FileFinding.FileUnreadable;
import io.sallyport.gateway.doctor.FileFinding.KeyMismatch;
import io.sallyport.gateway.doctor.FileFinding.KeyOpenToOthers;
import io.sallyport.gateway.doctor.FileFinding.StorePasswordWrong;
import io.sallyport.gateway.doctor.FileFinding.StoreWithoutKey;
import io.sallyport.gateway.doctor.Finding;

/**
 * The files of a database: its authorities, its certificate and its key, as far as they can be
 * read, and what is wrong with them. Holds a private key; prints nothing of it. Immutable.
 */
final class ClientFolder {
    private static final String AUTHORITIES = "ca.pem";
    private static final String CERTIFICATE = "client.pem";
    private static final String KEY = "client-key.pem";
    private static final String STORE = "client.p12";
    private static final Set<PosixFilePermission> OTHERS = Set.copyOf(
            PosixFilePermissions.fromString("---rwxrwx"));

    private final List<X509Certificate> authorities;
    private final List<X509Certificate> chain;
    private final @Nullable PrivateKey key;
    private final List<Finding> findings;

    private ClientFolder(List<X509Certificate> authorities, List<X509Certificate> chain,
            @Nullable PrivateKey key, List<Finding> findings) {
        this.authorities = List.copyOf(authorities);
        this.chain = List.copyOf(chain);
        this.key = key;
        this.findings = List.copyOf(findings);
    }

    /** Reads {@code ca.pem}, {@code client.pem} and {@code client-key.pem}. */
    static ClientFolder pem(Path folder) {
        List<Finding> findings = new ArrayList<>();
        List<X509Certificate> authorities = certificates(folder.resolve(AUTHORITIES), findings);
        Path certificate = folder.resolve(CERTIFICATE);
        List<X509Certificate> chain = certificates(certificate, findings);
        Path keyFile = folder.resolve(KEY);
        PrivateKey key = null;
        if (isReadable(keyFile, findings)) {
            checkMode(keyFile, findings);
            ClientKeyFile read = ClientKeyFile.read(keyFile);
            findings.addAll(read.findings());
            key = read.key();
        }
        if (key != null && !chain.isEmpty() && !KeyPairs.fit(key, chain.getFirst())) {
            findings.add(new KeyMismatch(certificate.toString(), keyFile.toString()));
            key = null;
        }
        return new ClientFolder(authorities, chain, chain.isEmpty() ? null : key, findings);
    }

    /**
     * Reads {@code ca.pem} and {@code client.p12}.
     *
     * @param password not kept, not cleared
     */
    static ClientFolder pkcs12(Path folder, char[] password) {
        List<Finding> findings = new ArrayList<>();
        List<X509Certificate> authorities = certificates(folder.resolve(AUTHORITIES), findings);
        Path file = folder.resolve(STORE);
        List<X509Certificate> chain = new ArrayList<>();
        PrivateKey key = null;
        if (isReadable(file, findings)) {
            checkMode(file, findings);
            try (InputStream in = Files.newInputStream(file)) {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(in, password);
                key = take(store, password, chain);
                if (key == null) {
                    findings.add(new StoreWithoutKey(file.toString()));
                }
            } catch (IOException e) {
                findings.add(e.getCause() instanceof UnrecoverableKeyException
                        ? new StorePasswordWrong(file.toString())
                        : new StoreWithoutKey(file.toString()));
            } catch (GeneralSecurityException _) {
                findings.add(new StoreWithoutKey(file.toString()));
            }
        }
        return new ClientFolder(authorities, chain, key, findings);
    }

    /** Whom the database trusts; empty if that can't be read. */
    List<X509Certificate> authorities() {
        return authorities;
    }

    /** The database's certificate first; empty if it can't be read. */
    List<X509Certificate> chain() {
        return chain;
    }

    /** The key of the certificate; null if there is none that fits. */
    @Nullable
    PrivateKey key() {
        return key;
    }

    /** What is wrong with the files. */
    List<Finding> findings() {
        return findings;
    }

    private static @Nullable PrivateKey take(KeyStore store, char[] password,
            List<X509Certificate> chain) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            Key key = store.getKey(alias, password);
            Certificate[] found = store.getCertificateChain(alias);
            if (key instanceof PrivateKey own && found != null) {
                for (Certificate one : found) {
                    chain.add((X509Certificate) one);
                }
                return own;
            }
        }
        return null;
    }

    private static List<X509Certificate> certificates(Path file, List<Finding> findings) {
        if (!isReadable(file, findings)) {
            return List.of();
        }
        List<X509Certificate> found = new ArrayList<>();
        try {
            byte[] content = Files.readAllBytes(file);
            for (Certificate one : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(content))) {
                found.add((X509Certificate) one);
            }
        } catch (CertificateException _) {
            found.clear();
        } catch (IOException _) {
            findings.add(new FileUnreadable(file.toString()));
            return List.of();
        }
        if (found.isEmpty()) {
            findings.add(new CertificateUnreadable(file.toString()));
        }
        return found;
    }

    private static boolean isReadable(Path file, List<Finding> findings) {
        if (Files.isReadable(file) && Files.isRegularFile(file)) {
            return true;
        }
        findings.add(Files.exists(file)
                ? new FileUnreadable(file.toString())
                : new FileMissing(file.toString()));
        return false;
    }

    private static void checkMode(Path file, List<Finding> findings) {
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
            if (!Collections.disjoint(mode, OTHERS)) {
                findings.add(new KeyOpenToOthers(file.toString(),
                        PosixFilePermissions.toString(mode)));
            }
        } catch (IOException | UnsupportedOperationException _) {
            return; // a file system without modes has nothing to say about them
        }
    }
}
