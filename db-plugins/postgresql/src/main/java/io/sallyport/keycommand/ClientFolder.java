package io.sallyport.keycommand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.Set;

import javax.net.ssl.SSLContext;

import io.sallyport.kmip.client.TlsContexts;

/** The files by which a database proves who it is, as {@code sallyport client add} wrote them. */
record ClientFolder(Path folder) {
    private static final String KEY = "client-key.pem";
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    /**
     * Trust and identity for TLS.
     *
     * @throws KeyCommandException if a file is missing or wrong, or if everybody on this machine
     *         could be this client
     */
    SSLContext tls() throws KeyCommandException {
        Path key = folder.resolve(KEY);
        try {
            if (Files.getPosixFilePermissions(key).stream().anyMatch(OTHERS::contains)) {
                throw new KeyCommandException(key + " can be read or written by every user of"
                        + " this machine; make it private (chmod 600), and if others may have read"
                        + " it, have the gateway's operator issue another.");
            }
            return TlsContexts.ofPem(folder.resolve("ca.pem"), folder.resolve("client.pem"), key);
        } catch (NoSuchFileException e) {
            throw new KeyCommandException(e.getFile() + " is missing; --client must name the"
                    + " folder that 'sallyport client add' wrote.", e);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyCommandException("The client's files in " + folder
                    + " can't be used: " + e.getMessage(), e);
        }
    }
}
