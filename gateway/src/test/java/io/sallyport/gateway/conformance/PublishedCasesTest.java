package io.sallyport.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.cli.EnrolledCases;
import io.sallyport.gateway.cli.Main;
import io.sallyport.gateway.conformance.CaseOutcome.Verdict;
import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.kmip.client.ServerAddress;

/**
 * Every published case of KMIP 1.0 to 3.0 that needs only the operations served, over TLS, against
 * the real gateway and engine, by the tool that anyone can run. Cases of one series share a
 * partition.
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
            "Hash", "RNGRetrieve", "RNGSeed", "PKCS_11", "Certify", "ReCertify", "Validate",
            "Poll", "Cancel", "Process", "QueryAsynchronousRequests", "Login", "DelegatedLogin",
            "Logout", "SetConstraints", "GetConstraints", "SetDefaults", "Put", "Notify");
    private static final Set<String> VERSIONS = Set.of("1.0", "1.1", "1.2", "1.3", "1.4", "2.0",
            "2.1", "3.0");

    @TempDir
    Path folder;

    @Test
    void casesThatNeedOnlyTheServedOperationsPass() throws IOException {
        Path cases = Path.of(System.getProperty("sallyport.shared", "../shared"), "kmip/cases");
        Assumptions.assumeTrue(Files.isDirectory(cases), "skipped: no vectors");
        LeftOut leftOut = LeftOut.read(Path.of("src/test/conformance/left-out.txt"));
        List<CaseFile> selected = CaseFile.find(cases, VERSIONS, List.of()).stream()
                // What the S2C cases print a server may ask its client; ours has no use for it.
                .filter(file -> file.published() != null && !file.name().contains("-S2C-")
                        && OPERATIONS.containsAll(file.published().operations()))
                .toList();
        ConformanceReport report;
        try (GatewayProcess gateway = GatewayProcess.init(folder.resolve("home"))) {
            gateway.start();
            ServerAddress server = new ServerAddress("127.0.0.1", gateway.kmipPort());
            try (EnrolledCases clients = new EnrolledCases(gateway.home(),
                    tls -> TlsConnection.open(server, tls),
                    (file, partition) -> addUsers(gateway, file, partition))) {
                report = new ConformanceRun(clients, leftOut, _ -> {}).run(selected);
            }
        }
        print(report, leftOut);
        List<String> failures = report.outcomes().stream()
                .filter(outcome -> outcome.verdict() == Verdict.FAILED)
                .map(outcome -> outcome.file().name() + " " + outcome.differences()).toList();
        Files.write(Files.createDirectories(Path.of("target")).resolve("published-cases.txt"),
                failures);
        assertThat(failures).isEmpty();
        assertThat(report.outcomes())
                .filteredOn(outcome -> outcome.verdict() == Verdict.PASSED_THOUGH_LEFT_OUT)
                .extracting(outcome -> outcome.file().name()).as("listed as left out, but passed")
                .isEmpty();
    }

    /** The users that the cases with credentials take for granted. */
    private static void addUsers(GatewayProcess gateway, CaseFile file, String partition) {
        if (file.name().startsWith("TC-111-")) {
            addUser(gateway, partition, "Fred", "password1");
            addUser(gateway, partition, "Barney", "secret2");
        } else if (file.name().startsWith("TC-112-")) {
            addUser(gateway, partition, "devID2233", "secret", "--device");
            addUser(gateway, partition, "devID4444", "passwd", "--device");
        }
    }

    private static void addUser(GatewayProcess gateway, String partition, String name,
            String password, String... more) {
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        List<String> command = new ArrayList<>(List.of("user", "add", name, "--home",
                gateway.home().toString(), "--partition", partition, "--password", password));
        command.addAll(List.of(more));
        assertThat(Main.run(out, out, command.toArray(String[]::new))).as(messages.toString())
                .isZero();
    }

    private static void print(ConformanceReport report, LeftOut leftOut) {
        Map<String, int[]> perVersion = new TreeMap<>();
        for (CaseOutcome outcome : report.outcomes()) {
            int[] counts = perVersion.computeIfAbsent(outcome.file().version(), _ -> new int[2]);
            counts[0]++;
            counts[1] += outcome.verdict() == Verdict.PASSED ? 1 : 0;
        }
        perVersion.forEach((version, counts) -> System.out
                .println("KMIP " + version + ": " + counts[0] + " run, " + counts[1] + " passed"));
        System.out.println("All: " + report.outcomes().size() + " run, "
                + report.count(Verdict.PASSED) + " passed, " + leftOut.size()
                + " left out with a reason");
    }
}
