package io.sallyport.gateway.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.sallyport.gateway.net.TestConnection;

/** Searches the memory of a listening process for the keys that passed through it. */
@Timeout(120)
class ListenerMemoryTest {

    private static final int KEYS = 20;
    private static final int[] PADDINGS = {0, 8, 1000, 16_300, 40_000};

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"-XX:+UseG1GC, TLSv1.3", "-XX:+UseG1GC, TLSv1.2", "-XX:+UseZGC, TLSv1.3"})
    void noCopyStays(String collector, String protocol) throws Exception {
        Assumptions.assumeTrue(MemoryScan.isPossible(), "skipped: no /proc");
        Process server = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), collector,
                "-Xmx256m", "-cp",
                System.getProperty("surefire.test.class.path",
                        System.getProperty("java.class.path")),
                CanaryServer.class.getName(), directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
            int port = out.lines().filter(line -> line.startsWith("port ")).findFirst()
                    .map(line -> Integer.parseInt(line.substring(5))).orElseThrow();
            List<byte[]> in = keys();
            List<byte[]> outgoing = keys();
            byte[] planted = keys().getFirst();
            SSLContext tls = client();
            try (TestConnection connection = TestConnection.open(tls, port, protocol)) {
                for (int i = 0; i < KEYS; i++) {
                    exchange(connection, i, in.get(i), outgoing.get(i));
                }
                assertNothingFound(MemoryScan.of(server.pid(), Needle.raw("in", in)));
                assertNothingFound(MemoryScan.of(server.pid(), Needle.raw("out", outgoing)));
                connection.send(CanaryServer.request(CanaryServer.LEAK, 0, planted));
                connection.receive();
            }
            Findings found = MemoryScan.of(server.pid(),
                    Needle.raw("planted", List.of(planted)));
            assertThat(found.whole()).as("the scan sees a planted copy").isPositive();
            assertThat(found.halves()).isGreaterThanOrEqualTo(2 * found.whole());
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    /** Every other request in two records that cut the key. */
    private static void exchange(TestConnection connection, int i, byte[] in, byte[] out)
            throws Exception {
        int padding = PADDINGS[i % PADDINGS.length];
        byte[] take = CanaryServer.request(CanaryServer.TAKE, padding, in);
        int cut = i % 2 == 0 ? take.length - CanaryServer.KEY_BYTES / 2 : take.length;
        connection.send(take, 0, cut);
        connection.send(take, cut, take.length - cut);
        connection.receive();
        byte[] turned = out.clone();
        for (int b = 0; b < turned.length; b++) {
            turned[b] = (byte) ~turned[b];
        }
        connection.send(CanaryServer.request(CanaryServer.GIVE, padding, turned));
        byte[] answer = connection.receive();
        assertThat(Arrays.copyOfRange(answer, 8, answer.length)).isEqualTo(out);
    }

    private static void assertNothingFound(Findings found) {
        assertThat(found.bytesRead()).isGreaterThan(10_000_000);
        assertThat(found.byPlace()).isEmpty();
        assertThat(found.whole()).isZero();
        assertThat(found.halves()).isZero();
    }

    private static List<byte[]> keys() {
        SecureRandom random = new SecureRandom();
        List<byte[]> keys = new ArrayList<>();
        for (int i = 0; i < KEYS; i++) {
            byte[] key = new byte[CanaryServer.KEY_BYTES];
            random.nextBytes(key);
            keys.add(key);
        }
        return keys;
    }

    private SSLContext client() throws Exception {
        char[] password = "changeit".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(directory.resolve("client.p12"))) {
            store.load(file, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, password);
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(
                new ByteArrayInputStream(Files.readAllBytes(directory.resolve("ca.der")))));
        TrustManagerFactory trusts = TrustManagerFactory.getInstance("PKIX");
        trusts.init(trust);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), trusts.getTrustManagers(), null);
        return tls;
    }
}
