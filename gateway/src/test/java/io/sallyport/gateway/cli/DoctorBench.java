package io.sallyport.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.Gateway;
import io.sallyport.gateway.GatewayOptions;
import io.sallyport.gateway.doctor.Diagnosis;
import io.sallyport.gateway.doctor.Finding;
import io.sallyport.gateway.doctor.KeyUse;
import io.sallyport.gateway.doctor.probe.DatabaseSide;
import io.sallyport.gateway.doctor.probe.Question;
import io.sallyport.gateway.doctor.probe.Target;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClientConfig;
import io.sallyport.kmip.client.TlsContexts;
import io.sallyport.kmip.model.KmipVersion;

/** A real gateway on a home of its own, with a database that is enrolled. */
final class DoctorBench implements AutoCloseable {
    static final String HOST = "127.0.0.1";

    private final Path home;
    private final Path database;
    private final DoctorFiles files;
    private @Nullable Gateway gateway;

    private DoctorBench(Path folder) {
        this.home = folder.resolve("home");
        this.database = folder.resolve("database");
        this.files = new DoctorFiles(home, folder);
    }

    /** A bench for a folder in which nothing is yet. */
    static DoctorBench of(Path folder) {
        return new DoctorBench(folder);
    }

    /** Makes home and database; nothing runs yet. */
    static DoctorBench in(Path folder) {
        DoctorBench bench = new DoctorBench(folder);
        Ran made = Ran.command("init", "--home", bench.home, "--auto-unseal", "file");
        assertThat(made.err()).isEmpty();
        bench.addClient("database", bench.database);
        return bench;
    }

    void addClient(String name, Path out, Object... options) {
        Object[] words = new Object[7 + options.length];
        System.arraycopy(new Object[]{"client", "add", name, "--home", home, "--out", out}, 0,
                words, 0, 7);
        System.arraycopy(options, 0, words, 7, options.length);
        Ran added = Ran.command(words);
        assertThat(added.err()).isEmpty();
    }

    DoctorBench start() throws Exception {
        return start(GatewayOptions.loopback(home));
    }

    DoctorBench start(GatewayOptions options) throws Exception {
        gateway = Gateway.start(options);
        return this;
    }

    Path home() {
        return home;
    }

    /** The files of the database that is enrolled. */
    Path database() {
        return database;
    }

    DoctorFiles files() {
        return files;
    }

    Gateway gateway() {
        return Objects.requireNonNull(gateway);
    }

    Target target() {
        return new Target(HOST, gateway().kmipPort());
    }

    /** What the doctor finds on the database's machine. */
    Diagnosis fromDatabase(Path folder) {
        return fromDatabase(folder, patient());
    }

    Diagnosis fromDatabase(Path folder, Question question) {
        return DatabaseSide.examine(target(), folder, null, question, Clock.systemUTC());
    }

    /** A question of somebody who has time, on a machine that may be busy. */
    static Question patient() {
        return new Question(null, KeyUse.ENCRYPT, null, Duration.ofSeconds(30));
    }

    /** What the doctor finds on the gateway's host. */
    Diagnosis fromGateway(@Nullable String client, Instant since) {
        return fromGateway(client, null, KeyUse.ENCRYPT, since);
    }

    Diagnosis fromGateway(@Nullable String client, @Nullable String key, KeyUse use,
            Instant since) {
        return HomeExamination.of(home,
                new HomeExamination.Subjects(client, key, use, since), Clock.systemUTC());
    }

    /** What the gateway saw of some trouble, as soon as it has seen it. */
    Diagnosis afterTrouble(@Nullable String client, Class<? extends Finding> expected,
            Trouble trouble) throws Exception {
        Instant since = Instant.now();
        try {
            trouble.make();
        } catch (java.io.IOException | io.sallyport.kmip.client.KmipClientException _) {
            // The peer's side of the trouble; what counts is the gateway's.
        }
        return await().atMost(Duration.ofSeconds(20)).until(() -> fromGateway(client, since),
                found -> found.findings().stream().anyMatch(expected::isInstance));
    }

    /** Something that a peer does. */
    @FunctionalInterface
    interface Trouble {
        void make() throws Exception;
    }

    /** A client with the files of a folder. */
    KmipClient client(Path folder) throws Exception {
        return new KmipClient(KmipClientConfig.of(HOST, gateway().kmipPort(),
                TlsContexts.ofPem(folder.resolve("ca.pem"), folder.resolve("client.pem"),
                        folder.resolve("client-key.pem")))
                .withVersion(KmipVersion.V1_4));
    }

    @Override
    public void close() {
        if (gateway != null) {
            gateway.close();
        }
    }
}
