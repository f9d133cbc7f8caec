package io.sallyport.gateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.Gateway;
import io.sallyport.gateway.GatewayOptions;
import io.sallyport.gateway.engine.EngineCommandLine;
import io.sallyport.gateway.net.ConnectionLimits;
import io.sallyport.gateway.net.Refusal;
import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.gateway.testing.RawConnection;
import io.sallyport.gateway.testing.Requests;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.Tag;

/** Half a message and then silence, against a gateway whose patience is short. */
class SilentPeerTest {
    @TempDir
    Path folder;

    @Test
    void isCutAndAuditedAndTheNextClientIsServed() throws Exception {
        GatewayProcess made = GatewayProcess.init(folder.resolve("home"));
        Path client = made.addClient("database");
        ConnectionLimits impatient = ConnectionLimits.DEFAULT.withTimeouts(Duration.ofSeconds(10),
                Duration.ofMillis(300), Duration.ofMinutes(1));
        try (Gateway gateway = Gateway.start(new GatewayOptions(made.home(), "127.0.0.1", 0, 0,
                EngineCommandLine.installed(), impatient));
                RawConnection silent = RawConnection.open(gateway.kmipPort(), client)) {
            byte[] request = Requests.discoverVersions();
            silent.send(Arrays.copyOf(request, request.length / 2));
            assertThat(silent.closedByPeer()).isTrue();
            AuditTrail audit = AuditTrail.of(made.home());
            await().untilAsserted(
                    () -> assertThat(audit.refusals(Refusal.READ_TIMEOUT.name())).hasSize(1));
            try (RawConnection next = RawConnection.open(gateway.kmipPort(), client)) {
                assertThat(Requests.enumeration(next.exchange(request), Tag.RESULT_STATUS))
                        .isEqualTo(ResultStatus.SUCCESS.code());
            }
        }
    }
}
