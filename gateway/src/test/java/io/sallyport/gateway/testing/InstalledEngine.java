package io.sallyport.gateway.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

import org.bouncycastle.LICENSE;

import io.sallyport.gateway.engine.EngineCommandLine;
import io.sallyport.gateway.policy.EngineDistribution;
import io.sallyport.hsm.integrity.CodeManifest;
import io.sallyport.hsm.process.EngineMain;

/**
 * An engine as the build installs it: two archives and their manifest in a folder of their own.
 *
 * @param module name of the archive with the cryptographic module
 */
public record InstalledEngine(Path folder, String module) {
    private static final String OWN = "hsm-engine.jar";
    private static final String BOUNCY_CASTLE = "bcprov.jar";
    private static final String BC_FIPS = "bc-fips.jar";
    /** Where the engine's own build has put the module for its tests. */
    private static final Path FIPS_MODULES = Path.of(System.getProperty("sallyport.root", ".."),
            "hsm-engine", "target", "fips");

    /** Installs the classes that this process runs. */
    public static InstalledEngine in(Path folder) throws Exception {
        return install(folder, place(LICENSE.class), BOUNCY_CASTLE);
    }

    /**
     * Installs the engine of the FIPS distribution into this home of an application. Without the
     * module, which the engine's build resolves, the test is reported as skipped.
     */
    public static InstalledEngine fips(Path applicationHome) throws Exception {
        assumeTrue(Files.isDirectory(FIPS_MODULES),
                "bc-fips is not there: the build of hsm-engine puts it into " + FIPS_MODULES);
        try (Stream<Path> modules = Files.list(FIPS_MODULES)) {
            Path module = modules.filter(one -> one.getFileName().toString().startsWith("bc-fips"))
                    .findFirst().orElseThrow();
            return install(applicationHome.resolve(EngineDistribution.FIPS.folder()), module,
                    BC_FIPS);
        }
    }

    private static InstalledEngine install(Path folder, Path moduleFrom, String module)
            throws Exception {
        Files.createDirectories(folder);
        Path own = folder.resolve(OWN);
        Path copied = folder.resolve(module);
        Path classes = place(EngineMain.class);
        if (Files.isDirectory(classes)) {
            ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, "--create",
                    "--file", own.toString(), "-C", classes.toString(), ".");
        } else {
            Files.copy(classes, own);
        }
        Files.copy(moduleFrom, copied);
        Files.writeString(folder.resolve(CodeManifest.FILE),
                CodeManifest.of(List.of(own, copied)).text());
        return new InstalledEngine(folder, module);
    }

    /** How the ordinary one is started. */
    public EngineCommandLine commandLine() {
        EngineCommandLine tests = EngineCommandLine.installed();
        return new EngineCommandLine(tests.java(), tests.jvmFlags(),
                folder.resolve(module) + File.pathSeparator + folder.resolve(OWN),
                tests.mainClass());
    }

    /** Changes the last byte of the module's archive, or changes it back. */
    public void flip() throws IOException {
        Path path = folder.resolve(module);
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length - 1] ^= 1;
        // In one step: an engine that starts now sees the one or the other.
        Path other = Files.write(folder.resolveSibling("flipped"), bytes);
        Files.move(other, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path place(Class<?> of) throws Exception {
        return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
