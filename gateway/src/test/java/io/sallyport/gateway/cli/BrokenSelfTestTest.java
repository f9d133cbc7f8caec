package io.sallyport.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.gateway.Gateway;
import io.sallyport.gateway.GatewayException;
import io.sallyport.gateway.GatewayOptions;
import io.sallyport.gateway.audit.AuditEntry;
import io.sallyport.gateway.audit.AuditReader;
import io.sallyport.gateway.engine.EngineCommandLine;
import io.sallyport.gateway.engine.EngineState.Phase;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.net.ConnectionLimits;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.store.Store;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClientConfig;
import io.sallyport.kmip.client.KmipClientException;
import io.sallyport.kmip.client.TlsContexts;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.message.payload.CreateKeyPair;
import io.sallyport.kmip.message.payload.Hash;
import io.sallyport.kmip.message.payload.RngRetrieve;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.CryptographicUsageMask;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.HashingAlgorithm;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * Each kind of self-test broken in an engine that serves a gateway: no cryptographic output, a
 * record, and service again when the cause is gone. That each single comparison is looked at, the
 * engine's own tests show.
 */
final class BrokenSelfTestTest {
    private static final Path ENGINE_TESTS = Path.of(System.getProperty("sallyport.root", ".."),
            "hsm-engine", "target", "test-classes");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Path home = folder;
    private Path switches = folder;

    /** A self-test, how it is broken, and what a client asks for to meet it. */
    enum Kind {
        KNOWN_ANSWER_ON_DEMAND("known-answer", "The self-test of "),
        KNOWN_ANSWER_AT_FIRST_USE("family", "The self-test of "),
        PAIRWISE_CONSISTENCY("family", "(pairwise consistency) failed"),
        ENTROPY_HEALTH("random", "(repetition count) failed");

        private final String file;
        private final String says;

        Kind(String file, String says) {
            this.file = file;
            this.says = says;
        }
    }

    @BeforeEach
    void init() throws Exception {
        home = folder.resolve("home");
        switches = Files.createDirectory(folder.resolve("switches"));
        assertThat(Ran.command("init", "--home", home).code()).isZero();
    }

    private Gateway start() throws GatewayException {
        EngineCommandLine sound = EngineCommandLine.installed();
        List<String> flags = new ArrayList<>(sound.jvmFlags());
        flags.add("-Dsallyport.test.switches=" + switches);
        EngineCommandLine switched = new EngineCommandLine(sound.java(), flags,
                sound.classPath() + File.pathSeparator + ENGINE_TESTS,
                "io.sallyport.hsm.process.SwitchedEngine");
        return Gateway.start(new GatewayOptions(home, "127.0.0.1", 0, 0, switched,
                ConnectionLimits.DEFAULT));
    }

    private KmipClient client(Gateway gateway) throws Exception {
        Path files = folder.resolve("client");
        if (!Files.exists(files)) {
            assertThat(Ran.command("client", "add", "db", "--home", home, "--out", files).code())
                    .isZero();
        }
        return new KmipClient(KmipClientConfig.of("localhost", gateway.kmipPort(),
                TlsContexts.ofPem(files.resolve("ca.pem"), files.resolve("client.pem"),
                        files.resolve("client-key.pem")))
                .withVersion(KmipVersion.V2_1));
    }

    private static RequestPayload request(Kind kind) {
        return switch (kind) {
            case KNOWN_ANSWER_AT_FIRST_USE, KNOWN_ANSWER_ON_DEMAND -> new Hash.Request(
                    new CryptographicParameters(null, null,
                            Enumerated.of(HashingAlgorithm.SHA_256), null, null, null, null, null,
                            null, null, null, null, null, null, null, null, null, null),
                    ByteSlice.of(new byte[]{1}), null, null, null);
            case PAIRWISE_CONSISTENCY -> pair();
            case ENTROPY_HEALTH -> new RngRetrieve.Request(32);
        };
    }

    private static CreateKeyPair.Request pair() {
        AttributeList common = AttributeList.of(Attribute.enumeration(
                AttributeType.CRYPTOGRAPHIC_ALGORITHM, CryptographicAlgorithm.EC),
                Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, 256));
        return new CreateKeyPair.Request(common,
                AttributeList.of(Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK,
                        CryptographicUsageMask.SIGN)),
                AttributeList.of(Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK,
                        CryptographicUsageMask.VERIFY)),
                List.of(), List.of(), List.of());
    }

    private List<AuditEvent> failures() throws Exception {
        Home opened = Home.open(home);
        String domain = opened.config().domain().toString();
        try (Store store = Store.open(opened.path(Home.Place.STORE), domain)) {
            return new AuditReader(store.readers(), domain).page(1, 10_000).stream()
                    .map(AuditEntry::event)
                    .filter(event -> event.operation().equals("Self-Test")
                            && event.outcome() == Outcome.FAILED)
                    .toList();
        }
    }

    private static void serves(Gateway gateway, KmipClient client, Kind kind) {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(gateway.engineState().phase()).isEqualTo(Phase.READY);
            assertThat(client.call(request(kind), ResponsePayload.class)).isNotNull();
        });
    }

    private static void givesNothing(KmipClient client, RequestPayload request) {
        assertThatThrownBy(() -> client.call(request, ResponsePayload.class))
                .isInstanceOfSatisfying(KmipClientException.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(ResultReason.GENERAL_FAILURE);
                    assertThat(refused.getMessage()).doesNotContain("self-test");
                });
    }

    @ParameterizedTest
    @EnumSource
    void endsAllOutputAndIsWrittenDown_untilTheCauseIsGone(Kind kind) throws Exception {
        Path broken = switches.resolve(kind.file);
        try (Gateway gateway = start(); KmipClient client = client(gateway)) {
            if (kind == Kind.PAIRWISE_CONSISTENCY) {
                // The engine's thread tests the family before its first pair; this is the next.
                client.call(pair(), ResponsePayload.class);
            }
            Files.createFile(broken);
            if (kind == Kind.KNOWN_ANSWER_ON_DEMAND) {
                Ran failed = Ran.command("engine", "test", "--home", home);
                assertThat(failed.code()).isEqualTo(1);
                assertThat(failed.err()).contains(kind.says);
            } else {
                givesNothing(client, request(kind));
            }
            // A new engine tests itself and stays shut.
            await().atMost(PATIENCE).until(() -> gateway.engineState().restarts() >= 2);
            for (Kind other : Kind.values()) {
                givesNothing(client, request(other));
            }
            Ran status = Ran.command("status", "--home", home);
            assertThat(status.out()).contains("The self-test of ");
            Files.delete(broken);
            serves(gateway, client, kind);
        }
        assertThat(Ran.command("audit", "verify", "--home", home).code()).isZero();
        List<AuditEvent> failures = failures();
        assertThat(failures).hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(event -> assertThat(event.objectId()).contains("The self-test of "));
        assertThat(failures.getFirst().objectId()).contains(kind.says);
    }

    @Test
    void aGatewayDoesNotStartOnAnEngineThatFails_andStartsWhenTheCauseIsGone() throws Exception {
        Path broken = Files.createFile(switches.resolve("known-answer"));
        assertThatThrownBy(this::start).isInstanceOf(GatewayException.class)
                .hasMessageContaining("The self-test of ").hasMessageContaining("stays shut");
        assertThat(failures()).hasSize(1).allSatisfy(event -> {
            assertThat(event.actor()).isEqualTo("gateway");
            assertThat(event.objectId()).startsWith("start or use: The self-test of ");
        });
        Files.delete(broken);
        start().close();
    }
}
