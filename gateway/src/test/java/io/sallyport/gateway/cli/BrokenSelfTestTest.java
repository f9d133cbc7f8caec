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

import io.sallyport.gateway.DrivenGateway;
import io.sallyport.gateway.Gateway;
import io.sallyport.gateway.GatewayException;
import io.sallyport.gateway.GatewayOptions;
import io.sallyport.gateway.engine.EngineCommandLine;
import io.sallyport.gateway.engine.EngineState.Phase;
import io.sallyport.gateway.net.ConnectionLimits;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.testing.DrivenTimer;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClientException;
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
 * record, a sentence for the operator, and service again when the cause is gone. That each single
 * comparison is looked at, the engine's own tests show; the code's integrity is broken in {@link
 * EngineSelfTestTest}.
 */
final class BrokenSelfTestTest {
    private static final Path ENGINE_TESTS = Path.of(System.getProperty("sallyport.root", ".."),
            "hsm-engine", "target", "test-classes");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** The whole of what a client learns. */
    private static final List<String> CONSTANTS = List.of("The key engine failed.",
            "The key engine is not available; try again.");
    /** More than a window of the adaptive proportion test, wherever that begins. */
    private static final int RANDOM_BYTES = 2048;

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private ServedHome home = new ServedHome(folder, folder);
    private Path switches = folder;
    private final DrivenTimer days = new DrivenTimer();

    /** A self-test, the switch that breaks it, and what the record of the first failure says. */
    enum Kind {
        KNOWN_ANSWER_AT_START("known-answer", "start: The self-test of "),
        KNOWN_ANSWER_AT_FIRST_USE("family", "use: The self-test of HASH"),
        KNOWN_ANSWER_ON_DEMAND("known-answer", "command, "),
        KNOWN_ANSWER_OF_THE_DAY("known-answer", "schedule, "),
        PAIRWISE_CONSISTENCY("family",
                "use: The self-test of a new key pair (pairwise consistency) failed"),
        REPETITION_COUNT("stuck",
                "use: The self-test of the random source (repetition count) failed"),
        ADAPTIVE_PROPORTION("lopsided",
                "use: The self-test of the random source (adaptive proportion) failed");

        private final String file;
        private final String says;

        Kind(String file, String says) {
            this.file = file;
            this.says = says;
        }
    }

    @BeforeEach
    void init() throws Exception {
        home = ServedHome.init(folder);
        switches = Files.createDirectory(folder.resolve("switches"));
    }

    private Gateway start() throws GatewayException {
        EngineCommandLine sound = EngineCommandLine.installed();
        List<String> flags = new ArrayList<>(sound.jvmFlags());
        flags.add("-Dsallyport.test.switches=" + switches);
        EngineCommandLine switched = new EngineCommandLine(sound.java(), flags,
                sound.classPath() + File.pathSeparator + ENGINE_TESTS,
                "io.sallyport.hsm.process.SwitchedEngine");
        return DrivenGateway.start(new GatewayOptions(home.path(), "127.0.0.1", 0, 0, switched,
                ConnectionLimits.DEFAULT), days);
    }

    /** What a client asks for; the first use of the hashes is one of these. */
    private static RequestPayload request(Kind kind) {
        return switch (kind) {
            case KNOWN_ANSWER_AT_START, KNOWN_ANSWER_AT_FIRST_USE, KNOWN_ANSWER_ON_DEMAND,
                    KNOWN_ANSWER_OF_THE_DAY ->
                new Hash.Request(new CryptographicParameters(null, null,
                        Enumerated.of(HashingAlgorithm.SHA_256), null, null, null, null, null,
                        null, null, null, null, null, null, null, null, null, null),
                        ByteSlice.of(new byte[]{1}), null, null, null);
            case PAIRWISE_CONSISTENCY -> pair();
            case REPETITION_COUNT, ADAPTIVE_PROPORTION -> new RngRetrieve.Request(RANDOM_BYTES);
        };
    }

    /** Lets the engine meet what is broken. */
    private void meet(Kind kind, Gateway gateway, KmipClient client) {
        switch (kind) {
            case KNOWN_ANSWER_AT_START -> ProcessHandle.of(gateway.engineState().pid())
                    .orElseThrow().destroyForcibly();
            case KNOWN_ANSWER_ON_DEMAND -> assertThat(home.refused("engine", "test"))
                    .contains("The self-test of ");
            case KNOWN_ANSWER_OF_THE_DAY -> days.tick();
            case KNOWN_ANSWER_AT_FIRST_USE, PAIRWISE_CONSISTENCY, REPETITION_COUNT,
                    ADAPTIVE_PROPORTION ->
                givesNothing(client, request(kind));
        }
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
        return home.events("Self-Test").stream()
                .filter(event -> event.outcome() == Outcome.FAILED).toList();
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
                    assertThat(refused.getMessage()).matches(
                            text -> CONSTANTS.stream().anyMatch(text::endsWith), "a constant");
                });
    }

    @ParameterizedTest
    @EnumSource
    void endsAllOutputAndIsWrittenDown_untilTheCauseIsGone(Kind kind) throws Exception {
        Path broken = switches.resolve(kind.file);
        try (Gateway gateway = start();
                KmipClient client = home.client(gateway.kmipPort(), KmipVersion.V2_1)) {
            if (kind == Kind.PAIRWISE_CONSISTENCY) {
                // The engine's thread tests the family before its first pair; this is the next.
                client.call(pair(), ResponsePayload.class);
            }
            Files.createFile(broken);
            meet(kind, gateway, client);
            // New engines test themselves and stay shut; the killed one had passed its tests.
            int restarts = kind == Kind.KNOWN_ANSWER_AT_START ? 3 : 2;
            await().atMost(PATIENCE).until(() -> gateway.engineState().restarts() >= restarts);
            for (Kind other : Kind.values()) {
                givesNothing(client, request(other));
            }
            assertThat(home.run("status").out()).contains("The self-test of ");
            assertThat(home.refused("engine", "status"))
                    .contains("The engine does not serve (DOWN): ", "The self-test of ");
            assertThat(home.health(gateway))
                    .isEqualTo("503 {\"status\":\"down\",\"engine\":\"down\"}");
            Files.delete(broken);
            serves(gateway, client, kind);
            assertThat(home.health(gateway)).isEqualTo("200 {\"status\":\"up\"}");
        }
        List<AuditEvent> failures = failures();
        assertThat(failures).hasSizeGreaterThanOrEqualTo(2).allSatisfy(event -> {
            assertThat(event.objectId()).contains("The self-test of ", " failed");
            assertThat(event.reason()).isEqualTo("INTERNAL");
        });
        assertThat(failures.getFirst().objectId()).startsWith(kind.says);
        assertThat(failures.getLast().objectId()).startsWith("start: ");
    }

    @Test
    void aGatewayDoesNotStartOnAnEngineThatFails_andStartsWhenTheCauseIsGone() throws Exception {
        Path broken = Files.createFile(switches.resolve("known-answer"));
        assertThatThrownBy(this::start).isInstanceOf(GatewayException.class)
                .hasMessageContaining("The self-test of ").hasMessageContaining("stays shut");
        assertThat(failures()).hasSize(1).allSatisfy(event -> {
            assertThat(event.actor()).isEqualTo("gateway");
            assertThat(event.objectId()).startsWith("start: The self-test of ");
        });
        Files.delete(broken);
        start().close();
    }
}
