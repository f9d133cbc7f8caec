package io.sallyport.gateway.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.gateway.testing.GatewayProcess;

/** Debian's PyKMIP client, unmodified, in each version that it speaks. */
@Tag("interop")
class PyKmipInteropTest {
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    static Path folder;
    static GatewayProcess gateway;
    static Path client;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of(PYTHON))
                        && new ProcessBuilder(PYTHON, "-c", "import kmip.pie").start()
                                .waitFor() == 0,
                "skipped: python3-pykmip is not installed");
        gateway = GatewayProcess.init(folder.resolve("home"));
        gateway.start();
        client = gateway.addClient("pykmip");
    }

    @AfterAll
    static void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.1", "1.2", "1.3", "1.4", "2.0"})
    void everyStepPasses(String version) throws IOException, InterruptedException {
        Process steps = new ProcessBuilder(PYTHON, "src/test/interop/pykmip_steps.py", "127.0.0.1",
                String.valueOf(gateway.kmipPort()), client.resolve("client.pem").toString(),
                client.resolve("client-key.pem").toString(), client.resolve("ca.pem").toString(),
                version).redirectErrorStream(true).start();
        String out = new String(steps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = steps.waitFor();
        System.out.println("PyKMIP " + version + ": "
                + out.substring(out.lastIndexOf("passed") < 0 ? 0 : out.lastIndexOf("passed")));
        assertThat(exit).as(out).isZero();
    }
}
