package io.sallyport.gateway.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.identity.CertificateAuthority;
import io.sallyport.gateway.identity.Fingerprint;
import io.sallyport.gateway.identity.Identity;
import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.gateway.testing.GatewayProcess.CommandResult;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClientException;
import io.sallyport.kmip.message.payload.ReProvision;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicUsageMask;
import io.sallyport.kmip.model.ResultReason;

/** Re-Provision over TLS: what is enrolled can connect, and nothing else becomes a credential. */
@Timeout(300)
class ReProvisionGatewayTest {
    private static final ReProvision.Request MAKE = new ReProvision.Request(null, null);

    @TempDir
    static Path folder;
    static GatewayProcess gateway;

    private String name = "";
    private Renewing renewing;
    private Identity first;
    private String key;

    @BeforeAll
    static void start() {
        gateway = GatewayProcess.init(folder.resolve("home"));
        gateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void haveAClientWithAKey(TestInfo test) throws Exception {
        name = test.getTestMethod().orElseThrow().getName();
        Path files = gateway.addClient(name);
        renewing = new Renewing(gateway, files.resolve("ca.pem"));
        first = Renewing.enrolled(files);
        try (KmipClient client = renewing.connect(first)) {
            key = client.create(CryptographicAlgorithm.AES, 256, CryptographicUsageMask.ENCRYPT);
        }
    }

    @AfterEach
    void theAuditLogIsWhole() {
        CommandResult verified = command("audit", "verify");
        assertThat(verified.exitCode()).as(verified.toString()).isZero();
    }

    @Test
    void aRequestIsSignedAndTheOldCertificateStaysGood() throws Exception {
        KeyPair keys = Renewing.newKeys();
        X509Certificate issued;
        try (KmipClient client = renewing.connect(first)) {
            issued = Renewing.certificate(client,
                    Renewing.answered(client, Renewing.request(keys, keys)));
        }
        assertThat(issued.getSubjectX500Principal().getName()).contains("CN=" + name)
                .doesNotContain("somebody else");
        renewing.reads(new Identity(issued, keys.getPrivate()), key);
        renewing.reads(first, key);
        assertThat(command("client", "list").out()).contains(Fingerprint.of(issued));
    }

    @Test
    void theServerMakesKeyAndCertificate() throws Exception {
        Identity next;
        try (KmipClient client = renewing.connect(first)) {
            next = Renewing.fetched(client, Renewing.answered(client, MAKE));
        }
        renewing.reads(next, key);
        renewing.reads(first, key);
    }

    @Test
    void aCertificateThatTheOperatorIssuedIsEnrolled() throws Exception {
        Identity next = renewing.issued(name);
        try (KmipClient client = renewing.connect(first)) {
            Renewing.answered(client, Renewing.bring(next.certificate()));
        }
        renewing.reads(next, key);
        renewing.reads(first, key);
    }

    @Test
    void aChainOfRenewalsKeepsTwo() throws Exception {
        Identity second = renewing.issued(name);
        Identity third = renewing.issued(name);
        try (KmipClient client = renewing.connect(first)) {
            Renewing.answered(client, Renewing.bring(second.certificate()));
        }
        try (KmipClient client = renewing.connect(second)) {
            Renewing.answered(client, Renewing.bring(third.certificate()));
        }
        renewing.reads(third, key);
        renewing.reads(second, key);
        assertThatThrownBy(() -> renewing.reads(first, key))
                .isInstanceOf(KmipClientException.class);
        assertThat(command("client", "list").out().lines()
                .filter(line -> line.startsWith(name + " "))).hasSize(2);
        gateway.stop();
        gateway.start();
        renewing.reads(third, key);
        assertThatThrownBy(() -> renewing.reads(first, key))
                .isInstanceOf(KmipClientException.class);
    }

    @Test
    void whatIsNoCredentialHereIsRefused() throws Exception {
        X509Certificate stranger = CertificateAuthority
                .create("Sallyport CA", Clock.systemUTC())
                .issueClient(name, List.of(), Duration.ofDays(1)).certificate();
        Identity other = Renewing.enrolled(gateway.addClient(name + "-other"));
        KeyPair mine = Renewing.newKeys();
        try (KmipClient client = renewing.connect(first)) {
            refused(client, Renewing.bring(stranger), ResultReason.INVALID_FIELD);
            refused(client, Renewing.bring(renewing.issued(name + "-host").certificate()),
                    ResultReason.INVALID_FIELD);
            refused(client, Renewing.bring(other.certificate()), ResultReason.INVALID_FIELD);
            refused(client, Renewing.bring(first.certificate()), ResultReason.INVALID_FIELD);
            refused(client, Renewing.request(Renewing.newKeys(), mine), ResultReason.INVALID_CSR);
        }
        assertThat(command("client", "list").out().lines()
                .filter(line -> line.startsWith(name + " "))).hasSize(1);
        renewing.reads(first, key);
        try (KmipClient client = renewing.connect(other)) {
            refused(client, Renewing.bring(first.certificate()), ResultReason.INVALID_FIELD);
        }
    }

    @Test
    void aRevokedClientGetsNoOtherCertificateOnItsOpenConnection() throws Exception {
        Identity next = renewing.issued(name);
        try (KmipClient client = renewing.connect(first)) {
            client.locate();
            assertThat(command("client", "revoke", name).exitCode()).isZero();
            assertThatThrownBy(
                    () -> Renewing.answered(client, Renewing.bring(next.certificate())))
                    .isInstanceOf(KmipClientException.class);
        }
        assertThatThrownBy(() -> renewing.reads(next, key))
                .isInstanceOf(KmipClientException.class);
    }

    @Test
    void withoutTheAuthoritysKeyOnlyACertificateIsTaken() throws Exception {
        Identity next = renewing.issued(name);
        Path file = gateway.home().resolve("ca/ca-key.pem");
        Path elsewhere = folder.resolve("ca-key.pem");
        Files.move(file, elsewhere);
        try {
            KeyPair keys = Renewing.newKeys();
            try (KmipClient client = renewing.connect(first)) {
                refused(client, MAKE, ResultReason.FEATURE_NOT_SUPPORTED);
                refused(client, Renewing.request(keys, keys),
                        ResultReason.FEATURE_NOT_SUPPORTED);
                Renewing.answered(client, Renewing.bring(next.certificate()));
            }
            gateway.stop();
            gateway.start();
            renewing.reads(next, key);
            CommandResult add = command("client", "add", "nobody", "--out",
                    folder.resolve("nobody").toString());
            assertThat(add.exitCode()).isEqualTo(1);
            assertThat(add.err()).contains("ca-key.pem is not there");
        } finally {
            Files.move(elsewhere, file);
        }
    }

    @Test
    void whatWasAnsweredOutlivesAKill() throws Exception {
        KeyPair keys = Renewing.newKeys();
        X509Certificate issued;
        try (KmipClient client = renewing.connect(first)) {
            issued = Renewing.certificate(client,
                    Renewing.answered(client, Renewing.request(keys, keys)));
        }
        gateway.killHard();
        gateway.start();
        renewing.reads(new Identity(issued, keys.getPrivate()), key);
    }

    private static void refused(KmipClient client, ReProvision.Request request,
            ResultReason reason) {
        assertThatThrownBy(() -> Renewing.answered(client, request))
                .isInstanceOfSatisfying(KmipClientException.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static CommandResult command(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--home";
        all[arguments.length + 1] = gateway.home().toString();
        return GatewayProcess.command(all);
    }
}
