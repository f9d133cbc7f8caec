package io.sallyport.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.cli.Main;
import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.gateway.testing.RawConnection;
import io.sallyport.kmip.conformance.CaseResult;
import io.sallyport.kmip.conformance.CaseRunner;
import io.sallyport.kmip.conformance.PublishedCase;
import io.sallyport.kmip.conformance.ServerMade;

/**
 * Every published case of KMIP 1.0 to 3.0 that needs only the operations served, over TLS, against
 * the real gateway and engine. Cases of one family share a partition.
 */
class PublishedCasesTest {
    private static final Set<String> OPERATIONS = Set.of("DiscoverVersions", "Query", "Create",
            "Register", "Activate", "Locate", "Get", "GetAttributes", "GetAttributeList",
            "AddAttribute", "ModifyAttribute", "DeleteAttribute", "Encrypt", "Decrypt", "Revoke",
            "Destroy", "Check", "ObtainLease", "GetUsageAllocation", "Archive", "Recover",
            "SetAttribute", "AdjustAttribute", "ReKey", "Import", "Export", "Log", "Ping",
            "Interop",
            "Deactivate", "Obliterate", "CreateKeyPair", "ReKeyKeyPair", "DeriveKey",
            "CreateSplitKey", "JoinSplitKey", "Sign", "SignatureVerify", "MAC", "MACVerify",
            "Hash", "RNGRetrieve", "RNGSeed", "PKCS_11", "Certify", "ReCertify", "Validate");
    private static final List<String> VERSIONS =
            List.of("1.0", "1.1", "1.2", "1.3", "1.4", "2.0", "2.1", "3.0");

    @TempDir
    Path folder;
    private final ServerMade serverMade = new ServerMade();

    @Test
    void casesThatNeedOnlyTheServedOperationsPass() throws IOException {
        Path cases = Path.of(System.getProperty("sallyport.shared", "../shared"), "kmip/cases");
        Assumptions.assumeTrue(Files.isDirectory(cases), "skipped: no vectors");
        Map<String, String> leftOut = leftOut();
        Map<String, int[]> perVersion = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        List<String> passedThoughLeftOut = new ArrayList<>();
        try (GatewayProcess gateway = GatewayProcess.init(folder.resolve("home"))) {
            gateway.start();
            for (Path file : files(cases)) {
                PublishedCase published = PublishedCase.read(file);
                if (published.serverAsks()
                        || !OPERATIONS.containsAll(published.operations())) {
                    continue;
                }
                String version = cases.relativize(file).getName(0).toString();
                int[] counts = perVersion.computeIfAbsent(version, _ -> new int[2]);
                counts[0]++;
                CaseResult result = run(gateway, published);
                if (result.passed()) {
                    counts[1]++;
                    if (leftOut.containsKey(published.name())) {
                        passedThoughLeftOut.add(published.name());
                    }
                } else if (!leftOut.containsKey(published.name())) {
                    failures.add(published.name() + " " + result.differences());
                }
            }
        }
        perVersion.forEach((version, counts) -> System.out
                .println("KMIP " + version + ": " + counts[0] + " run, " + counts[1] + " passed"));
        System.out.println("All: " + perVersion.values().stream().mapToInt(c -> c[0]).sum()
                + " run, " + perVersion.values().stream().mapToInt(c -> c[1]).sum() + " passed, "
                + leftOut.size() + " left out with a reason");
        List<String> report = new ArrayList<>(failures);
        passedThoughLeftOut.forEach(name -> report.add("passed, though left out: " + name));
        Files.write(Files.createDirectories(Path.of("target")).resolve("published-cases.txt"),
                report);
        assertThat(failures).isEmpty();
        assertThat(passedThoughLeftOut).as("listed as left out, but passed").isEmpty();
    }

    private CaseResult run(GatewayProcess gateway, PublishedCase published)
            throws IOException {
        Path client = gateway.home().resolve("clients").resolve(published.name());
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        int exit = Main.run(out, out, "client", "add", published.name(), "--home",
                gateway.home().toString(), "--out", client.toString(), "--partition",
                family(published.name()), "--profile", "oasis");
        assertThat(exit).as(messages.toString()).isZero();
        try (RawConnection connection = RawConnection.open(gateway.kmipPort(), client)) {
            return new CaseRunner(connection::exchange, serverMade).run(published);
        }
    }

    /** TL-M-3-12 goes on where TL-M-2-12 stopped: cases that differ in the last number only. */
    private static String family(String name) {
        return name.replaceFirst("-\\d+-(\\d\\d)$", "-$1").replaceFirst("-(SETUP|CLEANUP)-", "-")
                .replaceFirst("TC-OTP-.*(\\d\\d)$", "TC-OTP-$1");
    }

    /** What sets a family of cases up comes before them, what cleans up after them. */
    private static int rank(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.contains("-SETUP-") ? 0 : name.contains("-CLEANUP-") ? 2 : 1;
    }

    private static List<Path> files(Path cases) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String version : VERSIONS) {
            try (Stream<Path> found = Files.walk(cases.resolve(version))) {
                files.addAll(found.filter(file -> file.toString().endsWith(".xml"))
                        .sorted(Comparator.comparingInt(PublishedCasesTest::rank)
                                .thenComparing(Comparator.naturalOrder()))
                        .toList());
            }
        }
        return files;
    }

    /** Lines {@code CASE reason}; empty lines and those that begin with # mean nothing. */
    private static Map<String, String> leftOut() throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/conformance/left-out.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" ", 2);
                assertThat(parts).as(line).hasSize(2);
                reasons.put(parts[0], parts[1]);
            }
        }
        return reasons;
    }
}
