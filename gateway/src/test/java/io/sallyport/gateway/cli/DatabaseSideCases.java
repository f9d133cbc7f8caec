package io.sallyport.gateway.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.doctor.ClientCertificateFinding;
import io.sallyport.gateway.doctor.ClockFinding;
import io.sallyport.gateway.doctor.Diagnosis;
import io.sallyport.gateway.doctor.FileFinding;
import io.sallyport.gateway.doctor.Finding;
import io.sallyport.gateway.doctor.KmipFinding;
import io.sallyport.gateway.doctor.ReachFinding;
import io.sallyport.gateway.doctor.ServerCertificateFinding;
import io.sallyport.gateway.doctor.TlsFinding;
import io.sallyport.gateway.doctor.probe.DatabaseSide;
import io.sallyport.gateway.doctor.probe.Question;
import io.sallyport.gateway.doctor.probe.Target;
import io.sallyport.gateway.identity.AlternativeName;
import io.sallyport.gateway.identity.CertificateAuthority;
import io.sallyport.gateway.identity.Identity;
import io.sallyport.gateway.identity.PemFiles;

/** What is wrong on the database's machine, or looks like that from there. */
final class DatabaseSideCases {
    private static final byte[] HANDSHAKE_FAILURE = {21, 3, 3, 0, 2, 2, 40};
    private static final byte[] PROTOCOL_VERSION = {21, 3, 3, 0, 2, 2, 70};
    /** A label is at most 63 long, so no name server is asked for this. */
    private static final String NO_HOST = "a".repeat(64) + ".invalid";

    private final DoctorBench bench;
    private final List<DoctorCase> cases = new ArrayList<>();

    private DatabaseSideCases(DoctorBench bench) {
        this.bench = bench;
    }

    static List<DoctorCase> of(DoctorBench bench) {
        DatabaseSideCases all = new DatabaseSideCases(bench);
        all.files();
        all.certificates();
        all.ports();
        all.rest();
        return all.cases;
    }

    private void add(String name, Class<? extends Finding> expected,
            DoctorCase.Examination examination) {
        cases.add(new DoctorCase(name, expected, examination));
    }

    private void files() {
        add("no client certificate", FileFinding.FileMissing.class, () -> {
            Path files = copy("no-certificate");
            Files.delete(files.resolve("client.pem"));
            return bench.fromDatabase(files);
        });
        add("no certificate in the file", FileFinding.CertificateUnreadable.class, () -> {
            Path files = copy("empty-certificate");
            Files.writeString(files.resolve("client.pem"), "no certificate");
            return bench.fromDatabase(files);
        });
        add("key does not match", FileFinding.KeyMismatch.class, () -> {
            Path files = copy("mismatch");
            Path key = files.resolve("client-key.pem");
            Files.delete(key);
            PemFiles.writeKey(key, issue("mismatch", Instant.now(), Duration.ofDays(90)).key());
            return bench.fromDatabase(files);
        });
        add("encrypted key", FileFinding.KeyEncrypted.class, () -> {
            Path files = copy("encrypted");
            DoctorFiles.replace(files.resolve("client-key.pem"),
                    DoctorFiles.encrypted(databaseIdentity().key()));
            return bench.fromDatabase(files);
        });
        add("key in the form of SEC 1", FileFinding.KeyOldForm.class, () -> {
            Path files = copy("old-form");
            DoctorFiles.replace(files.resolve("client-key.pem"),
                    DoctorFiles.sec1(databaseIdentity().key()));
            return bench.fromDatabase(files);
        });
        add("key in the form of PKCS#1", FileFinding.KeyOldForm.class, this::pkcs1);
        add("no key in the file", FileFinding.KeyUnreadable.class, () -> {
            Path files = copy("no-key");
            DoctorFiles.replace(files.resolve("client-key.pem"), "no key");
            return bench.fromDatabase(files);
        });
        add("key open to others", FileFinding.KeyOpenToOthers.class, () -> {
            Path files = copy("open");
            Files.setPosixFilePermissions(files.resolve("client-key.pem"),
                    PosixFilePermissions.fromString("rw-r--r--"));
            return bench.fromDatabase(files);
        });
        add("wrong password of the p12", FileFinding.StorePasswordWrong.class,
                () -> withPassword("nosecret"));
    }

