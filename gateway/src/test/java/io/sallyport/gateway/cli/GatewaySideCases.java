package io.sallyport.gateway.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import javax.net.ssl.SSLSocket;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.doctor.EnrolmentFinding;
import io.sallyport.gateway.doctor.Finding;
import io.sallyport.gateway.doctor.RefusalFinding;
import io.sallyport.gateway.doctor.RequestFinding;
import io.sallyport.gateway.identity.CertificateAuthority;
import io.sallyport.gateway.identity.Identity;
import io.sallyport.gateway.identity.PemFiles;
import io.sallyport.gateway.testing.RawConnection;
import io.sallyport.gateway.testing.Requests;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;

/** What only the gateway sees: how others knock at its door. */
final class GatewaySideCases {
    /** A ClientHello of TLS 1.1 with two suites, without extensions. */
    private static final byte[] TLS_1_1 = HexFormat.of().parseHex("160301002f0100002b0302"
            + "00".repeat(32) + "00" + "0004c014002f" + "0100");
    private static final int MINOR_VERSION_AT = 48;

    private final DoctorBench bench;
    private final List<DoctorCase> cases = new ArrayList<>();

    private GatewaySideCases(DoctorBench bench) {
        this.bench = bench;
    }

    static List<DoctorCase> of(DoctorBench bench) {
        GatewaySideCases all = new GatewaySideCases(bench);
        all.handshakes();
        all.certificates();
        all.messages();
        all.clients();
        return all.cases;
    }

    private void seen(String name, Class<? extends Finding> expected, @Nullable String client,
            DoctorBench.Trouble trouble) {
        cases.add(new DoctorCase(name, expected,
                () -> bench.afterTrouble(client, expected, trouble)));
    }

