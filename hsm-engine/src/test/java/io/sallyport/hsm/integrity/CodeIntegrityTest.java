package io.sallyport.hsm.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.crypto.SelfTestFailure;

class CodeIntegrityTest {
    @TempDir
    private Path folder = Path.of("");
    private InstalledEngine engine;

    @BeforeEach
    void install() throws Exception {
        engine = InstalledEngine.in(folder.resolve("lib-engine"));
    }

    private void assertRefused(String file, String why) throws IOException {
        CodeIntegrity code = CodeIntegrity.of(engine.classPath());
        assertThatThrownBy(code::check).isInstanceOf(SelfTestFailure.class)
                .hasMessageStartingWith("The self-test of the code's integrity failed: ")
                .hasMessageContaining(engine.folder().resolve(file) + " " + why)
                .hasMessageEndingWith(
                        "Install Sallyport anew, or run mvn package in a checkout.");
    }

    @Test
    void whatWasBuiltPasses() throws Exception {
        assertThat(CodeIntegrity.of(engine.classPath()).check()).isEqualTo("2 archives as built");
    }

    @Test
    void oneChangedByteIsFound_whereverItIs() throws Exception {
        for (String file : new String[]{InstalledEngine.OWN, InstalledEngine.BOUNCY_CASTLE}) {
            int length = (int) Files.size(engine.folder().resolve(file));
            for (int fromEnd : new int[]{1, length / 2, length}) {
                engine.flip(file, fromEnd);
                assertRefused(file, "is not what was built.");
                engine.flip(file, fromEnd);
            }
        }
        assertThat(CodeIntegrity.of(engine.classPath()).check()).isEqualTo("2 archives as built");
    }

    @Test
    void everyByteOfTheManifestCounts() throws Exception {
        Path file = engine.folder().resolve(CodeManifest.FILE);
        int length = (int) Files.size(file);
        for (int fromEnd = 1; fromEnd <= length; fromEnd++) {
            engine.flip(CodeManifest.FILE, fromEnd);
            assertRefused(CodeManifest.FILE, "was changed.");
            engine.flip(CodeManifest.FILE, fromEnd);
        }
        Files.writeString(file, Files.readString(file) + "\n");
        assertRefused(CodeManifest.FILE, "was changed.");
        Files.writeString(file, "");
        assertRefused(CodeManifest.FILE, "was changed.");
    }

    @Test
    void aFileThatIsMissingIsFound() throws Exception {
        Files.delete(engine.folder().resolve(InstalledEngine.BOUNCY_CASTLE));
        assertRefused(InstalledEngine.BOUNCY_CASTLE, "is missing.");
        Files.delete(engine.folder().resolve(CodeManifest.FILE));
        assertRefused(CodeManifest.FILE, "can't be read.");
    }

    @Test
    void anArchiveThatDoesNotBelongToItIsFound() throws Exception {
        Files.copy(engine.folder().resolve(InstalledEngine.OWN),
                engine.folder().resolve("aaa.jar"));
        assertRefused("aaa.jar", "does not belong to it.");
    }

    @Test
    void anArchiveOfTheSameNameFromElsewhereIsFound() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"))
                .resolve(InstalledEngine.OWN);
        Files.copy(engine.folder().resolve(InstalledEngine.OWN), other);
        CodeIntegrity code = CodeIntegrity.of(engine.classPath() + ":" + other);
        assertThatThrownBy(code::check).isInstanceOf(SelfTestFailure.class)
                .hasMessageContaining("Two archives are called");
    }

    @Test
    void foldersOfClassesAreNotCheckedAndThatIsSaid() throws Exception {
        assertThat(CodeIntegrity.of(engine.classPath() + ":" + folder).check())
                .isEqualTo(CodeIntegrity.NOT_CHECKED);
    }

    @Test
    void theBuildWritesTheManifestOfItsClassPath() throws Exception {
        Path written = folder.resolve("build/target").resolve(CodeManifest.FILE);
        Process build = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                folder + ":" + engine.classPath(), CodeManifest.class.getName(),
                written.toString()).start();
        assertThat(build.waitFor()).isZero();
        assertThat(written)
                .hasSameTextualContentAs(engine.folder().resolve(CodeManifest.FILE));
    }
}
