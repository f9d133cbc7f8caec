package io.sallyport.gateway.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the engine's process is started, apart from what it is to do. Immutable. */
public record EngineCommandLine(Path java, List<String> jvmFlags, String classPath,
        String mainClass) {
    /** The class that the engine's process runs. */
    public static final String MAIN_CLASS = "io.sallyport.hsm.process.EngineMain";

    /**
     * The engine as it is installed: the folder {@code lib-engine} of the application's home, which
     * the launcher names; without a launcher, the gateway's own class path.
     */
    public static EngineCommandLine installed(List<String> jvmFlags) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new EngineCommandLine(java, jvmFlags, engineClassPath(), MAIN_CLASS);
    }

    /** The command with these arguments. */
    public List<String> with(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(jvmFlags);
        command.add("-cp");
        command.add(classPath);
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    private static String engineClassPath() {
        String app = System.getProperty("sallyport.app.home", "");
        Path engine = Path.of(app, "lib-engine");
        return !app.isEmpty() && Files.isDirectory(engine)
                ? engine + "/*"
                : System.getProperty("java.class.path", "");
    }
}
