package io.sallyport.gateway.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.cli.Main;
import io.sallyport.gateway.dialect.Dialect.Scene;
import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.gateway.testing.RawConnection;

/**
 * Every client of the files, over TLS, against the real gateway and engine: it makes its key, finds
 * it after a restart, rotates, survives an outage, and sees nothing of another client's.
 */
class DialectReplayTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;
    static GatewayProcess gateway;
    static List<Replay> replays = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        gateway = GatewayProcess.init(folder.resolve("home"));
        gateway.start();
        SSLContext stranger = client("stranger", "default");
        for (Dialect dialect : DialectFile.all()) {
            SSLContext own = client(dialect.name(), dialect.profile());
            Dialect.User user = dialect.user();
            if (user != null) {
                command("user", "add", user.name(), "--partition", dialect.name(), "--password",
                        user.password());
            }
            replays.add(new Replay(dialect, () -> gateway.kmipPort(), own, stranger));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        for (Replay replay : replays) {
            replay.close();
        }
        gateway.close();
    }

    private static SSLContext client(String name, String profile)
            throws IOException, GeneralSecurityException {
        Path out = folder.resolve(name);
        command("client", "add", name, "--partition", name, "--profile", profile, "--out",
                out.toString());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(out.resolve("client.p12"))) {
            keys.load(in, PASSWORD);
        }
        return RawConnection.context(keys, out.resolve("ca.pem"));
    }

    private static void command(String... words) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        List<String> command = new ArrayList<>(List.of(words));
        command.addAll(List.of("--home", gateway.home().toString()));
        assertThat(Main.run(out, out, command.toArray(String[]::new))).as(said.toString())
                .isZero();
    }

    @TestFactory
    Stream<DynamicNode> everyClientIsServed() {
        return Stream.of(scene("create"),
                dynamicTest("the gateway is restarted", DialectReplayTest::restart),
                scene("restart"), scene("rotate"),
                dynamicTest("the gateway dies", () -> gateway.killHard()),
                each("nobody is there", DialectReplayTest::isRefused),
                dynamicTest("the gateway is back", () -> gateway.start()),
                scene("outage"), scene("wrong identity"), scene("old backup"),
                each("all of the file was played", replay -> assertThat((long) replay.played())
                        .isPositive().isEqualTo(replay.dialect().exchanges())));
    }

    private static void restart() {
        assertThat(gateway.stop()).isZero();
        gateway.start();
    }

    private static void isRefused(Replay replay) {
        assertThatThrownBy(() -> replay.connect(false)).isInstanceOf(ConnectException.class);
    }

    private static DynamicNode scene(String name) {
        return dynamicContainer(name, replays.stream()
                .filter(replay -> replay.dialect().scenes().containsKey(name))
                .map(replay -> {
                    Scene scene = replay.dialect().scene(name);
                    return dynamicTest(replay.dialect().name() + ": " + scene.exchanges()
                            + " exchanges", () -> replay.play(scene));
                }));
    }

    /** What is done with one client. */
    private interface Act {
        void with(Replay replay) throws IOException;
    }

    private static DynamicNode each(String name, Act act) {
        return dynamicContainer(name, replays.stream()
                .map(replay -> dynamicTest(replay.dialect().name(), () -> act.with(replay))));
    }
}
