package io.sallyport.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.net.ssl.SSLContext;

import io.sallyport.gateway.Gateway;
import io.sallyport.gateway.audit.AuditEntry;
import io.sallyport.gateway.audit.AuditReader;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.store.Store;
import io.sallyport.gateway.testing.HttpPeerConnection;
import io.sallyport.gateway.testing.HttpPeerConnection.Reply;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClientConfig;
import io.sallyport.kmip.client.TlsContexts;
import io.sallyport.kmip.model.KmipVersion;

/**
 * A home as its operator, its clients, its monitors and its auditors see it.
 *
 * @param path the home
 * @param files the files of the client {@code db}
 */
record ServedHome(Path path, Path files) {

    /** Makes a home with one client in this folder. */
    static ServedHome init(Path folder, Object... initOptions) {
        Path home = folder.resolve("home");
        Object[] words = new Object[initOptions.length + 3];
        words[0] = "init";
        words[1] = "--home";
        words[2] = home;
        System.arraycopy(initOptions, 0, words, 3, initOptions.length);
        assertThat(Ran.command(words).err()).isEmpty();
        return of(home, folder.resolve("client"));
    }

    /** A home that there is already; enrols the client. */
    static ServedHome of(Path home, Path files, Object... clientOptions) {
        Object[] words = new Object[clientOptions.length + 7];
        System.arraycopy(new Object[]{"client", "add", files.getFileName(), "--home", home,
                "--out", files}, 0, words, 0, 7);
        System.arraycopy(clientOptions, 0, words, 7, clientOptions.length);
        assertThat(Ran.command(words).err()).isEmpty();
        return new ServedHome(home, files);
    }

    /** Runs an operator's command on it. */
    Ran run(String... words) {
        Object[] all = new Object[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--home";
        all[words.length + 1] = path;
        return Ran.command(all);
    }

    /** Runs an operator's command that has to be carried out; what it prints. */
    String done(String... words) {
        Ran ran = run(words);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        return ran.out();
    }

    /** Runs an operator's command that has to be refused; the one sentence that says why. */
    String refused(String... words) {
        Ran ran = run(words);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).hasLineCount(1);
        return ran.err();
    }

    /** A connection of the client. */
    KmipClient client(int port, KmipVersion version) throws Exception {
        return new KmipClient(
                KmipClientConfig.of("localhost", port, tls()).withVersion(version));
    }

    /** What a load balancer sees: the code of the status and the body. */
    String health(Gateway gateway) throws Exception {
        try (HttpPeerConnection peer = HttpPeerConnection.open(gateway.httpsPort(), tls())) {
            Reply reply = peer.send("GET /health/ready HTTP/1.1\r\nHost: h\r\n\r\n").read();
            return reply.status() + " " + reply.text();
        }
    }

    private SSLContext tls() throws Exception {
        return TlsContexts.ofPem(files.resolve("ca.pem"), files.resolve("client.pem"),
                files.resolve("client-key.pem"));
    }

    /** The audit log, which has to be intact. */
    List<AuditEvent> events() throws Exception {
        assertThat(Files.isDirectory(path)).isTrue();
        assertThat(done("audit", "verify")).startsWith("intact");
        Home opened = Home.open(path);
        String domain = opened.config().domain().toString();
        try (Store store = Store.open(opened.path(Home.Place.STORE), domain)) {
            return new AuditReader(store.readers(), domain).page(1, 100_000).stream()
                    .map(AuditEntry::event).toList();
        }
    }

    /** The audit log's records of these operations. */
    List<AuditEvent> events(String... operations) throws Exception {
        List<String> wanted = List.of(operations);
        return events().stream().filter(event -> wanted.contains(event.operation())).toList();
    }
}
