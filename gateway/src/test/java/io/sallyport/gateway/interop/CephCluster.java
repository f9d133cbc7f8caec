package io.sallyport.gateway.interop;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.testing.GatewayProcess;

/**
 * The smallest Ceph that has object storage, on the loopback address: one monitor, one store in
 * memory, one RADOS gateway whose keys come from a KMIP server. Debian's packages, unmodified.
 */
final class CephCluster implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final String RGW = "client.rgw";

    private final Path folder;
    private final Daemons daemons;
    private final int s3Port;

    private CephCluster(Path folder, int s3Port) {
        this.folder = folder;
        this.daemons = new Daemons(folder);
        this.s3Port = s3Port;
    }

    /** Starts everything; returns when the gateway answers. */
    static CephCluster start(Path folder, GatewayProcess kmip, Path client) throws Exception {
        Files.createDirectories(folder);
        List<Integer> ports = freePorts();
        CephCluster cluster = new CephCluster(folder, ports.get(1));
        boolean complete = false;
        try {
            cluster.start(kmip, client, ports.get(0));
            complete = true;
            return cluster;
        } finally {
            if (!complete) {
                cluster.close();
            }
        }
    }

    private static List<Integer> freePorts() throws IOException {
        List<Integer> ports = new ArrayList<>();
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ports.add(one.getLocalPort());
            ports.add(two.getLocalPort());
        }
        return ports;
    }

    private void start(GatewayProcess kmip, Path client, int monitorPort) throws Exception {
        String domain = UUID.randomUUID().toString();
        String monitor = "[v1:127.0.0.1:" + monitorPort + "]";
        for (String part : List.of("mon", "osd", "rgw")) {
            Files.createDirectory(folder.resolve(part));
        }
        Files.writeString(folder.resolve("ceph.conf"), """
                [global]
                fsid = %s
                mon host = %s
                auth cluster required = none
                auth service required = none
                auth client required = none
                osd pool default size = 1
                osd pool default min size = 1
                osd pool default pg num = 4
                osd crush chooseleaf type = 0
                mon allow pool size one = true
                run dir = %3$s
                admin socket = %3$s/$name.asok
                log file = %3$s/$name.log
                public network = 127.0.0.0/8
                [mon]
                mon data = %3$s/mon
                [osd]
                osd data = %3$s/osd
                osd objectstore = memstore
                memstore device bytes = 268435456
                [client.rgw]
                rgw data = %3$s/rgw
                rgw frontends = beast endpoint=127.0.0.1:%4$d
                rgw crypt require ssl = false
                rgw crypt s3 kms backend = kmip
                rgw crypt kmip addr = 127.0.0.1:%5$d
                rgw crypt kmip ca path = %6$s/ca.pem
                rgw crypt kmip client cert = %6$s/client.pem
                rgw crypt kmip client key = %6$s/client-key.pem
                rgw crypt kmip kms key template = $keyid
                """.formatted(domain, monitor, folder, s3Port, kmip.kmipPort(), client));
        daemons.run("monmaptool", "--create", "--addv", "a", monitor, "--fsid", domain, "monmap");
        daemons.run("ceph-mon", "-c", "ceph.conf", "--mkfs", "-i", "a", "--monmap", "monmap");
        daemons.start("mon", "ceph-mon", "-f", "-c", "ceph.conf", "-i", "a");
        daemons.run("ceph", "-c", "ceph.conf", "osd", "create");
        daemons.run("ceph-osd", "-c", "ceph.conf", "-i", "0", "--mkfs");
        startStore();
        daemons.run("radosgw-admin", "-c", "ceph.conf", "-n", RGW, "user", "create", "--uid=test",
                "--display-name=test", "--access-key=" + S3Requests.ACCESS_KEY,
                "--secret-key=" + S3Requests.SECRET_KEY);
        daemons.start("rgw", "radosgw", "-f", "-c", "ceph.conf", "-n", RGW);
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest root = HttpRequest.newBuilder(URI.create(s3() + "/")).build();
        await().atMost(START).ignoreExceptions().until(() -> http
                .send(root, HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
    }

    /**
     * Starts the store. It may ask the monitor before it has read which cluster that is ("wrong
     * fsid"), and ends then; whoever runs Ceph has a service manager start it again.
     */
    private void startStore() {
        AtomicReference<@Nullable Process> store = new AtomicReference<>();
        await("the store of Ceph").atMost(START).until(() -> {
            Process running = store.get();
            if (running == null || !running.isAlive()) {
                store.set(daemons.start("osd", "ceph-osd", "-f", "-c", "ceph.conf", "-i", "0"));
            }
            return daemons.run("ceph", "-c", "ceph.conf", "osd", "stat").contains(" 1 up");
        });
    }

    /** Where S3 is served. */
    String s3() {
        return "http://127.0.0.1:" + s3Port;
    }

    /** All that is stored of objects, as it lies in the store. */
    String stored() throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder();
        for (String name : rados("ls").lines().toList()) {
            Path copy = folder.resolve("copy");
            rados("get", name, copy.toString());
            all.append(Files.readString(copy, StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }

    private String rados(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("rados", "-c", "ceph.conf", "-p",
                "default.rgw.buckets.data"));
        command.addAll(List.of(words));
        return daemons.run(command.toArray(String[]::new));
    }

    @Override
    public void close() {
        daemons.close();
    }
}
