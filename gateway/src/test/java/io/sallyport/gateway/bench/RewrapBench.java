package io.sallyport.gateway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.admin.AdminClient;
import io.sallyport.gateway.bench.LoadTool.Figures;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.rewrap.Progress;
import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.gateway.testing.SealedKeys;

/**
 * A million objects sealed anew behind clients that encrypt: how many in a second, alone and under
 * load, and what the clients notice.
 */
@Tag("bench")
class RewrapBench {
    private static final int OBJECTS = Integer.getInteger("sallyport.bench.objects", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("sallyport.bench.rounds", 3);
    private static final int CONNECTIONS = 8;
    private static final long POLL_MILLIS = 200;

    @Test
    void aMillionObjectsBehindEncrypt(@TempDir Path folder) throws Exception {
        try (GatewayProcess gateway = GatewayProcess.init(folder.resolve("home"))) {
            SealedKeys.fill(gateway.home(), OBJECTS);
            gateway.start();
            Path client = gateway.addClient("load");
            LoadTool load = LoadTool.prepare(folder, client, List.of());
            List<Figures> without = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                without.add(encrypt(load, gateway));
            }
            AdminClient admin = admin(gateway);
            admin.rotateTerm();
            List<Figures> with = new ArrayList<>();
            Progress underLoad = admin.rewrapProgress();
            while (underLoad.running()) {
                Figures figures = encrypt(load, gateway);
                Progress after = admin.rewrapProgress();
                if (after.running()) {
                    with.add(figures);
                }
                underLoad = after;
            }
            assertThat(with).as("rounds within the re-wrapping").isNotEmpty();
            admin.rotateTerm();
            Progress alone = admin.rewrapProgress();
            while (alone.running()) {
                Thread.sleep(POLL_MILLIS);
                alone = admin.rewrapProgress();
            }
            report(underLoad, alone, without, with);
        }
    }

    private static Figures encrypt(LoadTool load, GatewayProcess gateway)
            throws IOException, InterruptedException {
        Figures figures = load.run(gateway.kmipPort(), CONNECTIONS,
                gateway.pid() + "," + gateway.engine().pid(), List.of("--op", "encrypt"));
        assertThat(figures.errors()).as(gateway.log()).isZero();
        return figures;
    }

    private static AdminClient admin(GatewayProcess gateway) throws Exception {
        return new AdminClient(Home.adminSocket(
                Home.open(gateway.home()).holder().orElseThrow().sockets()));
    }

    private static void report(Progress underLoad, Progress alone, List<Figures> without,
            List<Figures> with) throws IOException {
        String report = String.format(Locale.ROOT, "| objects | under load, objects/s | alone,"
                + " objects/s |%n| ---: | ---: | ---: |%n| %d | %.0f | %.0f |%n%n", OBJECTS,
                underLoad.perSecond(), alone.perSecond())
                + String.format(Locale.ROOT, "| Encrypt, %d connections | requests/s | p50 us |"
                        + " p99 us | rounds |%n| --- | ---: | ---: | ---: | ---: |%n", CONNECTIONS)
                + row("without re-wrapping", without) + row("with re-wrapping", with);
        System.out.println(report);
        Files.writeString(
                Files.createDirectories(Path.of("target")).resolve("rewrap-bench.md"), report);
    }

    private static String row(String what, List<Figures> figures) {
        return String.format(Locale.ROOT, "| %s | %.0f | %.0f | %.0f | %d |%n", what,
                median(figures, Figures::requestsPerSecond),
                median(figures, Figures::p50Micros), median(figures, Figures::p99Micros),
                figures.size());
    }

    private static double median(List<Figures> figures, ToDoubleFunction<Figures> figure) {
        double[] values = figures.stream().mapToDouble(figure).toArray();
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
