package io.sallyport.gateway.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.sallyport.gateway.cli.Main;
import io.sallyport.gateway.CanaryGateway.Habit;

/**
 * All routes by which a host lets one process look into another, tried on gateway and engine by
 * their own user, by another one and by root. Prints a table. Root runs gateway and engine as a
 * user without rights; where the tests run as somebody else, the rows of others are missing.
 */
@Tag("chaos")
@Timeout(900)
class RoutesTest {
    private static final int LIVES = Integer.getInteger("sallyport.canary.lives", 20);
    private static final Duration LATER = Duration
            .ofSeconds(Long.getLong("sallyport.canary.later", 60));
    private static final String FOUND = "[1-9][0-9]* copies.*";

    private final StringBuilder table = new StringBuilder(
            "| route | process | who | result |\n| --- | --- | --- | --- |\n");
    private Path folder = Path.of("");
    private String classPath = "";

    /** A gateway with its engine, and the program that holds both. */
    private record Hosted(Process host, long gateway, long engine, String home, String sockets)
            implements
                AutoCloseable {
        @Override
        public void close() throws IOException {
            host.getOutputStream().close();
            host.onExit().join();
        }
    }

    @BeforeEach
    void copyClassPath() throws IOException {
        Assumptions.assumeTrue(MemoryScan.isPossible(), "skipped: no /proc");
        folder = HostUser.openFolder();
        classPath = HostUser.canBeOthers() ? HostUser.readableClassPath(folder)
                : System.getProperty("java.class.path");
    }

    @AfterEach
    void remove() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Hosted host(int lives, String... habit) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of(folder.toString(), String.valueOf(lives)));
        arguments.addAll(List.of(habit));
        Process process = HostUser.service().start(RouteHost.class, classPath, folder,
                arguments.toArray(String[]::new));
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        assertThat(line).startsWith("ready ");
        String[] said = line.split(" ", -1);
        return new Hosted(process, Long.parseLong(said[1]), Long.parseLong(said[2]), said[3],
                said[4]);
    }

    private Map<String, String> tried(HostUser user, Hosted hosted, String how, String process)
            throws IOException {
        long pid = process.equals("engine") ? hosted.engine() : hosted.gateway();
        Map<String, String> results = user.intrude(classPath, folder, how, String.valueOf(pid),
                folder.resolve("needles").toString(), folder.toString(), hosted.home(),
                hosted.sockets() + "/engine.sock");
        results.forEach((route, result) -> table.append("| ").append(route).append(" | ")
                .append(process).append(" | ").append(user.name()).append(" | ").append(result)
                .append(" |\n"));
        return results;
    }

    @Test
    void noRouteLeadsToAKey() throws Exception {
        try (Hosted hosted = host(LIVES)) {
            await().pollDelay(LATER).atMost(LATER.multipliedBy(2)).until(() -> true);
            HostUser same = HostUser.service();
            assertNothing(tried(same, hosted, "look", "gateway"));
            assertShut(tried(same, hosted, "look", "engine"));
            if (HostUser.canBeOthers()) {
                assertShut(tried(HostUser.other(), hosted, "look", "gateway"));
                assertShut(tried(HostUser.other(), hosted, "look", "engine"));
                assertNothing(tried(HostUser.root(), hosted, "look", "gateway"));
                assertNothing(tried(HostUser.root(), hosted, "look", "engine"));
            }
            assertThat(tried(same, hosted, "abort", "engine").values())
                    .allMatch(result -> result.matches("ended, no core|skipped.*"));
            assertNothing(tried(same, hosted, "abort", "gateway"));
        } finally {
            System.out.println(table);
        }
    }

    /** After a seal there is no process that has keys, and the gateway has none either. */
    @Test
    void nothingIsLeftOfASealedEngine() throws Exception {
        try (Hosted hosted = host(LIVES)) {
            Process seal = HostUser.service().start(Main.class, classPath, folder, "seal",
                    "--home", hosted.home());
            String said = new String(seal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(seal.waitFor()).as(said).isZero();
            assertThat(ProcessHandle.of(hosted.engine()).filter(ProcessHandle::isAlive)).isEmpty();
            table.append("| every route | engine, sealed | anybody | there is no process |\n");
            await().pollDelay(LATER).atMost(LATER.multipliedBy(2)).until(() -> true);
            assertThat(ProcessHandle.of(hosted.engine()).filter(ProcessHandle::isAlive)).isEmpty();
            assertNothing(tried(HostUser.service(), hosted, "look", "gateway"));
            if (HostUser.canBeOthers()) {
                assertNothing(tried(HostUser.root(), hosted, "look", "gateway"));
            }
        } finally {
            System.out.println(table);
        }
    }

    /**
     * What a careless gateway keeps is found by every route that leads into it, and what the
     * engine's heap has just after private keys were used, by root.
     */
    @Test
    void everyRouteThatIsOpenFindsWhatIsThere() throws Exception {
        try (Hosted hosted = host(1, Habit.KEEPS_COPIES.name())) {
            if (HostUser.canBeOthers()) {
                assertThat(tried(HostUser.root(), hosted, "glance", "engine").values())
                        .allMatch(result -> result.matches(FOUND));
            }
            Map<String, String> found = tried(HostUser.service(), hosted, "look", "gateway");
            for (String route : List.of("/proc/PID/mem", "process_vm_readv", "heap dump by jcmd",
                    "files and log in the home")) {
                assertThat(found.get(route)).as(route).matches(FOUND);
            }
            assertThat(found.get("core by gcore")).matches(FOUND + "|skipped.*");
        }
    }

    private static void assertNothing(Map<String, String> results) {
        assertThat(results).isNotEmpty();
        assertThat(results).allSatisfy((route, result) -> assertThat(result)
                .doesNotMatch("[1-9][0-9]* copies.*").doesNotMatch(".* [1-9][0-9]* halves.*"));
    }

    /** The home and the socket are the same user's; everything else is refused. */
    private static void assertShut(Map<String, String> results) {
        assertThat(results).isNotEmpty();
        assertNothing(results);
        assertThat(results).allSatisfy((route, result) -> {
            if (!route.startsWith("files") && !route.startsWith("engine's socket")) {
                assertThat(result).matches("refused.*|skipped.*");
            }
        });
    }
}
