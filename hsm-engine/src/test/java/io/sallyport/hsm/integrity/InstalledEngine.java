package io.sallyport.hsm.integrity;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bouncycastle.LICENSE;

import io.sallyport.hsm.process.EngineMain;

/** An engine as the build installs it: two archives and their manifest in a folder of their own. */
public record InstalledEngine(Path folder) {
    /** Archive of our own classes. */
    public static final String OWN = "hsm-engine.jar";
    /** Archive of Bouncy Castle. */
    public static final String BOUNCY_CASTLE = "bcprov.jar";

    /** Installs the classes that this process runs. */
    public static InstalledEngine in(Path folder) throws Exception {
        Files.createDirectories(folder);
        Path own = folder.resolve(OWN);
        Path bouncy = folder.resolve(BOUNCY_CASTLE);
        archive(place(EngineMain.class), own);
        Files.copy(place(LICENSE.class), bouncy);
        Files.writeString(folder.resolve(CodeManifest.FILE),
                CodeManifest.of(List.of(own, bouncy)).text());
        return new InstalledEngine(folder);
    }

    /** The class path that {@code -cp folder/*} makes. */
    public String classPath() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted()
                    .map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** Changes one byte of a file, or changes it back. */
    public void flip(String file, int fromEnd) throws IOException {
        Path path = folder.resolve(file);
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length - fromEnd] ^= 1;
        // In one step: an engine that starts now sees the one or the other.
        Path other = Files.write(folder.resolveSibling("flipped"), bytes);
        Files.move(other, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path place(Class<?> of) throws Exception {
        return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void archive(Path classes, Path to) throws IOException {
        if (!Files.isDirectory(classes)) {
            Files.copy(classes, to);
            return;
        }
        try (OutputStream out = Files.newOutputStream(to);
                JarOutputStream jar = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
    }
}