    private void certificates() {
        add("wrong CA file", ServerCertificateFinding.ServerUntrusted.class,
                () -> withAuthority("wrong-ca", CertificateAuthority
                        .create("Another CA", Clock.systemUTC()).certificate()));
        add("CA file of the same name", ServerCertificateFinding.ServerUntrusted.class,
                () -> withAuthority("namesake-ca",
                        DoctorFiles.namesake(authority()).certificate()));
        add("client certificate expired", ClientCertificateFinding.ClientExpired.class,
                () -> bench.fromDatabase(write("expired", issue("expired",
                        Instant.now().minus(Duration.ofDays(3)), Duration.ofDays(1)))));
        add("client certificate not yet valid", ClientCertificateFinding.ClientNotYetValid.class,
                () -> bench.fromDatabase(write("early", issue("early",
                        Instant.now().plus(Duration.ofDays(2)), Duration.ofDays(90)))));
        add("client certificate ends soon", ClientCertificateFinding.ClientExpiresSoon.class,
                () -> {
                    Identity client = issue("soon", Instant.now(), Duration.ofDays(5));
                    bench.files().enrol("soon", client.certificate());
                    return bench.fromDatabase(write("soon", client));
                });
        add("client certificate not enrolled", ClientCertificateFinding.ClientNotAccepted.class,
                () -> bench.fromDatabase(write("stranger", issue("database", Instant.now(),
                        Duration.ofDays(90)))));
        add("client revoked", ClientCertificateFinding.ClientNotAccepted.class, () -> {
            Path files = bench.database().resolveSibling("revoked");
            bench.addClient("revoked", files);
            Ran.command("client", "revoke", "revoked", "--home", bench.home());
            return bench.fromDatabase(files);
        });
        add("client of another authority", ClientCertificateFinding.ClientOfOtherAuthority.class,
                () -> bench.fromDatabase(write("other-authority", CertificateAuthority
                        .create("Another CA", Clock.systemUTC())
                        .issueClient("database", List.of(), Duration.ofDays(90)))));
        add("client of an authority of the same name",
                ClientCertificateFinding.ClientOfOtherAuthority.class,
                () -> bench.fromDatabase(write("namesake", DoctorFiles.namesake(authority())
                        .issueClient("database", List.of(), Duration.ofDays(90)))));
        add("certificate for servers only", ClientCertificateFinding.ClientPurposeWrong.class,
                () -> bench.fromDatabase(write("purpose", bench.files().authority(Instant.now())
                        .issueServer(List.of(AlternativeName.parse("database")),
                                Duration.ofDays(90)))));
    }

