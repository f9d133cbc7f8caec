package io.sallyport.hsm.process;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The engine of the FIPS distribution, in a process of its own with its own class path. */
public final class FipsEngine implements AutoCloseable {
    private final RunningEngine engine;

    private FipsEngine(RunningEngine engine) {
        this.engine = engine;
    }

    /** Serves the domain in this folder, which it makes if there is none. */
    public static FipsEngine start(Path folder) throws IOException, InterruptedException {
        return new FipsEngine(
                RunningEngine.start(folder, EngineLaunch.fipsJvmFlags(), classPath()));
    }

    /** The same with self-tests that are broken by switches in another folder. */
    static FipsEngine startSwitched(Path folder, Path switches)
            throws IOException, InterruptedException {
        List<String> flags = new ArrayList<>(EngineLaunch.fipsJvmFlags());
        flags.add("-D" + SwitchedEngine.FOLDER + "=" + switches);
        return new FipsEngine(RunningEngine.start(folder, flags, String.join(File.pathSeparator,
                classPath(), Path.of("target", "test-classes").toString()),
                SwitchedEngine.class));
    }

    /** The engine's classes and the module, which the build has put beside them. */
    static String classPath() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target", "fips"))) {
            Path module = jars.filter(jar -> jar.getFileName().toString().startsWith("bc-fips"))
                    .findFirst().orElseThrow();
            return String.join(File.pathSeparator, List.of(classes(), module.toString()));
        }
    }

    private static String classes() throws IOException {
        try {
            return Path.of(EngineMain.class.getProtectionDomain().getCodeSource().getLocation()
                    .toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** Where it listens. */
    public Path socket() {
        return engine.socket();
    }

    @Override
    public void close() throws IOException {
        engine.close();
    }
}
