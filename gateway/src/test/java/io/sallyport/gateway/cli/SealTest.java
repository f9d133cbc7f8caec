package io.sallyport.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.Gateway;
import io.sallyport.gateway.GatewayOptions;
import io.sallyport.gateway.audit.AuditEntry;
import io.sallyport.gateway.audit.AuditReader;
import io.sallyport.gateway.engine.EngineCommandLine;
import io.sallyport.gateway.engine.EngineState;
import io.sallyport.gateway.engine.EngineState.Phase;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.net.ConnectionLimits;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.store.Store;
import io.sallyport.kmip.client.ClearBytes;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClientConfig;
import io.sallyport.kmip.client.KmipClientException;
import io.sallyport.kmip.client.TlsContexts;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.ResultReason;

/** A sealed engine is no process at all, stays away, and comes back when it is asked for. */
final class SealTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Path home = folder;

    private Gateway start() throws Exception {
        return Gateway.start(new GatewayOptions(home, "127.0.0.1", 0, 0,
                EngineCommandLine.installed(), ConnectionLimits.DEFAULT));
    }

    private KmipClient client(Gateway gateway) throws Exception {
        Path files = folder.resolve("client");
        return new KmipClient(KmipClientConfig.of("localhost", gateway.kmipPort(),
                TlsContexts.ofPem(files.resolve("ca.pem"), files.resolve("client.pem"),
                        files.resolve("client-key.pem"))));
    }

    private static void serves(KmipClient client, String id) throws Exception {
        try (ClearBytes key = client.get(id)) {
            assertThat(key.length()).isEqualTo(32);
        }
    }

    private static void refused(Ran ran, String sentence) {
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains(sentence).hasLineCount(1);
    }

    @Test
    void sealingEndsTheEngineAndUnsealingBringsItBack() throws Exception {
        home = folder.resolve("home");
        assertThat(Ran.command("init", "--home", home).code()).isZero();
        assertThat(Ran.command("client", "add", "db", "--home", home, "--out",
                folder.resolve("client")).code()).isZero();
        try (Gateway gateway = start(); KmipClient client = client(gateway)) {
            String id = client.create(CryptographicAlgorithm.AES, 256, 12);
            serves(client, id);
            refused(Ran.command("unseal", "--home", home), "The engine is not sealed.");
            EngineState before = gateway.engineState();
            assertThat(Ran.command("seal", "--home", home).err()).isEmpty();
            assertThat(ProcessHandle.of(before.pid()).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(ProcessHandle.current().descendants()
                    .filter(one -> one.pid() == before.pid())).isEmpty();
            assertThat(gateway.engineState().phase()).isEqualTo(Phase.SEALED);
            assertThatThrownBy(() -> client.get(id)).isInstanceOfSatisfying(
                    KmipClientException.Refused.class, no -> assertThat(no.reason())
                            .isEqualTo(ResultReason.GENERAL_FAILURE));
            assertThat(Ran.command("engine", "test", "--home", home).code()).isEqualTo(1);
            assertThat(Ran.command("status", "--home", home).out()).contains("SEALED");
            refused(Ran.command("seal", "--home", home), "The engine is sealed already.");
            // Whatever was asked of it, nobody has started it.
            assertThat(gateway.engineState().phase()).isEqualTo(Phase.SEALED);
            assertThat(gateway.engineState().restarts()).isEqualTo(before.restarts());
            assertThat(Ran.command("unseal", "--home", home).err()).isEmpty();
            assertThat(gateway.engineState().phase()).isEqualTo(Phase.READY);
            serves(client, id);
            assertThat(Ran.command("seal", "--home", home).code()).isZero();
        }
        assertThat(operations()).containsSubsequence("Start Engine", "Self-Test", "Unseal",
                "Seal", "Seal", "Start Engine", "Self-Test", "Unseal", "Seal")
                .doesNotContain("End Engine");
        assertThat(Ran.command("audit", "verify", "--home", home).code()).isZero();
    }

    private List<String> operations() throws Exception {
        Home opened = Home.open(home);
        String domain = opened.config().domain().toString();
        try (Store store = Store.open(opened.path(Home.Place.STORE), domain)) {
            return new AuditReader(store.readers(), domain).page(1, 10_000).stream()
                    .map(AuditEntry::event).map(AuditEvent::operation).toList();
        }
    }
}
