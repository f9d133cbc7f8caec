package io.sallyport.gateway.cli;

import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.sallyport.gateway.GatewayOptions;
import io.sallyport.gateway.doctor.ClockFinding;
import io.sallyport.gateway.doctor.Diagnosis;
import io.sallyport.gateway.doctor.Finding;
import io.sallyport.gateway.doctor.GatewayFinding;
import io.sallyport.gateway.doctor.ServerCertificateFinding;
import io.sallyport.gateway.engine.EngineState.Phase;
import io.sallyport.gateway.net.ConnectionLimits;
import io.sallyport.gateway.testing.InstalledEngine;

/** What needs a gateway that does not run, or was started for it. */
final class StoppedCases {
    private static final Duration DAY = Duration.ofDays(1);

    private final Path folder;
    private final List<DoctorCase> cases = new ArrayList<>();
    private int homes;

    private StoppedCases(Path folder) {
        this.folder = folder;
    }

    static List<DoctorCase> of(Path folder) {
        StoppedCases all = new StoppedCases(folder);
        all.homes();
        all.servers();
        all.engine();
        return all.cases;
    }

    private void add(String name, Class<? extends Finding> expected,
            DoctorCase.Examination examination) {
        cases.add(new DoctorCase(name, expected, examination));
    }

    private DoctorBench bench() {
        return DoctorBench.in(folder.resolve("stopped-" + homes++));
    }

    private void homes() {
        DoctorBench bench = bench();
        Path settings = bench.home().resolve("sallyport.properties");
        add("no home", GatewayFinding.HomeUnusable.class, () -> HomeExaminations
                .of(folder.resolve("nowhere")));
        add("gateway not running", GatewayFinding.GatewayNotRunning.class,
                () -> HomeExaminations.of(bench.home()));
        add("port taken", GatewayFinding.GatewayNotRunning.class, () -> {
            try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Files.writeString(settings, Files.readString(settings).replaceAll(
                        "kmip.port = \\d+", "kmip.port = " + other.getLocalPort()));
                Diagnosis found = HomeExaminations.of(bench.home());
                List<Finding> rest = new ArrayList<>(found.findings());
                // The port is why the gateway does not run: the two are one cause.
                if (!rest.removeIf(GatewayFinding.PortTaken.class::isInstance)) {
                    throw new AssertionError("the port is not named");
                }
                return new Diagnosis(found.facts(), rest);
            }
        });
        add("a setting that is wrong", GatewayFinding.HomeUnusable.class, () -> {
            Files.writeString(settings, Files.readString(settings) + "kmip.prot = 1\n");
            return HomeExaminations.of(bench.home());
        });
    }

    private void servers() {
        DoctorBench bench = bench();
        Instant now = Instant.now();
        add("server certificate expired", ServerCertificateFinding.ServerExpired.class,
                () -> served(bench, now.minus(DAY.multipliedBy(3)), DAY, DoctorBench.HOST));
        add("server certificate expired, from the gateway",
                GatewayFinding.OwnCertificateOver.class,
                () -> HomeExaminations.of(bench.home()));
        add("server certificate not yet valid", ServerCertificateFinding.ServerNotYetValid.class,
                () -> served(bench, now.plus(DAY.multipliedBy(3)), DAY, DoctorBench.HOST));
        add("SAN missing", ServerCertificateFinding.ServerNameMissing.class,
                () -> served(bench, now, DAY.multipliedBy(90), "kms.example.org"));
        add("server certificate ends soon", ServerCertificateFinding.ServerExpiresSoon.class,
                () -> served(bench, now, DAY.multipliedBy(5), DoctorBench.HOST));
        add("server certificate ends soon, from the gateway",
                GatewayFinding.OwnCertificateEnds.class, () -> {
                    try (bench) {
                        return HomeExaminations.of(bench.home());
                    }
                });
    }

    /** What a database sees of a gateway that shows such a certificate, and runs on. */
    private static Diagnosis served(DoctorBench bench, Instant issued, Duration validity,
            String name) throws Exception {
        bench.close();
        bench.files().serverCertificate(issued, validity, name);
        return bench.start().fromDatabase(bench.database());
    }

    private void engine() {
        DoctorBench bench = bench();
        add("clock set back", ClockFinding.ClockStepped.class, () -> {
            bench.files().record(Instant.now().plus(DAY));
            InstalledEngine installed = InstalledEngine.in(folder.resolve("lib-engine"));
            bench.start(new GatewayOptions(bench.home(), DoctorBench.HOST, 0, 0,
                    installed.commandLine(), ConnectionLimits.DEFAULT));
            installed.flip();
            return HomeExaminations.of(bench.home());
        });
        add("engine in error state", GatewayFinding.EngineDown.class, () -> {
            try (bench) {
                ProcessHandle.of(bench.gateway().engineState().pid()).orElseThrow()
                        .destroyForcibly();
                await().atMost(Duration.ofSeconds(30)).until(() -> bench.gateway().engineState(),
                        state -> state.phase() != Phase.READY && state.lastFailure() != null
                                && state.lastFailure().contains("integrity"));
                return bench.fromGateway("database", Instant.now());
            }
        });
    }
}
