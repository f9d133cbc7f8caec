package io.sallyport.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit for systemd has its whole sandbox, and systemd can read it. */
class ServiceUnitTest {
    private static final Path UNIT = Path
            .of(Objects.requireNonNull(System.getProperty("sallyport.root")))
            .resolve("samples/src/assembly/systemd/sallyport.service");
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");
    private static final String LAUNCHER = "/opt/sallyport/bin/sallyport";
    private static final List<String> SANDBOX = List.of("LimitCORE=0", "LimitMEMLOCK=64M",
            "MemorySwapMax=0", "UMask=0077", "StateDirectoryMode=0700", "KillMode=mixed",
            "NoNewPrivileges=yes", "CapabilityBoundingSet=", "AmbientCapabilities=",
            "RestrictSUIDSGID=yes", "RestrictNamespaces=yes", "PrivateUsers=yes",
            "LockPersonality=yes", "KeyringMode=private", "ProtectSystem=strict",
            "ProtectHome=yes", "PrivateTmp=yes", "PrivateDevices=yes", "DevicePolicy=closed",
            "RemoveIPC=yes", "ProtectProc=invisible", "ProtectKernelTunables=yes",
            "ProtectKernelModules=yes", "ProtectKernelLogs=yes", "ProtectControlGroups=yes",
            "ProtectClock=yes", "ProtectHostname=yes", "RestrictRealtime=yes",
            "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6", "SystemCallArchitectures=native",
            "SystemCallFilter=@system-service memfd_secret", "SystemCallFilter=~@privileged",
            "MemoryDenyWriteExecute=no");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyOptionOfTheSandboxIsSet() throws IOException {
        assertThat(Files.readAllLines(UNIT)).containsAll(SANDBOX)
                .contains("User=sallyport")
                .contains("ExecStart=" + LAUNCHER + " serve --home /var/lib/sallyport");
    }

    /** Where there is no systemd only the options are checked. */
    @Test
    void systemdUnderstandsItAndCallsItWellShut() throws Exception {
        if (!Files.isExecutable(ANALYZE)) {
            return;
        }
        // The program has to be there for systemd to accept the unit.
        Path unit = folder.resolve("sallyport.service");
        Files.writeString(unit, Files.readString(UNIT).replace(LAUNCHER, "/bin/true"));
        assertThat(analyze("verify", unit.toString())).isBlank();
        assertThat(analyze("security", "--offline=true", "--threshold=15", unit.toString()))
                .contains("Overall exposure level");
    }

    private static String analyze(String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(ANALYZE.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(words));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
