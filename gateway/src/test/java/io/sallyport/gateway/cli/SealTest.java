package io.sallyport.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.Gateway;
import io.sallyport.gateway.GatewayOptions;
import io.sallyport.gateway.engine.EngineState;
import io.sallyport.gateway.engine.EngineState.Phase;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.net.ConnectionLimits;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.testing.InstalledEngine;
import io.sallyport.kmip.client.ClearBytes;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClientException;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.vertx.core.json.JsonObject;

/** A sealed engine is no process at all, stays away, and comes back when it is asked for. */
final class SealTest {
    private static final int ENCRYPT_AND_DECRYPT = 12;

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private ServedHome home = new ServedHome(folder, folder);

    @BeforeEach
    void init() {
        home = ServedHome.init(folder);
    }

    private static void serves(KmipClient client, String id) throws Exception {
        try (ClearBytes key = client.get(id)) {
            assertThat(key.length()).isEqualTo(32);
        }
    }

    private KmipClient client(Gateway gateway) throws Exception {
        return home.client(gateway.kmipPort(), KmipVersion.V1_4);
    }

    private List<String> operations() throws Exception {
        return home.events().stream().map(AuditEvent::operation).toList();
    }

    @Test
    void sealingEndsTheEngineAndUnsealingBringsItBack() throws Exception {
        long began = System.currentTimeMillis();
        try (Gateway gateway = Gateway.start(GatewayOptions.loopback(home.path()));
                KmipClient client = client(gateway)) {
            String id = client.create(CryptographicAlgorithm.AES, 256, ENCRYPT_AND_DECRYPT);
            serves(client, id);
            assertThat(home.refused("unseal")).contains("The engine is not sealed.");
            EngineState before = gateway.engineState();
            home.done("seal");
            assertThat(ProcessHandle.of(before.pid()).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(ProcessHandle.current().descendants()
                    .filter(one -> one.pid() == before.pid())).isEmpty();
            assertThat(gateway.engineState().phase()).isEqualTo(Phase.SEALED);
            assertSealed(gateway, client, id);
            // Whatever was asked of it, nobody has started it.
            assertThat(gateway.engineState().phase()).isEqualTo(Phase.SEALED);
            assertThat(gateway.engineState().restarts()).isEqualTo(before.restarts());
            home.done("unseal");
            assertThat(gateway.engineState().phase()).isEqualTo(Phase.READY);
            serves(client, id);
            assertThat(home.health(gateway)).startsWith("200 ");
            assertThat(new JsonObject(home.done("seal", "--output", "json")).getBoolean("sealed"))
                    .isTrue();
        }
        assertThat(operations()).containsSubsequence("Start Engine", "Self-Test", "Unseal",
                "Seal", "Self-Test", "Seal", "Start Engine", "Self-Test", "Unseal", "Seal")
                .doesNotContain("End Engine");
        assertThat(home.events("Seal", "Unseal")).allSatisfy(event -> {
            assertThat(event.actor()).isEqualTo("operator");
            assertThat(event.epochMillis()).isBetween(began, System.currentTimeMillis());
        }).extracting(AuditEvent::outcome).containsExactly(Outcome.FAILED, Outcome.SUCCESS,
                Outcome.FAILED, Outcome.SUCCESS, Outcome.SUCCESS);
    }

    /** What each of those sees who look at a gateway whose engine is sealed. */
    private void assertSealed(Gateway gateway, KmipClient client, String id) throws Exception {
        assertThatThrownBy(() -> client.get(id)).isInstanceOfSatisfying(
                KmipClientException.Refused.class, no -> {
                    assertThat(no.reason()).isEqualTo(ResultReason.GENERAL_FAILURE);
                    assertThat(no.getMessage()).endsWith("The key engine is sealed.");
                });
        // What needs no key is answered.
        assertThat(client.locate()).contains(id);
        assertThat(home.refused("engine", "test")).contains("The engine is sealed.");
        Ran status = home.run("status");
        assertThat(status.out()).contains("SEALED");
        assertThat(status.err())
                .contains("The engine is sealed; 'sallyport unseal' lets it serve again.");
        assertThat(home.refused("engine", "status"))
                .contains("The engine is sealed; 'sallyport unseal'");
        assertThat(home.health(gateway))
                .isEqualTo("503 {\"status\":\"down\",\"engine\":\"sealed\"}");
        assertThat(home.refused("seal")).contains("The engine is sealed already.");
    }

    @Test
    void aRestartOfTheGatewayUnseals() throws Exception {
        String id;
        try (Gateway gateway = Gateway.start(GatewayOptions.loopback(home.path()));
                KmipClient client = client(gateway)) {
            id = client.create(CryptographicAlgorithm.AES, 256, ENCRYPT_AND_DECRYPT);
            home.done("seal");
        }
        try (Gateway gateway = Gateway.start(GatewayOptions.loopback(home.path()));
                KmipClient client = client(gateway)) {
            serves(client, id);
        }
        assertThat(operations()).containsSubsequence("Seal", "Start Engine", "Self-Test", "Get");
    }

    @Test
    void unsealingTestsTheEngineFirst_andNeedsWhatAStartNeeds() throws Exception {
        InstalledEngine installed = InstalledEngine.in(folder.resolve("lib-engine"));
        try (Gateway gateway = Gateway.start(new GatewayOptions(home.path(), "127.0.0.1", 0, 0,
                installed.commandLine(), ConnectionLimits.DEFAULT));
                KmipClient client = client(gateway)) {
            String id = client.create(CryptographicAlgorithm.AES, 256, ENCRYPT_AND_DECRYPT);
            home.done("seal");
            installed.flip();
            assertThat(home.refused("unseal")).contains("The engine did not start: ",
                    "bcprov.jar is not what was built");
            assertThatThrownBy(() -> client.get(id))
                    .isInstanceOf(KmipClientException.Refused.class);
            home.done("seal");
            installed.flip();
            Path key = Home.open(home.path()).path(Home.Place.AUTO_UNSEAL_KEY);
            byte[] opens = Files.readAllBytes(key);
            Files.write(key, new byte[opens.length]);
            assertThat(home.refused("unseal")).contains("The engine did not start: ",
                    "is no auto-unseal file");
            // The operator wanted it back: it is tried until it serves.
            Files.write(key, opens);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> gateway.engineState().phase() == Phase.READY);
            serves(client, id);
        }
        assertThat(home.events("Unseal")).hasSize(2).allSatisfy(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(event.objectId()).contains("The engine did not start: ");
        });
        assertThat(home.events("Self-Test")).filteredOn(e -> e.outcome() == Outcome.FAILED)
                .isNotEmpty().allSatisfy(event -> assertThat(event.objectId())
                        .startsWith("start: The self-test of the code's integrity"));
    }
}
