package io.sallyport.gateway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.bench.LoadTool.Figures;
import io.sallyport.gateway.testing.GatewayProcess;

/**
 * Encrypt, Get and Create, durably audited, beside an echo server with the same TLS and message
 * sizes. The servers share one core where {@code taskset} is there, the load client has another;
 * rounds are interleaved and the median of the rounds is shown.
 */
@Tag("bench")
class LoadBench {
    private static final int ROUNDS = Integer.getInteger("sallyport.bench.rounds", 3);
    private static final int[] CONNECTIONS = {1, 8, 64};
    /** Threads that take less are not shown. */
    private static final double SHARE_MIN = 0.02;
    private static final List<String> SERVERS = List.of("echo", "encrypt", "get", "create");

    private final Map<String, List<Figures>> figures = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Double>>> shares = new LinkedHashMap<>();

    @Test
    void encryptGetAndCreateBesideAnEcho(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (GatewayProcess gateway = GatewayProcess.init(folder.resolve("home"))) {
            gateway.start();
            Path client = gateway.addClient("load");
            LoadTool load = LoadTool.prepare(folder, client, pinning(1));
            Process echo = startEcho(gateway.home());
            try (BufferedReader reader = echo.inputReader(StandardCharsets.UTF_8)) {
                int echoPort = Integer.parseInt(reader.readLine().replaceAll("\\D+", ""));
                pin(gateway.pid());
                pin(gateway.engine().pid());
                pin(echo.pid());
                Map<String, Long> processes = Map.of("gateway", gateway.pid(), "engine",
                        gateway.engine().pid());
                Path requests = Files.createDirectories(folder.resolve("requests"));
                load.run(gateway.kmipPort(), 1, pids(processes),
                        List.of("--op", "encrypt", "--save", requests.toString()));
                for (int round = 0; round < ROUNDS; round++) {
                    round(load, gateway, processes, echoPort,
                            String.valueOf(echo.pid()), requests.resolve("encrypt.ttlv"));
                }
            } finally {
                echo.destroy();
            }
        }
        report();
    }

    private void round(LoadTool load, GatewayProcess gateway, Map<String, Long> processes,
            int echoPort, String echoPid, Path request) throws IOException, InterruptedException {
        for (int connections : CONNECTIONS) {
            for (String server : SERVERS) {
                String cell = server + " " + connections;
                ThreadTimes before = ThreadTimes.of(processes);
                Figures run = server.equals("echo")
                        ? load.run(echoPort, connections, echoPid,
                                List.of("--requests", request.toString()))
                        : load.run(gateway.kmipPort(), connections, pids(processes),
                                List.of("--op", server));
                assertThat(run.errors()).as("%s%n%s", cell, gateway.log()).isZero();
                figures.computeIfAbsent(cell, _ -> new ArrayList<>()).add(run);
                shares.computeIfAbsent(cell, _ -> new ArrayList<>())
                        .add(ThreadTimes.of(processes).sharesSince(before));
            }
        }
    }

    private void report() throws IOException {
        String report = figuresTable() + System.lineSeparator() + threadsTable();
        System.out.println(report);
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("load-bench.md"),
                report);
    }

    private StringBuilder figuresTable() {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT,
                "| operation | connections | requests/s | p50 us | p99 us | server CPU us |"
                        + " throughput / echo | echo CPU / CPU | other work, cores |%n"
                        + "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |%n"));
        for (Map.Entry<String, List<Figures>> cell : figures.entrySet()) {
            String[] key = cell.getKey().split(" ", -1);
            List<Figures> echo = figures.getOrDefault("echo " + key[1], List.of());
            List<Figures> runs = cell.getValue();
            double[] throughput = new double[runs.size()];
            double[] cpu = new double[runs.size()];
            for (int i = 0; i < runs.size(); i++) {
                throughput[i] =
                        runs.get(i).requestsPerSecond() / echo.get(i).requestsPerSecond();
                cpu[i] = echo.get(i).serverCpuMicros() / runs.get(i).serverCpuMicros();
            }
            table.append(String.format(Locale.ROOT,
                    "| %s | %s | %.0f | %.0f | %.0f | %.1f | %.2f | %.2f | %.2f |%n", key[0],
                    key[1], median(runs, Figures::requestsPerSecond),
                    median(runs, Figures::p50Micros), median(runs, Figures::p99Micros),
                    median(runs, Figures::serverCpuMicros), median(throughput), median(cpu),
                    median(runs, Figures::otherCpuCores)));
        }
        return table;
    }

    /** Where the time goes at the most connections: warm-up is part of it. */
    private StringBuilder threadsTable() {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT,
                "| operation | connections | thread | share of the server's CPU |%n"
                        + "| --- | ---: | --- | ---: |%n"));
        for (Map.Entry<String, List<Map<String, Double>>> cell : shares.entrySet()) {
            String[] key = cell.getKey().split(" ", -1);
            if (key[0].equals("echo")) {
                continue;
            }
            for (String thread : new TreeSet<>(cell.getValue().getLast().keySet())) {
                double share = median(cell.getValue().stream()
                        .mapToDouble(run -> run.getOrDefault(thread, 0.0)).toArray());
                if (share >= SHARE_MIN) {
                    table.append(String.format(Locale.ROOT, "| %s | %s | %s | %.2f |%n", key[0],
                            key[1], thread, share));
                }
            }
        }
        return table;
    }

    private static String pids(Map<String, Long> processes) {
        return processes.get("gateway") + "," + processes.get("engine");
    }

    private static double median(List<Figures> runs, ToDoubleFunction<Figures> figure) {
        return median(runs.stream().mapToDouble(figure).toArray());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static Process startEcho(Path home) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseG1GC", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), "io.sallyport.gateway.bench.EchoServer",
                home.toString(), "200").redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static List<String> pinning(int core) {
        return Files.isExecutable(Path.of("/usr/bin/taskset"))
                ? List.of("/usr/bin/taskset", "-c", String.valueOf(core))
                : List.of();
    }

    private static void pin(long pid) throws IOException, InterruptedException {
        if (!pinning(0).isEmpty()) {
            new ProcessBuilder("/usr/bin/taskset", "-apc", "0", String.valueOf(pid))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        }
    }
}
