package io.sallyport.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.Gateway;
import io.sallyport.gateway.GatewayOptions;
import io.sallyport.gateway.testing.SealedKeys;
import io.sallyport.kmip.client.ClearBytes;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClientException;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.vertx.core.json.JsonObject;

/** The engine is sealed and unsealed while clients work and objects are sealed anew. */
@Tag("chaos")
final class SealUnderLoadTest {
    private static final int CLIENTS = 3;
    private static final int TURNS = 3;
    private static final int OBJECTS = 3_000;
    private static final int ENCRYPT_AND_DECRYPT = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Exception> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicBoolean goOn = new AtomicBoolean(true);

    /** Creates and gets keys on one connection, which nothing may break. */
    private void work(ServedHome home, int port) {
        try (KmipClient client = home.client(port, KmipVersion.V1_4)) {
            while (goOn.get()) {
                try {
                    String id = client.create(CryptographicAlgorithm.AES, 256,
                            ENCRYPT_AND_DECRYPT);
                    acknowledged.add(id);
                    client.get(id).close();
                    served.incrementAndGet();
                } catch (KmipClientException.Refused no) {
                    assertThat(no.reason()).isEqualTo(ResultReason.GENERAL_FAILURE);
                    refused.incrementAndGet();
                }
            }
        } catch (Exception e) {
            surprises.add(e);
        } catch (AssertionError e) {
            surprises.add(new Exception(e));
        }
    }

    private void awaitMore(AtomicInteger counter) {
        int before = counter.get();
        await().atMost(PATIENCE).until(() -> !surprises.isEmpty()
                || counter.get() > before + CLIENTS);
        assertThat(surprises).isEmpty();
    }

    @Test
    void requestsFinishOrFailCleanly_andReWrappingGoesOn() throws Exception {
        ServedHome home = ServedHome.init(folder);
        SealedKeys.fill(home.path(), OBJECTS);
        List<Thread> workers = new ArrayList<>();
        try (Gateway gateway = Gateway.start(GatewayOptions.loopback(home.path()))) {
            for (int i = 0; i < CLIENTS; i++) {
                workers.add(Thread.ofPlatform()
                        .start(() -> work(home, gateway.kmipPort())));
            }
            awaitMore(served);
            home.done("engine", "rotate");
            for (int turn = 0; turn < TURNS; turn++) {
                home.done("seal");
                awaitMore(refused);
                home.done("unseal");
                awaitMore(served);
            }
            goOn.set(false);
            for (Thread worker : workers) {
                worker.join();
            }
            assertThat(surprises).isEmpty();
            assertThat(gateway.engineState().restarts()).isZero();
            JsonObject done = new JsonObject(
                    home.done("engine", "rewrap", "--wait", "--output", "json"));
            assertThat(done.getLong("left")).isZero();
            assertThat(done.getLong("refused")).isZero();
            try (KmipClient client = home.client(gateway.kmipPort(), KmipVersion.V1_4)) {
                for (String id : acknowledged) {
                    try (ClearBytes key = client.get(id)) {
                        assertThat(key.length()).isEqualTo(32);
                    }
                }
            }
        } finally {
            goOn.set(false);
        }
        assertThat(home.events("Seal", "Unseal")).hasSize(2 * TURNS);
        assertThat(home.events("End Engine")).isEmpty();
    }
}
