package io.sallyport.gateway.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Assumptions;

/** The load client of the shared folder, compiled once and run as a process of its own. */
final class LoadTool {
    /** The client starts cold, on one core: with less it is slower than the servers it measures. */
    private static final String WARMUP_SECONDS = "6";

    private final Path classes;
    private final Path clientFiles;
    private final List<String> pinning;

    private LoadTool(Path classes, Path clientFiles, List<String> pinning) {
        this.classes = classes;
        this.clientFiles = clientFiles;
        this.pinning = pinning;
    }

    /** What one run measured. */
    record Figures(double requestsPerSecond, double p50Micros, double p99Micros,
            double serverCpuMicros, double otherCpuCores, long errors) {}

    /** Compiles the tool; aborts the test where the shared folder is missing. */
    static LoadTool prepare(Path folder, Path clientFiles, List<String> pinning)
            throws IOException {
        Path source = Path.of(System.getProperty("sallyport.shared", "../shared"),
                "tools/KmipLoad.java");
        Assumptions.assumeTrue(Files.exists(source),
                "skipped: no load client in the shared folder");
        Path classes = Files.createDirectories(folder.resolve("load-classes"));
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d",
                classes.toString(), source.toString());
        if (result != 0) {
            throw new IOException("The load client does not compile.");
        }
        return new LoadTool(classes, clientFiles, pinning);
    }

    /** One measured run. Every run is bounded in time and in requests. */
    Figures run(int port, int connections, String pids, List<String> source)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(pinning);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp", classes.toString(), "KmipLoad", "--port", String.valueOf(port), "--keystore",
                clientFiles.resolve("client.p12").toString(), "--ca",
                clientFiles.resolve("ca.pem").toString(), "--connections",
                String.valueOf(connections), "--seconds", "3", "--warmup", WARMUP_SECONDS, "--max",
                "5000000",
                "--pid", pids));
        command.addAll(source);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        if (!out.contains("req_per_s")) {
            throw new IOException("The load client gave no figures: " + out);
        }
        return new Figures(number(out, "req_per_s"), number(out, "p50_us"), number(out, "p99_us"),
                number(out, "server_cpu_us_per_req"), number(out, "other_cpu_cores"),
                (long) number(out, "errors"));
    }

    private static double number(String json, String field) {
        Matcher matcher = Pattern.compile("\"" + field + "\":([-0-9.NaN]+)").matcher(json);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
    }
}
