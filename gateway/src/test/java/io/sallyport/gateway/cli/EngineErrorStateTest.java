package io.sallyport.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.Gateway;
import io.sallyport.gateway.GatewayOptions;
import io.sallyport.gateway.engine.EngineCommandLine;
import io.sallyport.gateway.engine.EngineState;
import io.sallyport.gateway.engine.EngineState.Phase;
import io.sallyport.gateway.net.ConnectionLimits;
import io.sallyport.hsm.process.EngineMain;
import io.vertx.core.json.JsonObject;

/**
 * The real engine in its error state. A class that only Activate needs is taken out of the engine's
 * installation: Activate then meets an error that nobody foresaw, and everything else goes well.
 */
final class EngineErrorStateTest {
    private static final String NEEDED = "io/sallyport/hsm/policy/AmendPolicy.class";

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void isNoticedAndEndsWithANewEngine() throws Exception {
        Path home = folder.resolve("home");
        assertThat(Ran.command("init", "--home", home).code()).isZero();
        Path installed = folder.resolve("lib-engine");
        copyEngine(installed);
        Path taken = folder.resolve("taken.class");
        Files.move(installed.resolve(NEEDED), taken);
        EngineCommandLine whole = EngineCommandLine.installed();
        EngineCommandLine damaged = new EngineCommandLine(whole.java(), whole.jvmFlags(),
                classPath(whole, installed), whole.mainClass());
        try (Gateway gateway = Gateway.start(new GatewayOptions(home, "127.0.0.1", 0, 0, damaged,
                ConnectionLimits.DEFAULT))) {
            String id = createKey(home);
            for (int failures = 1; failures <= 2; failures++) {
                long before = gateway.engineState().pid();
                Ran failed = Ran.command("key", "activate", id, "--home", home);
                assertThat(failed.code()).isEqualTo(1);
                assertThat(failed.err()).contains("The key engine failed.").hasLineCount(1);
                EngineState after = awaitNewEngine(gateway, before);
                assertThat(after.restarts()).isEqualTo(failures);
                assertThat(after.lastFailure()).startsWith("The engine (process " + before
                        + ") ended with code 137, given up because it met an internal error")
                        .contains("Internal error java.lang.NoClassDefFoundError");
                createKey(home);
            }
            Ran status = Ran.command("status", "--home", home);
            assertThat(status.code()).as(status.err()).isZero();
            assertThat(status.out()).contains("restarts 2", "given up because");
            // The installation is repaired, and the next engine is sound.
            Files.move(taken, installed.resolve(NEEDED));
            Ran activated = Ran.command("key", "activate", id, "--home", home);
            assertThat(activated.err()).isEmpty();
            assertThat(gateway.engineState().restarts()).isEqualTo(2);
        }
        assertThat(Ran.command("audit", "verify", "--home", home).code()).isZero();
    }

    /** The class path with this folder in the place of the engine's own classes. */
    private static String classPath(EngineCommandLine whole, Path installed) throws Exception {
        String own = Path.of(EngineMain.class.getProtectionDomain().getCodeSource().getLocation()
                .toURI()).toString();
        return Stream.of(whole.classPath().split(File.pathSeparator, -1))
                .map(entry -> entry.equals(own) ? installed.toString() : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static EngineState awaitNewEngine(Gateway gateway, long before) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> gateway.engineState().phase() == Phase.READY
                        && gateway.engineState().pid() != before);
        return gateway.engineState();
    }

    private static String createKey(Path home) {
        Ran made = Ran.command("key", "create", "--home", home, "--output", "json");
        assertThat(made.err()).isEmpty();
        return new JsonObject(made.out()).getString("id");
    }

    /** The classes of the engine, which lie in a folder or in an archive, into a folder. */
    private static void copyEngine(Path to) throws Exception {
        URI source = EngineMain.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        Path from = Path.of(source);
        if (Files.isDirectory(from)) {
            copy(from, to);
        } else {
            try (FileSystem archive = FileSystems.newFileSystem(from, Map.of())) {
                copy(archive.getPath("/"), to);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path one : all) {
            Path target = to.resolve(from.relativize(one).toString());
            if (Files.isDirectory(one)) {
                Files.createDirectories(target);
            } else {
                Files.copy(one, target);
            }
        }
    }
}
