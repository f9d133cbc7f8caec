package io.sallyport.gateway.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.testing.Acknowledged;
import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.gateway.testing.GatewayProcess.CommandResult;
import io.sallyport.gateway.testing.KeyLife;
import io.sallyport.gateway.testing.RawConnection;
import io.sallyport.gateway.testing.Requests;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.State;

/**
 * Kills gateway or engine, again and again, under a load of Create, Activate and Encrypt. Every
 * acknowledged key must be there afterwards, in its state, with its bytes, and the audit log must
 * be whole.
 */
@Tag("chaos")
class KillTest {
    private static final int CYCLES = Integer.getInteger("sallyport.chaos.cycles", 100);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int WORKERS = 4;
    private static final int OPERATIONS_PER_CYCLE = 40;

    @Test
    void nothingAcknowledgedIsLost(@TempDir Path folder) throws IOException, InterruptedException {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        Acknowledged acknowledged = new Acknowledged();
        AtomicBoolean goOn = new AtomicBoolean(true);
        int gatewayKills = 0;
        try (GatewayProcess gateway = GatewayProcess.init(folder.resolve("home"))) {
            gateway.start();
            Path client = gateway.addClient("load");
            List<Thread> workers = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                workers.add(Thread.ofPlatform().start(
                        new KeyLife(gateway.kmipPort(), client, acknowledged, goOn::get)));
            }
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                long before = acknowledged.operations();
                await().atMost(Duration.ofSeconds(60)).until(
                        () -> acknowledged.operations() >= before + OPERATIONS_PER_CYCLE);
                if (random.nextBoolean()) {
                    gatewayKills++;
                    gateway.killHard();
                    gateway.start();
                } else {
                    gateway.engine().destroyForcibly();
                }
            }
            goOn.set(false);
            for (Thread worker : workers) {
                worker.join();
            }
            everyAcknowledgedKeyIsThere(gateway, client, acknowledged);
            assertThat(gateway.stop()).isZero();
            theAuditLogIsWhole(gateway, acknowledged);
        }
        System.out.printf("Kills: %d of the gateway, %d of the engine; acknowledged: %d operations,"
                + " %d keys; lost: 0%n", gatewayKills, CYCLES - gatewayKills,
                acknowledged.operations(), acknowledged.keys().size());
    }

    /** Every key has the state that was acknowledged, and decrypts what it encrypted. */
    static void everyAcknowledgedKeyIsThere(GatewayProcess gateway, Path client,
            Acknowledged acknowledged) throws IOException {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            try (RawConnection probe = RawConnection.open(gateway.kmipPort(), client)) {
                Acknowledged.Key key = acknowledged.keys().getFirst();
                return isSuccess(probe.exchange(KeyLife.state(key)));
            }
        });
        List<String> lost = new ArrayList<>();
        try (RawConnection connection = RawConnection.open(gateway.kmipPort(), client)) {
            for (Acknowledged.Key key : acknowledged.keys()) {
                byte[] state = connection.exchange(KeyLife.state(key));
                if (!isSuccess(state) || (key.active && Requests.enumeration(state,
                        io.sallyport.kmip.model.Tag.ATTRIBUTE_VALUE) != State.ACTIVE.code())) {
                    lost.add(key.id);
                } else if (key.plaintext.length > 0) {
                    byte[] decrypted = connection.exchange(KeyLife.decrypt(key));
                    if (!isSuccess(decrypted) || !Arrays.equals(key.plaintext, KeyLife
                            .bytesOf(decrypted, io.sallyport.kmip.model.Tag.DATA))) {
                        lost.add(key.id);
                    }
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    private static void theAuditLogIsWhole(GatewayProcess gateway, Acknowledged acknowledged) {
        CommandResult verified = GatewayProcess.command("audit", "verify", "--home",
                gateway.home().toString(), "--output", "json");
        assertThat(verified.exitCode()).as(verified.toString()).isZero();
        Matcher entries = Pattern.compile("\"entries\"\\s*:\\s*(\\d+)").matcher(verified.out());
        assertThat(entries.find()).as(verified.out()).isTrue();
        assertThat(Long.parseLong(entries.group(1)))
                .isGreaterThanOrEqualTo(acknowledged.operations());
    }

    private static boolean isSuccess(byte[] answer) {
        return Requests.enumeration(answer,
                io.sallyport.kmip.model.Tag.RESULT_STATUS) == ResultStatus.SUCCESS.code();
    }
}