    private void handshakes() {
        seen("a client of TLS 1.1", RefusalFinding.SawOldTls.class, null, () -> plain(TLS_1_1));
        seen("no cipher in common", RefusalFinding.SawNoCommonSuite.class, null,
                () -> tls12("TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"));
        seen("a cipher for another kind of key", RefusalFinding.SawNoCommonSuite.class, null,
                () -> tls12("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"));
        seen("a plain-text KMIP client", RefusalFinding.SawPlainKmip.class, "database",
                () -> plain(Requests.discoverVersions()));
        seen("a web client without TLS", RefusalFinding.SawOtherProtocol.class, null,
                () -> plain("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        seen("a client that distrusts the gateway", RefusalFinding.SawClientDistrust.class,
                "database", () -> {
                    Path files = bench.files().write("distrusting", databaseIdentity(),
                            CertificateAuthority.create("Another CA", Clock.systemUTC())
                                    .certificate());
                    exchange(RawConnection.context(keys(databaseIdentity()),
                            files.resolve("ca.pem")), Requests.discoverVersions());
                });
    }

    private void certificates() {
        seen("a client without certificate", RefusalFinding.SawNoCertificate.class, "database",
                () -> exchange(RawConnection.context(null, authorityFile()),
                        Requests.discoverVersions()));
        seen("a certificate of another authority", RefusalFinding.SawUntrusted.class, null,
                () -> show(DoctorFiles
                        .namesake(bench.files().authority(Instant.now()).certificate())
                        .issueClient("database", List.of(), Duration.ofDays(90))));
        seen("an expired certificate", RefusalFinding.SawExpired.class, null,
                () -> show(bench.files().authority(Instant.now().minus(Duration.ofDays(3)))
                        .issueClient("database", List.of(), Duration.ofDays(1))));
        seen("a certificate that nobody enrolled", RefusalFinding.SawUnknown.class, "database",
                () -> show(bench.files().authority(Instant.now()).issueClient("database",
                        List.of(), Duration.ofDays(90))));
        seen("a revoked client, seen", RefusalFinding.SawRevoked.class, null,
                () -> show(revoked("former")));
    }

    private void messages() {
        seen("a message that is too large", RefusalFinding.SawTooLong.class, "database",
                () -> asDatabase(ByteBuffer.allocate(8).putInt(0x42007801).putInt(2 << 20)
                        .array()));
        seen("HTTP over good TLS", RefusalFinding.SawNoRequest.class, "database",
                () -> asDatabase("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        seen("a request in KMIP 3.0", RequestFinding.RequestVersion.class, "database",
                () -> asDatabase(Requests.encoded(Requests.message(KmipVersion.V3_0, 1,
                        Requests.item(Operation.DISCOVER_VERSIONS.code())))));
        seen("a request in KMIP 1.9", RequestFinding.RequestVersion.class, "database", () -> {
            byte[] request = Requests.discoverVersions();
            ByteBuffer.wrap(request).putInt(MINOR_VERSION_AT, 9);
            asDatabase(request);
        });
    }

    private void clients() {
        add("a client of an unknown name", EnrolmentFinding.ClientUnknown.class,
                () -> bench.fromGateway("nobody", Instant.now()));
        add("a revoked client, by name", EnrolmentFinding.ClientRevoked.class, () -> {
            Identity client = revoked("retired");
            return bench.afterTrouble("retired", EnrolmentFinding.ClientRevoked.class,
                    () -> show(client));
        });
        add("a client whose certificate ends soon", EnrolmentFinding.EnrolmentEnds.class, () -> {
            enrol("ending", Instant.now(), Duration.ofDays(5));
            return bench.fromGateway("ending", Instant.now());
        });
        add("an enrolled client that expired", EnrolmentFinding.EnrolmentExpired.class, () -> {
            Identity client = enrol("ended", Instant.now().minus(Duration.ofDays(3)),
                    Duration.ofDays(1));
            return bench.afterTrouble("ended", EnrolmentFinding.EnrolmentExpired.class,
                    () -> show(client));
        });
        add("a revoked client, from both sides", EnrolmentFinding.ClientRevoked.class, () -> {
            Path files = bench.files().write("both", revoked("both"),
                    PemFiles.readCertificate(authorityFile()));
            return bench.fromGateway("both", Instant.now()).and(bench.fromDatabase(files));
        });
    }

    private void add(String name, Class<? extends Finding> expected,
            DoctorCase.Examination examination) {
        cases.add(new DoctorCase(name, expected, examination));
    }

    private Identity enrol(String name, Instant issued, Duration validity) throws Exception {
        Identity client = bench.files().authority(issued).issueClient(name, List.of(), validity);
        bench.files().enrol(name, client.certificate());
        return client;
    }

    private Identity revoked(String name) throws Exception {
        Identity client = enrol(name, Instant.now(), Duration.ofDays(90));
        Ran.command("client", "revoke", name, "--home", bench.home());
        return client;
    }

    /** Connects with this certificate and asks something. */
    private void show(Identity client) throws Exception {
        exchange(RawConnection.context(keys(client), authorityFile()),
                Requests.discoverVersions());
    }

    private void asDatabase(byte[] message) throws Exception {
        exchange(RawConnection.context(keys(databaseIdentity()), authorityFile()), message);
    }

    private void exchange(javax.net.ssl.SSLContext context, byte[] message) throws IOException {
        try (RawConnection connection = RawConnection.open(bench.gateway().kmipPort(), context)) {
            connection.exchange(message);
        }
    }

    private void plain(byte[] bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(),
                bench.gateway().kmipPort())) {
            socket.getOutputStream().write(bytes);
            socket.getInputStream().readAllBytes();
        }
    }

    private void tls12(String suite) throws Exception {
        try (SSLSocket socket = (SSLSocket) RawConnection
                .context(keys(databaseIdentity()), authorityFile()).getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), bench.gateway().kmipPort())) {
            socket.setEnabledProtocols(new String[]{"TLSv1.2"});
            socket.setEnabledCipherSuites(new String[]{suite});
            socket.startHandshake();
        }
    }

    private Path authorityFile() {
        return bench.database().resolve("ca.pem");
    }

    private Identity databaseIdentity() throws Exception {
        return PemFiles.read(bench.database().resolve("client.pem"),
                bench.database().resolve("client-key.pem"));
    }

    private static KeyStore keys(Identity client) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("client", client.key(), DoctorFiles.PASSWORD,
                new Certificate[]{client.certificate()});
        return keys;
    }
}
