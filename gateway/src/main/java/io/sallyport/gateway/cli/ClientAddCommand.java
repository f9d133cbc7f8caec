package io.sallyport.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.home.Home.Place;
import io.sallyport.gateway.identity.AlternativeName;
import io.sallyport.gateway.identity.CertificateAuthority;
import io.sallyport.gateway.identity.ClientFiles;
import io.sallyport.gateway.identity.Fingerprint;
import io.sallyport.gateway.identity.Identity;
import io.sallyport.gateway.identity.PemFiles;
import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.port.EnrolledCertificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code sallyport client add}. The key pair is made here and leaves this process only into the
 * client's files; the gateway hears of the certificate alone.
 */
@Command(name = "add", mixinStandardHelpOptions = true,
        description = "Make a certificate for a client and enrol it.")
final class ClientAddCommand implements Callable<Integer> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "NAME", description = "name of the client, unique in the domain")
    private String name = "";

    @Option(names = "--out", paramLabel = "DIR", required = true,
            description = "folder for ca.pem client.pem client-key.pem client.p12")
    private Path out = Path.of("");

    @Option(names = "--partition", paramLabel = "P", defaultValue = "default",
            description = "tenant of the client (default: default)")
    private String partition = "default";

    @Option(names = "--san", paramLabel = "S", description = "further name of the certificate")
    private List<String> names = new ArrayList<>();

    @Option(names = "--profile", paramLabel = "NAME", defaultValue = "default",
            description = "default, notified, iv-in-data or oasis (default: default)")
    private String profile = "default";

    @Option(names = "--p12-password", paramLabel = "P", defaultValue = "changeit",
            description = "password of client.p12, or file:PATH or env:NAME (default: changeit)")
    private char[] password = new char[0];

    /** Made by picocli. */
    ClientAddCommand() {}

    @Override
    public Integer call() throws Exception {
        checkName("NAME", name);
        checkName("--partition", partition);
        Profile chosen = Profile.named(profile).orElseThrow(() -> new ParameterException(
                spec.commandLine(),
                "There is no profile '" + profile + "'; there are "
                        + String.join(", ", Profile.NAMES) + "."));
        List<AlternativeName> sans = alternativeNames();
        Home opened = Home.open(home.path());
        Optional<Path> existing = ClientFiles.existing(out);
        if (existing.isPresent()) {
            throw new CommandException(
                    existing.get() + " exists and is not replaced; give another --out.");
        }
        if (!Files.exists(opened.path(Place.CA_KEY))) {
            throw new CommandException(opened.path(Place.CA_KEY)
                    + " is not there, so no certificate can be issued; put it back for this"
                    + " command.");
        }
        Clock clock = Clock.systemUTC();
        CertificateAuthority authority = new CertificateAuthority(PemFiles.read(
                opened.path(Place.CA_CERTIFICATE), opened.path(Place.CA_KEY)), clock);
        Identity client = authority.issueClient(name, sans,
                Duration.ofDays(opened.config().certificateDays()));
        EnrolledCertificate enrolled = new EnrolledCertificate(name, partition,
                Role.CRYPTO_USER.name(), chosen.name(), Fingerprint.of(client.certificate()),
                client.certificate().getSerialNumber().toString(16),
                client.certificate().getNotAfter().toInstant().getEpochSecond(),
                clock.instant().getEpochSecond(), null);
        boolean complete = false;
        try {
            char[] secret = PasswordText.resolve(password, "--p12-password");
            ClientFiles.write(out, client, authority.certificate(), secret);
            Arrays.fill(secret, ' ');
            OperatorAccess.administer(opened, administration -> {
                administration.enrol(enrolled);
                return enrolled;
            });
            complete = true;
        } finally {
            if (!complete) {
                removeFiles();
            }
        }
        spec.commandLine().getOut().println("Enrolled the client '" + name + "' of partition '"
                + partition + "'; its files are in " + out + ".");
        return 0;
    }

    private void checkName(String what, String value) {
        if (!NAME.matcher(value).matches()) {
            throw new ParameterException(spec.commandLine(), what + " is '" + value
                    + "', but must be 1 to 64 letters, digits, dots, dashes or underscores and"
                    + " begin with a letter or digit.");
        }
    }

    private List<AlternativeName> alternativeNames() {
        try {
            return names.stream().map(AlternativeName::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void removeFiles() throws IOException {
        for (String file : ClientFiles.NAMES) {
            Files.deleteIfExists(out.resolve(file));
        }
    }
}
