package io.sallyport.gateway.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.identity.PrivateFiles;
import io.sallyport.gateway.engine.EngineCommandLine;
import io.sallyport.gateway.policy.EngineDistribution;
import io.sallyport.gateway.policy.RngSeeding;

final class HomeTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Path path = folder;
    private HomeConfig config = HomeConfig.create(List.of("kms.example.org"));

    @BeforeEach
    void makeHome() throws Exception {
        path = folder.resolve("home");
        Home home = Home.create(path, config);
        for (Home.Place place : Home.Place.values()) {
            PrivateFiles.write(home.path(place), new byte[]{1}, PrivateFiles.PRIVATE_MODE);
        }
        home.complete();
    }

    @Test
    void isReadAsItWasWritten() throws Exception {
        assertThat(Home.open(path).config()).isEqualTo(config);
        assertThat(mode(path)).isEqualTo("rwx------");
        assertThat(mode(path.resolve("engine"))).isEqualTo("rwx------");
        assertThat(mode(path.resolve("sallyport.properties"))).isEqualTo("rw-------");
    }

    @Test
    void isNotMadeTwiceNorAmongOtherFiles() throws Exception {
        assertThatThrownBy(() -> Home.create(path, config)).isInstanceOf(HomeException.class)
                .hasMessageContaining("is a home already");
        Files.createFile(folder.resolve("other"));
        assertThatThrownBy(() -> Home.create(folder, config)).isInstanceOf(HomeException.class)
                .hasMessageContaining("is not empty");
    }

    @Test
    void whatACutOffMakingLeftIsClearedAndNothingElse() throws Exception {
        Path other = folder.resolve("other");
        Home cutOff = Home.create(other, config);
        PrivateFiles.write(cutOff.path(Home.Place.CA_KEY), new byte[]{1},
                PrivateFiles.PRIVATE_MODE);
        try (HomeLock _ = cutOff.lock(other)) {
            assertThatThrownBy(() -> Home.create(other, config)).isInstanceOf(HomeException.class)
                    .hasMessageContaining("is being made by process");
        }
        Home again = Home.create(other, config);
        assertThat(again.path(Home.Place.CA_KEY)).doesNotExist();
        assertThatThrownBy(() -> Home.clear(path)).isInstanceOf(HomeException.class)
                .hasMessageContaining("left as it is");
        assertThat(path.resolve("ca/ca-key.pem")).exists();
    }

    @Test
    void aCompleteHomeIsNeverCleared() throws Exception {
        Files.createFile(path.resolve("unfinished"));
        assertThatThrownBy(() -> Home.create(path, config)).isInstanceOf(HomeException.class)
                .hasMessageContaining("is a home already");
        Home.open(path);
        assertThat(path.resolve("unfinished")).doesNotExist();
        Files.delete(path.resolve("sallyport.properties"));
        assertThatThrownBy(() -> Home.create(path, config)).isInstanceOf(HomeException.class)
                .hasMessageContaining("is not empty");
        assertThat(path.resolve("ca/ca-key.pem")).exists();
    }

    @Test
    void saysHowToMakeOne() {
        assertThatThrownBy(() -> Home.open(folder.resolve("nowhere")))
                .isInstanceOf(HomeException.class).hasMessageContaining("sallyport init --home");
    }

    @Test
    void opensToNobodyElse() throws Exception {
        Path key = path.resolve("engine/auto-unseal.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(() -> Home.open(path)).isInstanceOf(HomeException.class)
                .hasMessageContaining("chmod go-rwx " + key)
                .hasMessageContaining("chmod go-rwx " + path + "'");
    }

    @Test
    void missesWhatIsMissing() throws Exception {
        Files.delete(path.resolve("engine/sealed-state"));
        assertThatThrownBy(() -> Home.open(path)).isInstanceOf(HomeException.class)
                .hasMessageContaining("sealed-state is missing");
    }

    @Test
    void opensWithoutTheKeyOfTheAuthorityButWithNoneThatOthersRead() throws Exception {
        Path key = path.resolve("ca/ca-key.pem");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> Home.open(path)).isInstanceOf(HomeException.class)
                .hasMessageContaining("chmod go-rwx " + key);
        Files.delete(key);
        assertThat(Home.open(path).path()).isEqualTo(path);
    }

    @Test
    void reportsEveryProblemOfTheSettingsAtOnce() throws Exception {
        Files.write(path.resolve("sallyport.properties"), """
                domain.id = 1
                kmip.prot = 1234
                https.port = 70000
                https.port = 8443
                rubbish
                """.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Home.open(path)).isInstanceOf(HomeException.class)
                .hasMessageContaining("unknown key 'kmip.prot' (did you mean 'kmip.port'?)")
                .hasMessageContaining("'domain.id' is not a UUID")
                .hasMessageContaining("'node.id' is missing")
                .hasMessageContaining("sets 'https.port' again")
                .hasMessageContaining("Line 5 is not of the form");
    }

    @Test
    void strictPartitionsAreNamedWithCommas() throws Exception {
        Path file = path.resolve("sallyport.properties");
        String text = Files.readString(file);
        assertThat(Home.open(path).config().strictPartitions()).isEmpty();
        Files.writeString(file,
                text.replaceFirst("strict.partitions =.*", "strict.partitions = one,, two "));
        assertThat(Home.open(path).config().strictPartitions()).containsExactly("one", "two");
        Files.writeString(file, text.replaceFirst("strict.partitions =.*\n", ""));
        assertThat(Home.open(path).config().strictPartitions()).isEmpty();
    }

    @Test
    void theEngineIsTheOneThatTheSettingsName() throws Exception {
        Path file = path.resolve("sallyport.properties");
        String text = Files.readString(file);
        assertThat(Home.open(path).config().engine()).isEqualTo(EngineDistribution.ORDINARY);
        Files.writeString(file, ConfigFile.text(config.withEngine(EngineDistribution.FIPS)));
        assertThat(Home.open(path).config().engine()).isEqualTo(EngineDistribution.FIPS);
        Files.writeString(file, text.replaceFirst("engine.distribution =.*\n", ""));
        assertThat(Home.open(path).config().engine()).isEqualTo(EngineDistribution.ORDINARY);
        Files.writeString(file, text.replaceFirst("engine.distribution =.*",
                "engine.distribution = FIPS"));
        assertThatThrownBy(() -> Home.open(path)).isInstanceOf(HomeException.class)
                .hasMessageContaining("'engine.distribution' is 'FIPS' but must be ordinary or");
    }

    @Test
    void anEngineThatIsNotInstalledIsNotStarted() {
        assertThatThrownBy(() -> EngineCommandLine.installed(EngineDistribution.FIPS))
                .isInstanceOf(IOException.class)
                .hasMessage("The engine 'fips' is not installed: there is no folder"
                        + " lib-engine-fips");
    }

    @Test
    void aSeedIsTakenAsTheSettingsSay() throws Exception {
        Path file = path.resolve("sallyport.properties");
        String text = Files.readString(file);
        assertThat(text).contains("kmip.rng.seed = all\n");
        for (RngSeeding seeding : RngSeeding.values()) {
            Files.writeString(file,
                    text.replace("kmip.rng.seed = all", "kmip.rng.seed = " + seeding.word()));
            assertThat(Home.open(path).config().rngSeeding()).isEqualTo(seeding);
        }
        Files.writeString(file, text.replace("kmip.rng.seed = all\n", ""));
        assertThat(Home.open(path).config().rngSeeding()).isEqualTo(RngSeeding.ALL);
        Files.writeString(file, text.replace("kmip.rng.seed = all", "kmip.rng.seed = ALL"));
        assertThatThrownBy(() -> Home.open(path)).isInstanceOf(HomeException.class)
                .hasMessageContaining(
                        "'kmip.rng.seed' is 'ALL' but must be all, part, none or denied.");
    }

    @Test
    void anUnknownKeyThatResemblesNothingGetsNoSuggestion() throws Exception {
        Files.writeString(path.resolve("sallyport.properties"),
                ConfigFile.text(config) + "colour.of.the.door = green\n");
        assertThatThrownBy(() -> Home.open(path)).isInstanceOf(HomeException.class)
                .hasMessageContaining("unknown key 'colour.of.the.door'.");
    }

    @Test
    void belongsToOneProcessAtATime() throws Exception {
        Home home = Home.open(path);
        assertThat(home.holder()).isEmpty();
        try (HomeLock _ = home.lock(path)) {
            assertThat(home.holder())
                    .hasValue(new HomeLock.Holder(ProcessHandle.current().pid(), path));
            assertThatThrownBy(() -> home.lock(path)).isInstanceOf(HomeException.class)
                    .hasMessageContaining("in use by another Sallyport (process "
                            + ProcessHandle.current().pid() + ")");
        }
        assertThat(home.holder()).isEmpty();
        home.lock(path).close();
    }

    @Test
    void anotherProcessSeesTheHolder() throws Exception {
        Home home = Home.open(path);
        try (HomeLock _ = home.lock(path)) {
            Process probe = new ProcessBuilder(
                    ProcessHandle.current().info().command().orElse("java"), "-cp",
                    System.getProperty("java.class.path", ""), LockProbe.class.getName(),
                    path.toString()).redirectErrorStream(true).start();
            String said = new String(probe.getInputStream().readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(said).contains("process " + ProcessHandle.current().pid());
            assertThat(probe.waitFor()).isEqualTo(1);
        }
    }

    /** Another process that wants the home. */
    static final class LockProbe {
        private LockProbe() {}

        public static void main(String[] args) throws Exception {
            try (HomeLock _ = Home.open(Path.of(args[0])).lock(Path.of(args[0]))) {
                System.out.println("taken");
            } catch (HomeException e) {
                System.out.println(e.getMessage());
                System.exit(1);
            }
        }
    }

    @Test
    void aLongPathGetsAShortFolderForSockets() throws Exception {
        assertThat(Home.open(path).socketFolder()).isEqualTo(path);
        Path deep = folder.resolve("x".repeat(80)).resolve("home");
        Files.createDirectories(deep.getParent());
        Path sockets = Home.create(deep, config).socketFolder();
        assertThat(sockets).isNotEqualTo(deep);
        assertThat(Home.engineSocket(sockets).toString().length()).isLessThan(100);
        assertThat(mode(sockets)).isEqualTo("rwx------");
        Files.delete(sockets);
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
