package io.sallyport.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.Gateway;
import io.sallyport.gateway.GatewayOptions;
import io.sallyport.gateway.engine.EngineState.Phase;
import io.vertx.core.json.JsonObject;

/** A gateway that runs, as a process of its own and in this one. */
final class ServeTest {
    private static final long STOP_SECONDS = 30;

    @TempDir
    private static Path folder = Path.of("set by JUnit");

    private static Path home = folder;

    @BeforeAll
    static void init() {
        home = folder.resolve("home");
        assertThat(Ran.command("init", "--home", home).code()).isZero();
    }

    @Test
    void aProcessPrintsOneLineAndEndsWithZeroAtSigterm() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:+UseG1GC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path", ""), Main.class.getName(), "serve",
                "--home", home.toString(), "--kmip-port", "0", "--https-port", "0"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader out = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine())
                    .matches("ready kmip=127\\.0\\.0\\.1:\\d+ https=127\\.0\\.0\\.1:\\d+");
            long engine = process.children().findFirst().orElseThrow().pid();
            Ran second = Ran.command("serve", "--home", home, "--kmip-port", 0);
            assertThat(second.code()).isEqualTo(1);
            assertThat(second.err())
                    .contains("in use by another Sallyport (process " + process.pid() + ")");
            process.toHandle().destroy(); // the process's own destroy closes its output
            assertThat(process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(out.readLine()).isNull();
            await().until(() -> ProcessHandle.of(engine).isEmpty());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (String option : List.of("--kmip-port", "--https-port")) {
                String other = option.equals("--kmip-port") ? "--https-port" : "--kmip-port";
                Ran ran = Ran.command("serve", "--home", home, option, taken.getLocalPort(),
                        other, 0);
                assertThat(ran.code()).isEqualTo(1);
                assertThat(ran.out()).isEmpty();
                assertThat(ran.err())
                        .contains("127.0.0.1:" + taken.getLocalPort(), option).hasLineCount(1);
            }
        }
        assertThat(Ran.command("audit", "verify", "--home", home).code()).isZero();
    }

    @Test
    void aKilledEngineIsReplacedAndStatusSaysSo() throws Exception {
        try (Gateway gateway = Gateway.start(GatewayOptions.loopback(home))) {
            Ran before = Ran.command("status", "--home", home, "--output", "json");
            assertThat(before.code()).isZero();
            assertThat(before.out()).contains("\"healthy\" : true", "\"protections\"",
                    "\"lastHash\"");
            long first = gateway.engineState().pid();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> gateway.engineState().phase() == Phase.READY
                            && gateway.engineState().pid() != first);
            Ran after = Ran.command("status", "--home", home);
            assertThat(after.err()).isEmpty();
            assertThat(after.code()).isZero();
            assertThat(after.out()).contains("restarts 1");
        }
        assertThat(Ran.command("status", "--home", home).code()).isEqualTo(1);
    }

    @Test
    void clientsAreEnrolledAndRevokedWhileTheGatewayRuns() throws Exception {
        try (Gateway gateway = Gateway.start(GatewayOptions.loopback(home))) {
            assertThat(gateway.kmipPort()).isPositive();
            Path out = folder.resolve("running");
            Ran added = Ran.command("client", "add", "running", "--home", home, "--out", out);
            assertThat(added.err()).isEmpty();
            assertThat(added.code()).isZero();
            assertThat(Ran.command("client", "list", "--home", home).out())
                    .contains("running", "enrolled");
            assertThat(Ran.command("client", "revoke", "running", "--home", home).code())
                    .isZero();
            Ran refused = Ran.command("client", "add", "running", "--home", home, "--out",
                    folder.resolve("again"));
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).contains("was revoked; enrol it under another name");
            Ran audit = Ran.command("audit", "verify", "--home", home, "--output", "json");
            assertThat(audit.code()).isZero();
            assertThat(audit.out()).contains("\"intact\" : true");
        }
    }

    @Test
    void keysGoThroughTheirLifeFromTheCommandLine() throws Exception {
        try (Gateway gateway = Gateway.start(GatewayOptions.loopback(home))) {
            assertThat(gateway.kmipPort()).isPositive();
            Ran made = Ran.command("key", "create", "--name", "k1", "--partition", "p1", "--home",
                    home, "--output", "json");
            assertThat(made.err()).isEmpty();
            assertThat(made.code()).isZero();
            String id = new JsonObject(made.out()).getString("id");
            assertThat(shown(id).getString("state")).isEqualTo("PreActive");
            assertThat(Ran.command("key", "list", "--home", home).out()).doesNotContain(id);
            assertThat(Ran.command("key", "list", "--home", home, "--partition", "p1").out())
                    .contains(id, "AES", "256", "k1");
            for (String act : List.of("activate", "revoke", "destroy")) {
                Ran ran = Ran.command("key", act, id, "--home", home, "--partition", "p1");
                assertThat(ran.err()).isEmpty();
                assertThat(ran.code()).isZero();
            }
            assertThat(shown(id).getString("state")).isEqualTo("Destroyed");
            Ran foreign = Ran.command("key", "show", id, "--home", home);
            assertThat(foreign.code()).isEqualTo(1);
            assertThat(foreign.err()).contains("ItemNotFound").hasLineCount(1);
            Ran length = Ran.command("key", "create", "--length", 100, "--home", home);
            assertThat(length.code()).isEqualTo(1);
            assertThat(length.err()).hasLineCount(1);
        }
    }

    private static JsonObject shown(String id) {
        Ran ran = Ran.command("key", "show", id, "--home", home, "--partition", "p1", "--output",
                "json");
        assertThat(ran.err()).isEmpty();
        return new JsonObject(ran.out());
    }
}