    private void ports() {
        add("nothing at the port", ReachFinding.PortRefused.class, () -> {
            int port;
            try (FakeServer gone = FakeServer.greeting("")) {
                port = gone.port();
            }
            return at(DoctorBench.HOST, port);
        });
        add("the HTTPS port", ReachFinding.HttpsPort.class,
                // A web server does not answer KMIP: this waits for as long as the doctor does.
                () -> DatabaseSide.examine(
                        new Target(DoctorBench.HOST, bench.gateway().httpsPort()),
                        bench.database(), null, Question.plain(), Clock.systemUTC()));
        add("another service with a banner", ReachFinding.OtherService.class, () -> {
            try (FakeServer ssh = FakeServer.greeting("SSH-2.0-OpenSSH_9.2\r\n")) {
                return at(DoctorBench.HOST, ssh.port());
            }
        });
        add("a web server without TLS", ReachFinding.PlainHttp.class, () -> {
            try (FakeServer web = FakeServer.answering(_ -> bytes("HTTP/1.1 400 Bad\r\n\r\n"))) {
                return at(DoctorBench.HOST, web.port());
            }
        });
        add("KMIP without TLS", ReachFinding.PlainKmip.class, () -> {
            try (FakeServer kmip = FakeServer.answering(request -> request[0] == 0x42
                    ? new byte[]{0x42, 0, 0x7B, 1, 0, 0, 0, 0}
                    : null)) {
                return at(DoctorBench.HOST, kmip.port());
            }
        });
        add("nothing is said", ReachFinding.NothingSaid.class, () -> {
            try (FakeServer silent = FakeServer.answering(_ -> null)) {
                return at(DoctorBench.HOST, silent.port());
            }
        });
        add("name does not resolve", ReachFinding.HostUnknown.class,
                () -> at(NO_HOST, bench.gateway().kmipPort()));
        add("no cipher in common, from here", TlsFinding.NoCommonSuite.class, () -> {
            try (FakeServer tls = FakeServer.answering(_ -> HANDSHAKE_FAILURE)) {
                return at(DoctorBench.HOST, tls.port());
            }
        });
        add("no version in common, from here", TlsFinding.NoCommonVersion.class, () -> {
            try (FakeServer tls = FakeServer.answering(_ -> PROTOCOL_VERSION)) {
                return at(DoctorBench.HOST, tls.port());
            }
        });
    }

    private void rest() {
        add("clock a day late", ClockFinding.ClockOff.class, () -> withClock(Duration.ofDays(-1)));
        add("clock a day early", ClockFinding.ClockOff.class, () -> withClock(Duration.ofDays(1)));
        add("clock drifts", ClockFinding.ClockDrifts.class,
                () -> withClock(Duration.ofMinutes(5)));
        add("protocol version 3.0", KmipFinding.VersionNotServed.class,
                () -> bench.fromDatabase(bench.database(), DoctorBench.patient().in(3, 0)));
        add("protocol version 1.9", KmipFinding.VersionNotServed.class,
                () -> bench.fromDatabase(bench.database(), DoctorBench.patient().in(1, 9)));
    }

    private Diagnosis at(String host, int port) {
        return DatabaseSide.examine(new Target(host, port), bench.database(), null,
                DoctorBench.patient(), Clock.systemUTC());
    }

    /** A client that brings its own RSA key, in the old form. */
    private Diagnosis pkcs1() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Identity client = new Identity(bench.files().authority(Instant.now())
                .certifyClient("rsa", pair.getPublic(), Duration.ofDays(90)), pair.getPrivate());
        bench.files().enrol("rsa", client.certificate());
        Path files = write("pkcs1", client);
        DoctorFiles.replace(files.resolve("client-key.pem"),
                DoctorFiles.pkcs1(pair.getPrivate()));
        return bench.fromDatabase(files);
    }

    private Diagnosis withClock(Duration off) {
        return DatabaseSide.examine(bench.target(), bench.database(), null, DoctorBench.patient(),
                Clock.offset(Clock.systemUTC(), off));
    }

    private Diagnosis withPassword(String password) {
        return DatabaseSide.examine(bench.target(), bench.database(), password.toCharArray(),
                DoctorBench.patient(), Clock.systemUTC());
    }

    private Diagnosis withAuthority(String name, X509Certificate authority) throws Exception {
        Path files = copy(name);
        Files.delete(files.resolve("ca.pem"));
        PemFiles.writeCertificates(files.resolve("ca.pem"), authority);
        return bench.fromDatabase(files);
    }

    private X509Certificate authority() throws Exception {
        return bench.files().authority(Instant.now()).certificate();
    }

    private Identity issue(String name, Instant then, Duration validity) throws Exception {
        return bench.files().authority(then).issueClient(name, List.of(), validity);
    }

    private Identity databaseIdentity() throws Exception {
        return PemFiles.read(bench.database().resolve("client.pem"),
                bench.database().resolve("client-key.pem"));
    }

    private Path write(String name, Identity client) throws Exception {
        return bench.files().write(name, client, authority());
    }

    private Path copy(String name) throws Exception {
        return bench.files().copy(bench.database(), name);
    }

    private static byte @Nullable [] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
