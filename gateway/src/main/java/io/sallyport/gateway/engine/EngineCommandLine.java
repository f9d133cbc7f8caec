package io.sallyport.gateway.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    private static String engineClassPath() {
        String app = System.getProperty("sallyport.app.home", "");
        Path engine = Path.of(app, "lib-engine");
        return !app.isEmpty() && Files.isDirectory(engine)
                ? engine + "/*"
                : System.getProperty("java.class.path", "");
    }
}
