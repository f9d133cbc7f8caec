package io.sallyport.gateway.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClientConfig;
import io.sallyport.kmip.client.TlsContexts;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicUsageMask;
import io.sallyport.kmip.model.RevocationReasonCode;

/** Debian's RADOS gateway, unmodified: objects encrypted under keys that it fetches by KMIP. */
@Tag("interop")
class CephRgwInteropTest {
    private static final int ENCRYPTS = CryptographicUsageMask.ENCRYPT
            | CryptographicUsageMask.DECRYPT;
    private static final Duration BACK = Duration.ofSeconds(60);
    private static final int MARKERS = 200;

    @TempDir
    static Path folder;
    static GatewayProcess gateway;
    static CephCluster ceph;
    static S3Requests s3;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(
                Daemons.areInstalled("ceph-mon", "ceph-osd", "ceph", "radosgw", "radosgw-admin",
                        "rados", "monmaptool"),
                "skipped: radosgw, ceph-mon, ceph-osd and ceph-common are not installed");
        gateway = GatewayProcess.init(folder.resolve("home"));
        gateway.start();
        ceph = CephCluster.start(folder.resolve("ceph"), gateway, gateway.addClient("rgw"));
        s3 = new S3Requests(ceph.s3());
        gateway.addClient("other", "--partition", "other");
        assertThat(s3.put("/bucket", "").statusCode()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        if (ceph != null) {
            ceph.close();
        }
        if (gateway != null) {
            gateway.close();
        }
    }

    private static KmipClient kmip(String client) throws Exception {
        Path files = gateway.home().resolve("clients").resolve(client);
        return new KmipClient(KmipClientConfig.of("localhost", gateway.kmipPort(),
                TlsContexts.ofPem(files.resolve("ca.pem"), files.resolve("client.pem"),
                        files.resolve("client-key.pem"))));
    }

    private static String makeKey(String client, String name) throws Exception {
        try (KmipClient kmip = kmip(client)) {
            String id = kmip.create(CryptographicAlgorithm.AES, 256, ENCRYPTS,
                    Attribute.name(name));
            kmip.activate(id);
            return id;
        }
    }

    private static String content() {
        return (UUID.randomUUID() + " a row of the table\n").repeat(MARKERS);
    }

    private static int markersIn(String stored, String content) {
        String marker = content.lines().findFirst().orElseThrow();
        return stored.split(marker, -1).length - 1;
    }

    private static void isRead(String path, String content) throws Exception {
        HttpResponse<String> answer = s3.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(content);
    }

    @Test
    void storedObjectsHoldNothingOfTheirContent() throws Exception {
        makeKey("rgw", "orders");
        String secret = content();
        String plain = content();
        HttpResponse<String> put = s3.put("/bucket/secret", secret, "orders");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        assertThat(s3.put("/bucket/plain", plain).statusCode()).isEqualTo(200);
        String stored = ceph.stored();
        System.out.println("Ceph RGW: markers in the store: encrypted "
                + markersIn(stored, secret) + ", plain " + markersIn(stored, plain) + " of "
                + MARKERS);
        assertThat(markersIn(stored, secret)).isZero();
        assertThat(markersIn(stored, plain)).isEqualTo(MARKERS);
        isRead("/bucket/secret", secret);
    }

    @Test
    void withoutTheGatewayNothingIsDecryptedAndWithItEverythingGoesOn() throws Exception {
        makeKey("rgw", "outage");
        String secret = content();
        String plain = content();
        assertThat(s3.put("/bucket/out", secret, "outage").statusCode()).isEqualTo(200);
        assertThat(s3.put("/bucket/out-plain", plain).statusCode()).isEqualTo(200);
        assertThat(gateway.stop()).isZero();
        try {
            isRead("/bucket/out-plain", plain);
            assertThatThrownBy(() -> failed(s3.get("/bucket/out")))
                    .isInstanceOf(HttpTimeoutException.class);
        } finally {
            gateway.start();
        }
        await().atMost(BACK).ignoreExceptions()
                .untilAsserted(() -> isRead("/bucket/out", secret));
        assertThat(s3.put("/bucket/out-2", secret, "outage").statusCode()).isEqualTo(200);
    }

    /** An answer that says no is as good as none. */
    private static void failed(HttpResponse<String> answer) throws HttpTimeoutException {
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        throw new HttpTimeoutException("refused with " + answer.statusCode());
    }

    /**
     * An object remembers the name of its key, so a new key has a new name. Re-key would not do: it
     * gives the old name to the new key, and old objects then decrypt to noise.
     */
    @Test
    void newObjectsUseTheNewKeyOfAnotherName() throws Exception {
        String old = makeKey("rgw", "table.1");
        String first = content();
        assertThat(s3.put("/bucket/first", first, "table.1").statusCode()).isEqualTo(200);
        makeKey("rgw", "table.2");
        String second = content();
        HttpResponse<String> put = s3.put("/bucket/second", second, "table.2");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        try (KmipClient kmip = kmip("rgw")) {
            kmip.revoke(old, RevocationReasonCode.SUPERSEDED, null);
        }
        isRead("/bucket/second", second);
        isRead("/bucket/first", first);
    }

    @Test
    void aKeyOfAnotherPartitionAndOneThatIsGoneAreNotFound() throws Exception {
        makeKey("other", "theirs");
        HttpResponse<String> foreign = s3.put("/bucket/foreign", content(), "theirs");
        assertThat(foreign.statusCode()).as(foreign.body()).isEqualTo(404);
        assertThat(s3.get("/bucket/foreign").statusCode()).isEqualTo(404);
        assertThat(s3.put("/bucket/unknown", content(), "nobody's").statusCode()).isEqualTo(404);
        String gone = makeKey("rgw", "gone");
        String secret = content();
        assertThat(s3.put("/bucket/gone", secret, "gone").statusCode()).isEqualTo(200);
        try (KmipClient kmip = kmip("rgw")) {
            kmip.revoke(gone, RevocationReasonCode.KEY_COMPROMISE, null);
            kmip.destroy(gone);
        }
        HttpResponse<String> lost = s3.get("/bucket/gone");
        assertThat(lost.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(lost.body()).doesNotContain(secret.lines().findFirst().orElseThrow());
    }
}
