package io.sallyport.gateway.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;

import io.sallyport.gateway.port.ProvisioningPort.NoAuthorityException;

/**
 * The built-in authority in its files. The key is read for one signature and kept by nobody; where
 * its file is not there, nothing is issued. Waits for the disk: not for event loops. Safe for every
 * thread.
 *
 * @param certificate file of the authority's certificate
 * @param key file of its key
 * @param validity of what is issued
 */
public record AuthorityFiles(Path certificate, Path key, Duration validity, Clock clock) {

    /**
     * A certificate for a client, as {@link CertificateAuthority#certifyClient} has it.
     *
     * @throws GeneralSecurityException if the key can't be read, or is not that of the certificate
     */
    X509Certificate certifyClient(String name, PublicKey publicKey)
            throws IOException, GeneralSecurityException, NoAuthorityException {
        if (!Files.exists(key)) {
            throw new NoAuthorityException();
        }
        CertificateAuthority authority =
                new CertificateAuthority(PemFiles.read(certificate, key), clock);
        X509Certificate issued = authority.certifyClient(name, publicKey, validity);
        issued.verify(authority.certificate().getPublicKey());
        return issued;
    }
}
