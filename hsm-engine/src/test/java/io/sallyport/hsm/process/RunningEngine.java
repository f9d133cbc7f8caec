package io.sallyport.hsm.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.client.LinkLimits;

/** An engine in a process of its own, with a fresh domain. */
final class RunningEngine implements AutoCloseable {
    private final Process process;
    private final Path socket;

    private RunningEngine(Process process, Path socket) {
        this.process = process;
        this.socket = socket;
    }

    static RunningEngine start(Path folder) throws IOException, InterruptedException {
        return start(folder, EngineLaunch.jvmFlags(), System.getProperty("java.class.path"),
                EngineMain.class);
    }

    /** As {@link #start(Path)}, from another class path or main class. */
    static RunningEngine start(Path folder, String classPath, Class<?> main)
            throws IOException, InterruptedException {
        return start(folder, EngineLaunch.jvmFlags(), classPath, main);
    }

    static RunningEngine start(Path folder, List<String> flags, String classPath)
            throws IOException, InterruptedException {
        return start(folder, flags, classPath, EngineMain.class);
    }

    /** As {@link #start(Path)}, with everything that can be another. */
    static RunningEngine start(Path folder, List<String> flags, String classPath, Class<?> main)
            throws IOException, InterruptedException {
        Path state = folder.resolve("state");
        Path key = folder.resolve("key");
        Path socket = folder.resolve("engine.sock");
        if (!state.toFile().exists()) {
            Process init =
                    spawn(flags, classPath, "--init", "--state", state.toString(), "--auto-unseal",
                            key.toString());
            if (init.waitFor() != 0) {
                throw new IOException("init failed: " + errors(init));
            }
        }
        Process engine = spawn(flags, classPath, main, "--state", state.toString(),
                "--auto-unseal", key.toString(), "--socket", socket.toString());
        BufferedReader out = new BufferedReader(
                new InputStreamReader(engine.getInputStream(), StandardCharsets.UTF_8));
        if (!EngineLaunch.READY.equals(out.readLine())) {
            throw new IOException("not ready: " + errors(engine));
        }
        return new RunningEngine(engine, socket);
    }

    static Process spawn(String... arguments) throws IOException {
        return spawn(EngineLaunch.jvmFlags(), System.getProperty("java.class.path"),
                EngineMain.class, arguments);
    }

    static Process spawn(String classPath, Class<?> main, String... arguments)
            throws IOException {
        return spawn(EngineLaunch.jvmFlags(), classPath, main, arguments);
    }

    static Process spawn(List<String> flags, String classPath, String... arguments)
            throws IOException {
        return spawn(flags, classPath, EngineMain.class, arguments);
    }

    private static Process spawn(List<String> flags, String classPath, Class<?> main,
            String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    static String errors(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    Process process() {
        return process;
    }

    Path socket() {
        return socket;
    }

    BlockingEngineLink connect() throws IOException {
        return BlockingEngineLink.connect(socket, LinkLimits.DEFAULT);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        boolean ended = false;
        try {
            ended = process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            process.destroyForcibly();
            throw new IOException("The engine did not end with its standard input.");
        }
    }
}
