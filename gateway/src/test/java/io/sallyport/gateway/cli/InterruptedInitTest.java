package io.sallyport.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.gateway.Gateway;
import io.sallyport.gateway.GatewayOptions;

/** {@code init} is killed as soon as a certain file is there: the next one makes a good home. */
final class InterruptedInitTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    @ParameterizedTest
    @ValueSource(strings = {"unfinished", "logs", "engine/auto-unseal.key", "ca/ca.pem",
            "ca/ca-key.pem", "tls/server-key.pem", "store/sallyport.db",
            "store/sallyport.db-wal", "sallyport.properties.next"})
    void theNextInitMakesAGoodHome(String step) throws Exception {
        Path home = folder.resolve("home");
        Process init = new ProcessBuilder(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path", ""), Main.class.getName(), "init", "--home",
                home.toString()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        await().pollInterval(Duration.ofMillis(1)).atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(home.resolve(step)) || !init.isAlive());
        init.toHandle().destroyForcibly();
        init.waitFor();
        boolean complete = Files.exists(home.resolve("sallyport.properties"));

        Ran again = Ran.command("init", "--home", home);
        if (complete) {
            assertThat(again.code()).isEqualTo(1);
            assertThat(again.err()).contains("is a home already").hasLineCount(1);
        } else {
            assertThat(again.err()).isEmpty();
            assertThat(again.code()).isZero();
        }
        try (Gateway gateway = Gateway.start(GatewayOptions.loopback(home))) {
            assertThat(gateway.kmipPort()).isPositive();
            assertThat(Ran.command("key", "create", "--home", home).code()).isZero();
            assertThat(Ran.command("audit", "verify", "--home", home).code()).isZero();
        }
        assertThat(names(home)).contains("sallyport.properties").doesNotContain("unfinished")
                .noneMatch(name -> name.startsWith("engine-"));
    }

    private static List<String> names(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
