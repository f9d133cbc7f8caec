package io.sallyport.gateway.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.conformance.CaseConnection;
import io.sallyport.gateway.conformance.CaseEncoding;
import io.sallyport.gateway.conformance.CaseFile;
import io.sallyport.gateway.conformance.CaseOutcome;
import io.sallyport.gateway.conformance.CaseOutcome.Verdict;
import io.sallyport.gateway.conformance.ConformanceReport;
import io.sallyport.gateway.conformance.ConformanceRun;
import io.sallyport.gateway.conformance.HttpsConnection;
import io.sallyport.gateway.conformance.LeftOut;
import io.sallyport.gateway.conformance.TlsConnection;
import io.sallyport.kmip.client.ServerAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sallyport conformance run}: published cases against any KMIP server. */
@Command(name = "run", description = "Run cases; exit code 1 if one fails.")
final class ConformanceRunCommand implements Callable<Integer> {
    private static final Pattern TARGET = Pattern.compile("\\[?(.+?)]?:(\\d{1,5})");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help")
    boolean help;

    @Option(names = "--cases", paramLabel = "DIR", required = true,
            description = "folder of cases: VERSION/PROFILE/NAME.xml")
    private Path cases = Path.of("");

    @Option(names = "--target", paramLabel = "HOST:PORT", required = true,
            description = "the server")
    private String target = "";

    @Mixin
    private ConformanceClient client = new ConformanceClient();

    @Option(names = "--https", description = "post the requests to https://HOST:PORT/kmip")
    private boolean https;

    @Option(names = "--encoding", paramLabel = "FORM", defaultValue = "ttlv",
            description = "ttlv, xml or json; the last two with --https (default: ttlv)")
    private CaseEncoding encoding = CaseEncoding.TTLV;

    @Option(names = "--version", paramLabel = "V", description = "cases of this version only")
    private Set<String> versions = new LinkedHashSet<>();

    @Option(names = "--case", paramLabel = "GLOB", description = "cases with such a name only")
    private List<String> globs = new ArrayList<>();

    @Option(names = "--left-out", paramLabel = "FILE",
            description = "lines 'CASE reason': these may fail, and must not pass")
    private @Nullable Path leftOut;

    @Option(names = "--report", paramLabel = "FILE", description = "write everything as JSON")
    private @Nullable Path report;

    @Option(names = "--messages", description = "print the messages of cases that fail")
    private boolean messages;

    @Mixin
    private OutputOption output = new OutputOption();

    /** Made by picocli. */
    ConformanceRunCommand() {}

    @Override
    public Integer call() throws Exception {
        if (encoding != CaseEncoding.TTLV && !https) {
            throw new ParameterException(spec.commandLine(),
                    "--encoding xml and json need --https.");
        }
        ServerAddress server = server();
        List<CaseFile> selected = selected();
        LeftOut known = leftOut == null ? LeftOut.NONE : LeftOut.read(leftOut);
        ConformanceReport result = run(server, selected, known);
        if (report != null) {
            Files.writeString(report, result.toJson().encodePrettily() + "\n");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (output.isJson()) {
            out.println(result.toJson().encodePrettily());
        } else {
            print(result, out);
        }
        out.flush();
        if (!result.passed()) {
            throw new CommandException(result.count(Verdict.FAILED) + " of " + selected.size()
                    + " cases failed, " + result.count(Verdict.PASSED_THOUGH_LEFT_OUT)
                    + " passed though left out.");
        }
        return 0;
    }

    private ServerAddress server() {
        Matcher parts = TARGET.matcher(target);
        if (!parts.matches()) {
            throw new ParameterException(spec.commandLine(), "--target is '" + target
                    + "', but must be HOST:PORT.");
        }
        return new ServerAddress(parts.group(1), Integer.parseInt(parts.group(2)));
    }

    private List<CaseFile> selected() throws IOException {
        if (!Files.isDirectory(cases)) {
            throw new ParameterException(spec.commandLine(),
                    "--cases is '" + cases + "', which is no folder.");
        }
        List<CaseFile> selected = CaseFile.find(cases, versions, globs);
        if (selected.isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    "No case in " + cases + " is selected.");
        }
        return selected;
    }

    private ConformanceReport run(ServerAddress server, List<CaseFile> selected, LeftOut known)
            throws CommandException, IOException {
        try (Progress progress = new Progress(spec.commandLine().getErr(), selected.size())) {
            Path home = client.home();
            if (home != null) {
                try (EnrolledCases enrolled = new EnrolledCases(home,
                        tls -> connection(server, tls))) {
                    return new ConformanceRun(enrolled, known,
                            outcome -> progress.step(outcome.file().name())).run(selected);
                }
            }
            SSLContext tls = client.tls();
            return new ConformanceRun(_ -> connection(server, tls), known,
                    outcome -> progress.step(outcome.file().name())).run(selected);
        }
    }

    private CaseConnection connection(ServerAddress server, SSLContext tls) throws IOException {
        return https ? HttpsConnection.to(server, tls, encoding) : TlsConnection.open(server, tls);
    }

    private void print(ConformanceReport result, PrintWriter out) {
        for (CaseOutcome outcome : result.outcomes()) {
            if (outcome.isFailure()) {
                out.println(outcome.verdict().words() + " " + outcome.file().name()
                        + (outcome.leftOutReason().isEmpty()
                                ? ""
                                : " (left out: " + outcome.leftOutReason() + ")"));
                outcome.differences().forEach(one -> out.println("    "
                        + one.replaceFirst(": printed '", "\n        printed '")
                                .replaceFirst("', got '", "'\n        got     '")));
                if (messages && outcome.verdict() == Verdict.FAILED) {
                    out.println((outcome.lastRequest() + outcome.lastAnswer()).indent(8));
                }
            }
        }
        out.println();
        out.print(table(result));
        out.println();
        result.leniencies().forEach((one, count) -> out.println(
                "let pass in " + count + " cases: " + one.description()));
        for (Verdict verdict : Verdict.values()) {
            if (result.count(verdict) > 0) {
                out.println(verdict.words() + ": " + result.count(verdict));
            }
        }
    }

    private static Table table(ConformanceReport result) {
        List<String> versions = result.versions();
        List<String> heading = new ArrayList<>(List.of("PASSED/RUN"));
        heading.addAll(versions);
        Table table = new Table(heading.toArray(String[]::new));
        for (Map.Entry<String, Map<String, ConformanceReport.Count>> row : result.table()
                .entrySet()) {
            List<String> cells = new ArrayList<>(List.of(row.getKey()));
            for (String version : versions) {
                ConformanceReport.Count count = row.getValue().get(version);
                cells.add(count == null ? "" : count.toString());
            }
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }
}
