package io.sallyport.gateway.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.gateway.testing.HttpPeerConnection;
import io.sallyport.gateway.testing.HttpPeerConnection.Reply;

/** Searches the memory of a process for the keys that passed through its HTTPS listener. */
@Timeout(120)
class HttpsListenerMemoryTest {
    private static final int KEYS = 20;
    private static final int[] PADDINGS = {0, 8, 1000, 16_300, 40_000};
    private static final String BINARY = "application/octet-stream";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseZGC"})
    void noCopyStays(String collector) throws Exception {
        Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/mem")), "skipped: no /proc");
        Process server = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), collector,
                "-Xmx256m", "-cp",
                System.getProperty("surefire.test.class.path",
                        System.getProperty("java.class.path")),
                HttpsCanaryServer.class.getName(), directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
            int port = out.lines().filter(line -> line.startsWith("port ")).findFirst()
                    .map(line -> Integer.parseInt(line.substring(5))).orElseThrow();
            List<byte[]> in = keys();
            List<byte[]> outgoing = keys();
            byte[] planted = keys().getFirst();
            try (HttpPeerConnection connection = HttpPeerConnection.open(port, client())) {
                for (int i = 0; i < KEYS; i++) {
                    exchange(connection, i, in.get(i), outgoing.get(i));
                }
                assertThat(whole(server, in)).isZero();
                assertThat(whole(server, outgoing)).isZero();
                connection.exchange(BINARY, CanaryServer.request(CanaryServer.LEAK, 0, planted));
            }
            assertThat(whole(server, List.of(planted))).as("the scan sees a planted copy")
                    .isPositive();
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private static long whole(Process server, List<byte[]> keys) throws IOException {
        var found = MemoryScan.of(server.pid(), Needle.raw("key", keys));
        assertThat(found.bytesRead()).isGreaterThan(10_000_000);
        assertThat(found.halves()).isGreaterThanOrEqualTo(2 * found.whole());
        return found.halves();
    }

    /** Whole, cut within the key, and in chunks that cut it. */
    private static void exchange(HttpPeerConnection connection, int i, byte[] in, byte[] out)
            throws Exception {
        int padding = PADDINGS[i % PADDINGS.length];
        byte[] take = CanaryServer.request(CanaryServer.TAKE, padding, in);
        int cut = take.length - CanaryServer.KEY_BYTES / 2;
        byte[] first = Arrays.copyOf(take, cut);
        byte[] second = Arrays.copyOfRange(take, cut, take.length);
        switch (i % 3) {
            case 0 -> connection.send(HttpPeerConnection.post(BINARY, take.length)).send(take);
            case 1 -> connection.send(HttpPeerConnection.post(BINARY, take.length)).send(first)
                    .send(second);
            default -> connection
                    .send("POST /kmip HTTP/1.1\r\nHost: h\r\nContent-Type: " + BINARY
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .send(Integer.toHexString(first.length) + "\r\n").send(first)
                    .send("\r\n" + Integer.toHexString(second.length) + "\r\n").send(second)
                    .send("\r\n0\r\n\r\n");
        }
        assertThat(connection.read().status()).isEqualTo(200);
        byte[] turned = out.clone();
        for (int b = 0; b < turned.length; b++) {
            turned[b] = (byte) ~turned[b];
        }
        Reply answer = connection.exchange(BINARY,
                CanaryServer.request(CanaryServer.GIVE, padding, turned));
        byte[] body = answer.body();
        assertThat(Arrays.copyOfRange(body, 8, body.length)).isEqualTo(out);
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
