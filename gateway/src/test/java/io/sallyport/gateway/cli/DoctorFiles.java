package io.sallyport.gateway.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemObjectGenerator;

import io.sallyport.gateway.admin.LocalAdministration;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.home.Home.Place;
import io.sallyport.gateway.identity.AlternativeName;
import io.sallyport.gateway.identity.CertificateAuthority;
import io.sallyport.gateway.identity.ClientFiles;
import io.sallyport.gateway.identity.Fingerprint;
import io.sallyport.gateway.identity.Identity;
import io.sallyport.gateway.identity.PemFiles;
import io.sallyport.gateway.identity.PrivateFiles;
import io.sallyport.gateway.journal.Journal;
import io.sallyport.gateway.journal.JournalLimits;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.port.EnrolledCertificate;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.store.ObjectCache;
import io.sallyport.gateway.store.Store;

/** Files of databases and gateways that the command line would not make. */
final class DoctorFiles {
    static final char[] PASSWORD = "changeit".toCharArray();

    private final Path home;
    private final Path folder;

    DoctorFiles(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    /** The authority of the home, at that time. */
    CertificateAuthority authority(Instant then) throws Exception {
        Home opened = Home.open(home);
        return new CertificateAuthority(
                PemFiles.read(opened.path(Place.CA_CERTIFICATE), opened.path(Place.CA_KEY)),
                Clock.fixed(then, ZoneOffset.UTC));
    }

    /** Another authority of the same name. */
    static CertificateAuthority namesake(X509Certificate of) throws Exception {
        String name = of.getSubjectX500Principal().getName();
        return CertificateAuthority.create(name.substring(3, name.indexOf(',')),
                Clock.systemUTC());
    }

    /** A folder for a database with these certificates, as PEM files. */
    Path write(String name, Identity client, X509Certificate authority) throws Exception {
        Path out = folder.resolve(name);
        PrivateFiles.createFolder(out);
        PemFiles.writeCertificates(out.resolve("ca.pem"), authority);
        PemFiles.writeCertificates(out.resolve("client.pem"), client.certificate());
        PemFiles.writeKey(out.resolve("client-key.pem"), client.key());
        return out;
    }

    /** A copy of the folder of a database. */
    Path copy(Path files, String name) throws IOException {
        Path out = Files.createDirectory(folder.resolve(name));
        for (String file : ClientFiles.NAMES) {
            Files.copy(files.resolve(file), out.resolve(file));
        }
        Files.setPosixFilePermissions(out.resolve("client-key.pem"),
                Files.getPosixFilePermissions(files.resolve("client-key.pem")));
        return out;
    }

    /** Puts text into a file, with mode 0600. */
    static void replace(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file,
                PrivateFiles.PRIVATE_MODE);
    }

    /** The key as PEM, encrypted with a password. */
    static String encrypted(PrivateKey key) throws Exception {
        return pem(new JcaPKCS8Generator(key,
                new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                        .setProvider(new BouncyCastleProvider()).setPassword(PASSWORD).build()));
    }

    /** An RSA key as PEM, in the form of PKCS#1. */
    static String pkcs1(PrivateKey key) throws Exception {
        return pem(new JcaMiscPEMGenerator(key));
    }

    /** A key on P-256 as PEM, in the form of SEC 1, as OpenSSL writes it. */
    static String sec1(PrivateKey key) throws Exception {
        return pem(new PemObject("EC PRIVATE KEY", new org.bouncycastle.asn1.sec.ECPrivateKey(256,
                ((ECPrivateKey) key).getS(), SECObjectIdentifiers.secp256r1).getEncoded()));
    }

    private static String pem(PemObjectGenerator object)
            throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }

    /** Gives the gateway another certificate; it shows it after its next start. */
    void serverCertificate(Instant issued, Duration validity, String name) throws Exception {
        Home opened = Home.open(home);
        Identity server = authority(issued)
                .issueServer(List.of(AlternativeName.parse(name)), validity);
        Files.delete(opened.path(Place.SERVER_CERTIFICATE));
        Files.delete(opened.path(Place.SERVER_KEY));
        PemFiles.writeCertificates(opened.path(Place.SERVER_CERTIFICATE), server.certificate());
        PemFiles.writeKey(opened.path(Place.SERVER_KEY), server.key());
    }

    /** Enrols a certificate as a client. */
    void enrol(String name, X509Certificate certificate) throws Exception {
        OperatorAccess.administer(Home.open(home), administration -> {
            try {
                administration.enrol(new EnrolledCertificate(name, "default", "CRYPTO_USER",
                        "default", Fingerprint.of(certificate),
                        certificate.getSerialNumber().toString(16),
                        certificate.getNotAfter().toInstant().getEpochSecond(),
                        certificate.getNotBefore().toInstant().getEpochSecond(), null));
            } catch (java.security.cert.CertificateEncodingException e) {
                throw new IOException(e);
            }
            return name;
        });
    }

    /** Writes a record of this time into the audit log, while no gateway runs. */
    void record(Instant time) throws Exception {
        Home opened = Home.open(home);
        AuditEvent event = LocalAdministration.operatorEvent(time.toEpochMilli(), "List Clients",
                null, Outcome.SUCCESS, null);
        try (Store store = Store.open(opened.path(Place.STORE),
                opened.config().domain().toString());
                Journal journal = Journal.open(store, new ObjectCache(0),
                        opened.config().node().toString(), JournalLimits.DEFAULT, _ -> {})) {
            journal.commit(new Submission(List.of(), List.of(event))).toCompletionStage()
                    .toCompletableFuture().get();
        }
    }
}
