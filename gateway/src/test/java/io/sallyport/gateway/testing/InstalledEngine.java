package io.sallyport.gateway.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.spi.ToolProvider;

import org.bouncycastle.LICENSE;

import io.sallyport.gateway.engine.EngineCommandLine;
import io.sallyport.hsm.integrity.CodeManifest;
import io.sallyport.hsm.process.EngineMain;

/** An engine as the build installs it: two archives and their manifest in a folder of their own. */
public record InstalledEngine(Path folder) {
    private static final String OWN = "hsm-engine.jar";
    private static final String BOUNCY_CASTLE = "bcprov.jar";

    /** Installs the classes that this process runs. */
    public static InstalledEngine in(Path folder) throws Exception {
        Files.createDirectories(folder);
        Path own = folder.resolve(OWN);
        Path bouncy = folder.resolve(BOUNCY_CASTLE);
        Path classes = place(EngineMain.class);
        if (Files.isDirectory(classes)) {
            ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, "--create",
                    "--file", own.toString(), "-C", classes.toString(), ".");
        } else {
            Files.copy(classes, own);
        }
        Files.copy(place(LICENSE.class), bouncy);
        Files.writeString(folder.resolve(CodeManifest.FILE),
                CodeManifest.of(List.of(own, bouncy)).text());
        return new InstalledEngine(folder);
    }

    /** How it is started. */
    public EngineCommandLine commandLine() {
        EngineCommandLine tests = EngineCommandLine.installed();
        return new EngineCommandLine(tests.java(), tests.jvmFlags(),
                folder.resolve(BOUNCY_CASTLE) + File.pathSeparator + folder.resolve(OWN),
                tests.mainClass());
    }

    /** Changes the last byte of Bouncy Castle's archive, or changes it back. */
    public void flip() throws IOException {
        Path path = folder.resolve(BOUNCY_CASTLE);
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
