package io.sallyport.gateway.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.testing.GatewayProcess;

/** The KMIP secret store of Debian's Barbican, unmodified: the life of its secrets, in order. */
@Tag("interop")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BarbicanInteropTest {
    private static final String PYTHON = "/usr/bin/python3";
    private static final List<String> KINDS = List.of("generated", "stored", "passphrase",
            "private", "public");

    @TempDir
    static Path folder;
    static GatewayProcess gateway;
    static Path client;
    static Path stranger;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of(PYTHON)) && new ProcessBuilder(PYTHON, "-c",
                        "import barbican.plugin.kmip_secret_store").start().waitFor() == 0,
                "skipped: python3-barbican is not installed");
        gateway = GatewayProcess.init(folder.resolve("home"));
        gateway.start();
        client = privateKeyOf(gateway.addClient("barbican", "--profile", "barbican"));
        stranger = privateKeyOf(
                gateway.addClient("stranger", "--profile", "barbican", "--partition", "other"));
    }

    @AfterAll
    static void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    /** Barbican insists on this mode. */
    private static Path privateKeyOf(Path files) throws IOException {
        Files.setPosixFilePermissions(files.resolve("client-key.pem"),
                PosixFilePermissions.fromString("r--------"));
        return files;
    }

    private static String phase(Path files, String phase) throws Exception {
        List<String> command = new ArrayList<>(List.of(PYTHON,
                "src/test/interop/barbican_steps.py", "127.0.0.1",
                String.valueOf(gateway.kmipPort())));
        for (String file : List.of("client.pem", "client-key.pem", "ca.pem")) {
            command.add(files.resolve(file).toString());
        }
        command.add(phase);
        command.add(folder.resolve("state.json").toString());
        Process steps = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(steps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(steps.waitFor()).as(out).isZero();
        System.out.println("Barbican, " + phase + ": " + out.substring(out.lastIndexOf("passed")));
        return out;
    }

    @Test
    @Order(1)
    void everyKindOfSecretIsMadeAndReadBack() throws Exception {
        assertThat(phase(client, "create")).contains("passed 9 of 9");
    }

    @Test
    @Order(2)
    void secretsOutliveARestart() throws Exception {
        assertThat(gateway.stop()).isZero();
        gateway.start();
        assertThat(phase(client, "read")).contains(KINDS);
    }

    @Test
    @Order(3)
    void anotherClientAndAGatewayThatIsDownGiveNothing() throws Exception {
        assertThat(phase(stranger, "refused")).contains(KINDS);
        assertThat(gateway.stop()).isZero();
        try {
            assertThat(phase(client, "refused")).contains(KINDS);
        } finally {
            gateway.start();
        }
        phase(client, "read");
    }

    @Test
    @Order(4)
    void aReplacedKeyIsReadUntilItIsDeleted() throws Exception {
        assertThat(phase(client, "replace")).contains("passed 5 of 5");
    }
}
