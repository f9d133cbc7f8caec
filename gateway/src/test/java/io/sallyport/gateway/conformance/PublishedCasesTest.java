package io.sallyport.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.gateway.cli.EnrolledCases;
import io.sallyport.gateway.cli.Main;
import io.sallyport.gateway.conformance.CaseOutcome.Verdict;
import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.operation.OperationTable;
import io.sallyport.gateway.policy.RngSeeding;
import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.kmip.client.ServerAddress;
import io.sallyport.kmip.client.TlsContexts;
import io.sallyport.kmip.model.KmipVersion;

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
            "Logout", "SetConstraints", "GetConstraints", "SetDefaults", "Put", "Notify",
            "CreateUser",
            "CreateGroup", "CreateCredential");
    private static final Set<String> VERSIONS = Set.of("1.0", "1.1", "1.2", "1.3", "1.4", "2.0",
            "2.1", "3.0");

    /** Cases that print what a server does whose setting {@code kmip.rng.seed} is another. */
    private static final Map<String, RngSeeding> SEEDINGS =
            Map.of("CS-RNG-O-2-", RngSeeding.PART, "CS-RNG-O-4-", RngSeeding.DENIED);

    @TempDir
    static Path folder;

    private static final Map<Profile, ProfileEvidence> EVIDENCE = new LinkedHashMap<>();
    private static LeftOut leftOut = LeftOut.NONE;
    private static ConformanceReport report = new ConformanceReport(List.of());

    @BeforeAll
    static void runTheCases() throws IOException {
        Path cases = Path.of(System.getProperty("sallyport.shared", "../shared"), "kmip/cases");
        Assumptions.assumeTrue(Files.isDirectory(cases), "skipped: no vectors");
        leftOut = LeftOut.read(Path.of("src/test/conformance/left-out.txt"));
        List<CaseFile> published = CaseFile.find(cases, VERSIONS, List.of());
        List<CaseFile> selected = published.stream()
                // What the S2C cases print a server may ask its client; ours has no use for it.
                .filter(file -> file.published() != null && !file.name().contains("-S2C-")
                        && OPERATIONS.containsAll(file.published().operations()))
                .toList();
        List<CaseOutcome> outcomes = new ArrayList<>();
        try (GatewayProcess gateway = GatewayProcess.init(folder.resolve("home"))) {
            for (RngSeeding seeding : List.of(RngSeeding.ALL, RngSeeding.PART,
                    RngSeeding.DENIED)) {
                set(gateway, seeding);
                gateway.start();
                outcomes.addAll(run(gateway, "oasis", leftOut, selected.stream()
                        .filter(file -> seedingFor(file) == seeding).toList()));
                if (seeding == RngSeeding.ALL) {
                    List<CaseFile> mandatory = selected.stream()
                            .filter(file -> file.profile().equals("mandatory")).toList();
                    evidence(gateway, Profile.OASIS, ProfileEvidence.of(published, outcomes));
                    evidence(gateway, Profile.DEFAULT, ProfileEvidence.of(published,
                            run(gateway, "default", LeftOut.NONE, mandatory)));
                }
                assertThat(gateway.stop()).isZero();
            }
        }
        report = new ConformanceReport(outcomes);
    }

    @Test
    void casesThatNeedOnlyTheServedOperationsPass() throws IOException {
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

    @ParameterizedTest
    @ValueSource(strings = {"oasis", "default"})
    void queryClaimsTheProfilesWhoseMandatoryCasesPassAndNoOthers(String name) {
        ProfileEvidence evidence =
                Objects.requireNonNull(EVIDENCE.get(Profile.named(name).orElseThrow()));
        assertThat(evidence.claimed()).isEqualTo(evidence.proven());
        assertThat(evidence.proven().get(KmipVersion.V2_1)).isNotEmpty();
    }

    private static void set(GatewayProcess gateway, RngSeeding seeding) throws IOException {
        Path settings = gateway.home().resolve("sallyport.properties");
        Files.writeString(settings, Files.readString(settings)
                .replaceFirst("kmip.rng.seed = .*", "kmip.rng.seed = " + seeding.word()));
    }

    private static RngSeeding seedingFor(CaseFile file) {
        return SEEDINGS.entrySet().stream()
                .filter(entry -> file.name().startsWith(entry.getKey())).map(Map.Entry::getValue)
                .findFirst().orElse(RngSeeding.ALL);
    }

    private static List<CaseOutcome> run(GatewayProcess gateway, String profile, LeftOut reasons,
            List<CaseFile> files) throws IOException {
        ServerAddress server = new ServerAddress("127.0.0.1", gateway.kmipPort());
        try (EnrolledCases clients = new EnrolledCases(gateway.home(),
                tls -> TlsConnection.open(server, tls), profile,
                (file, partition) -> addUsers(gateway, file, partition))) {
            return new ConformanceRun(clients, reasons, _ -> {}).run(files).outcomes();
        }
    }

    private static void evidence(GatewayProcess gateway, Profile profile,
            ProfileEvidence evidence) throws IOException {
        Path client = gateway.addClient("asks-" + profile.name(), "--profile", profile.name());
        ServerAddress server = new ServerAddress("127.0.0.1", gateway.kmipPort());
        try (CaseConnection connection = TlsConnection.open(server,
                TlsContexts.ofPem(client.resolve("ca.pem"), client.resolve("client.pem"),
                        client.resolve("client-key.pem")))) {
            evidence.ask(connection, OperationTable.versions(profile));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        EVIDENCE.put(profile, evidence);
    }

    /** The users that the cases with credentials take for granted. */
    private static void addUsers(GatewayProcess gateway, CaseFile file, String partition) {
        if (file.name().startsWith("TC-111-")) {
            addUser(gateway, partition, "Fred", "password1");
            addUser(gateway, partition, "Barney", "secret2");
        } else if (file.name().startsWith("TC-112-")) {
            addUser(gateway, partition, "devID2233", "secret", "--device");
            addUser(gateway, partition, "devID4444", "passwd", "--device");
        } else if (file.name().matches("BL-M-.*-30")) {
            addUser(gateway, partition, "administrator", "password", "--administrator");
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
