package io.sallyport.gateway.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.policy.EngineDistribution;
import io.sallyport.hsm.process.EngineLaunch;
import io.sallyport.hsm.process.EngineMain;

/** How the engine's process is started, apart from what it is to do. Immutable. */
public record EngineCommandLine(Path java, List<String> jvmFlags, String classPath,
        String mainClass) {
    /**
     * The engine as it is installed: the folder {@code lib-engine} of the application's home, which
     * the launcher names; without a launcher, the gateway's own class path.
     */
    public static EngineCommandLine installed() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new EngineCommandLine(java, EngineLaunch.jvmFlags(), engineClassPath(),
                EngineMain.class.getName());
    }

    /** The command with these arguments. */
    private List<String> with(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(jvmFlags);
        command.add("-cp");
        command.add(classPath);
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    /** Starts it with these arguments and without an environment, which could bring agents. */
    public Process start(List<String> arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(with(arguments));
        builder.environment().clear();
        return builder.start();
    }

    /**
     * The engine of a distribution, as it is installed.
     *
     * @throws IOException if it is not
     */
    public static EngineCommandLine installed(EngineDistribution distribution)
            throws IOException {
        EngineCommandLine ordinary = installed();
        if (distribution == EngineDistribution.ORDINARY) {
            return ordinary;
        }
        Path folder = folder(distribution);
        if (folder == null) {
            throw new IOException("The engine '" + distribution.word()
                    + "' is not installed: there is no folder " + distribution.folder());
        }
        return new EngineCommandLine(ordinary.java, EngineLaunch.fipsJvmFlags(), folder + "/*",
                ordinary.mainClass);
    }

    private static String engineClassPath() {
        Path folder = folder(EngineDistribution.ORDINARY);
        return folder == null ? System.getProperty("java.class.path", "") : folder + "/*";
    }

    private static @Nullable Path folder(EngineDistribution distribution) {
        String app = System.getProperty("sallyport.app.home", "");
        Path folder = Path.of(app, distribution.folder());
        return !app.isEmpty() && Files.isDirectory(folder) ? folder : null;
    }
}
