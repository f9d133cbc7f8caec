package io.sallyport.gateway.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.doctor.Diagnosis;
import io.sallyport.gateway.doctor.Diagnosis.Fact;
import io.sallyport.gateway.doctor.Finding;
import io.sallyport.gateway.doctor.Finding.Severity;
import io.sallyport.gateway.doctor.KeyUse;
import io.sallyport.gateway.doctor.Printable;
import io.sallyport.gateway.doctor.probe.DatabaseSide;
import io.sallyport.gateway.doctor.probe.Question;
import io.sallyport.gateway.doctor.probe.Target;
import io.sallyport.kmip.model.KmipVersionPair;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sallyport doctor}: why a database is not served, in a database administrator's words. */
@Command(name = "doctor", mixinStandardHelpOptions = true,
        description = {"Say why a database is not served, and what to do about it.",
                "With HOST:PORT it looks from the database's machine and needs no home;",
                "with --home it asks the gateway what it saw. Exit code 1 if something is wrong."})
final class DoctorCommand implements Callable<Integer> {
    private static final Pattern TARGET = Pattern.compile("\\[?(.+?)]?:(\\d{1,5})");
    private static final Pattern PERIOD = Pattern.compile("(\\d{1,6})([smhd])");
    private static final Pattern VERSION = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})");
    private static final int PORT_MAX = 65_535;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "HOST:PORT",
            description = "where the database connects to")
    private @Nullable String target;

    @Option(names = "--files", paramLabel = "DIR",
            description = "the database's ca.pem, client.pem and client-key.pem")
    private @Nullable Path files;

    @Option(names = "--p12-password", paramLabel = "P",
            description = "use client.p12 of --files: its password, or file:PATH or env:NAME")
    private char @Nullable [] password;

    @Option(names = "--client", paramLabel = "NAME",
            description = "the database's client at the gateway of --home")
    private @Nullable String client;

    @Option(names = "--key", paramLabel = "NAME", description = "name of the key that it asks for")
    private @Nullable String key;

    @Option(names = "--use", paramLabel = "USE", defaultValue = "encrypt",
            description = "encrypt: the gateway encrypts; get: the database fetches its key"
                    + " (default: encrypt)")
    private KeyUse use = KeyUse.ENCRYPT;

    @Option(names = "--kmip-version", paramLabel = "V",
            description = "version that the database is set to, as 1.4")
    private @Nullable String version;

    @Option(names = "--since", paramLabel = "TIME", defaultValue = "1h",
            description = "refusals before that are past: 90s, 10m, 1h, 2d (default: 1h)")
    private String since = "1h";

    @Option(names = "--timeout", paramLabel = "TIME", defaultValue = "5s",
            description = "patience with every step (default: 5s)")
    private String timeout = "5s";

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private OutputOption output = new OutputOption();

    /** Made by picocli. */
    DoctorCommand() {}

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.systemUTC();
        Diagnosis diagnosis = new Diagnosis(List.of(), List.of());
        Question question = new Question(key, use, versionPair(), period(timeout, "--timeout"));
        Duration past = period(since, "--since");
        Target where = target == null ? null : target(target);
        if (where == null && (files != null || password != null)) {
            throw wrong("--files and --p12-password go with HOST:PORT.");
        }
        if (where != null && files == null) {
            throw wrong("HOST:PORT needs --files with the database's files.");
        }
        if (where == null && key != null && client == null) {
            throw wrong("--key needs HOST:PORT or --client.");
        }
        // First what the gateway saw, before this command adds to it.
        if (where == null || home.isGiven() || client != null) {
            Instant from = clock.instant().minus(past);
            diagnosis = HomeExamination.of(home.path(),
                    new HomeExamination.Subjects(client, key, use, from), clock);
        }
        if (where != null && files != null) {
            diagnosis = diagnosis.and(databaseSide(where, files, question, clock));
        }
        print(diagnosis);
        if (!diagnosis.isHealthy()) {
            throw new CommandException(count(diagnosis, Severity.ERROR) + " errors and "
                    + count(diagnosis, Severity.WARNING) + " warnings were found.");
        }
        return 0;
    }

    private Diagnosis databaseSide(Target where, Path folder, Question question, Clock clock)
            throws Exception {
        if (!Files.isDirectory(folder)) {
            throw wrong("--files is '" + folder + "', which is no folder.");
        }
        char[] given = password;
        if (given == null) {
            return DatabaseSide.examine(where, folder, null, question, clock);
        }
        char[] secret = PasswordText.resolve(given, "--p12-password");
        try {
            return DatabaseSide.examine(where, folder, secret, question, clock);
        } finally {
            Arrays.fill(secret, ' ');
            Arrays.fill(given, ' ');
        }
    }

    private Target target(String text) {
        Matcher parts = TARGET.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > PORT_MAX
                || Integer.parseInt(parts.group(2)) == 0) {
            throw wrong("'" + text + "' must be HOST:PORT.");
        }
        return new Target(parts.group(1), Integer.parseInt(parts.group(2)));
    }

    private @Nullable KmipVersionPair versionPair() {
        if (version == null) {
            return null;
        }
        Matcher parts = VERSION.matcher(version);
        if (!parts.matches()) {
            throw wrong("--kmip-version is '" + version + "', but must be as 1.4.");
        }
        return new KmipVersionPair(Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)));
    }

    private Duration period(String text, String option) {
        Matcher parts = PERIOD.matcher(text);
        if (!parts.matches()) {
            throw wrong(option + " is '" + text + "', but must be as 90s, 10m, 1h or 2d.");
        }
        long count = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private void print(Diagnosis diagnosis) {
        PrintWriter out = spec.commandLine().getOut();
        if (output.isJson()) {
            out.println(json(diagnosis).encodePrettily());
        } else {
            text(diagnosis, out);
        }
        out.flush();
    }

    private static void text(Diagnosis diagnosis, PrintWriter out) {
        Table table = new Table("LOOKED AT", "SEEN");
        for (Fact fact : diagnosis.facts()) {
            table.row(Printable.line(fact.what()), Printable.line(fact.text()));
        }
        out.print(table);
        out.println();
        if (diagnosis.isHealthy()) {
            out.println("Nothing is wrong.");
        }
        for (Finding finding : diagnosis.findings()) {
            out.println(finding.severity() + " " + finding.code());
            out.println("    " + Printable.line(finding.cause()));
            out.println("    Fix: " + Printable.line(finding.fix()));
        }
    }

    private static JsonObject json(Diagnosis diagnosis) {
        JsonArray facts = new JsonArray();
        for (Fact fact : diagnosis.facts()) {
            facts.add(new JsonObject().put("what", Printable.line(fact.what())).put("text",
                    Printable.line(fact.text())));
        }
        JsonArray findings = new JsonArray();
        for (Finding finding : diagnosis.findings()) {
            findings.add(new JsonObject().put("code", finding.code())
                    .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .put("cause", Printable.line(finding.cause()))
                    .put("fix", Printable.line(finding.fix())));
        }
        return new JsonObject().put("healthy", diagnosis.isHealthy()).put("facts", facts)
                .put("findings", findings);
    }

    private static long count(Diagnosis diagnosis, Severity severity) {
        return diagnosis.findings().stream().filter(one -> one.severity() == severity).count();
    }
}
