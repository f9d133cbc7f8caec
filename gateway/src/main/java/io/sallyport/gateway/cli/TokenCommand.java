package io.sallyport.gateway.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.admin.AdminJson;
import io.sallyport.gateway.admin.Administration;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.identity.PrivateFiles;
import io.sallyport.gateway.identity.TokenRegistry;
import io.sallyport.gateway.port.StoredToken;
import io.sallyport.gateway.vault.SecretPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sallyport token}: for applications that have no certificate to show. */
@Command(name = "token", mixinStandardHelpOptions = true,
        description = "Create, list, renew and revoke tokens for /v1.", subcommands = {
                TokenCommand.Create.class, TokenCommand.ListAll.class, TokenCommand.Renew.class,
                TokenCommand.Revoke.class})
final class TokenCommand implements Runnable {
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5})([smhd])");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Made by picocli. */
    TokenCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "A command is missing; 'sallyport token --help' shows all.");
    }

    /** {@code sallyport token create}. */
    @Command(name = "create", mixinStandardHelpOptions = true,
            description = "Make a token. It is written once and can't be shown again.")
    static final class Create implements Callable<Integer> {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
        private static final int TOKEN_BYTES = 32;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private HomeOption home = new HomeOption();

        @Parameters(paramLabel = "NAME", description = "name of the token in the audit log")
        private String name = "";

        @Option(names = "--partition", paramLabel = "P", defaultValue = "default",
                description = "tenant whose secrets it reaches (default: default)")
        private String partition = "default";

        @Option(names = "--mount", paramLabel = "MOUNT", required = true,
                description = "mount that it reaches; may be given several times")
        private List<String> mounts = new ArrayList<>();

        @Option(names = "--read-only", description = "it writes nothing")
        private boolean readOnly;

        @Option(names = "--ttl", paramLabel = "TIME",
                description = "how long it is good, as 90d, 12h, 30m or 45s (default: for ever)")
        private @Nullable String timeToLive;

        @Option(names = "--out", paramLabel = "FILE", required = true,
                description = "file for the token, which only its owner can read")
        private Path out = Path.of("");

        /** Made by picocli. */
        Create() {}

        @Override
        public Integer call() throws Exception {
            check("NAME", name);
            check("--partition", partition);
            for (String mount : mounts) {
                if (!SecretPath.isMount(mount)) {
                    throw new ParameterException(spec.commandLine(), "--mount is '" + mount
                            + "', but must be segments of letters, digits, dots, dashes and"
                            + " underscores with slashes between them.");
                }
            }
            long now = Instant.now().getEpochSecond();
            Long expires = expires(spec, now, timeToLive);
            if (Files.exists(out)) {
                throw new CommandException(out + " exists and is not replaced; give another"
                        + " --out.");
            }
            byte[] random = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(random);
            String token = TokenRegistry.PREFIX
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            Arrays.fill(random, (byte) 0);
            PrivateFiles.write(out, token.getBytes(StandardCharsets.US_ASCII),
                    PrivateFiles.PRIVATE_MODE);
            boolean complete = false;
            try {
                StoredToken stored = new StoredToken(name, partition, mounts, readOnly,
                        TokenRegistry.digest(token), now, expires, null);
                OperatorAccess.administer(Home.open(home.path()), administration -> {
                    administration.addToken(stored);
                    return stored;
                });
                complete = true;
            } finally {
                if (!complete) {
                    Files.deleteIfExists(out);
                }
            }
            spec.commandLine().getOut().println("Made the token '" + name + "' of partition '"
                    + partition + "'; it is in " + out + ".");
            return 0;
        }

        private void check(String what, String value) {
            if (!NAME.matcher(value).matches()) {
                throw new ParameterException(spec.commandLine(), what + " is '" + value
                        + "', but must be 1 to 64 letters, digits, dots, dashes or underscores"
                        + " and begin with a letter or digit.");
            }
        }
    }

    /** {@code sallyport token list}. */
    @Command(name = "list", mixinStandardHelpOptions = true,
            description = "List all tokens, without what they are.")
    static final class ListAll implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private HomeOption home = new HomeOption();

        @Mixin
        private OutputOption output = new OutputOption();

        /** Made by picocli. */
        ListAll() {}

        @Override
        public Integer call() throws Exception {
            List<StoredToken> tokens = OperatorAccess.administer(Home.open(home.path()),
                    Administration::tokens);
            PrintWriter out = spec.commandLine().getOut();
            if (output.isJson()) {
                out.println(AdminJson.tokens(tokens).encodePrettily());
                return 0;
            }
            Table table = new Table("NAME", "PARTITION", "MOUNTS", "RIGHTS", "CREATED", "EXPIRES",
                    "STATE");
            for (StoredToken token : tokens) {
                Long expires = token.expires();
                table.row(token.name(), token.partition(), String.join(", ", token.mounts()),
                        token.readOnly() ? "read" : "read, write",
                        Instant.ofEpochSecond(token.created()).toString(),
                        expires == null ? "never" : Instant.ofEpochSecond(expires).toString(),
                        state(token));
            }
            out.print(table);
            out.flush();
            return 0;
        }

        private static String state(StoredToken token) {
            if (token.revokedAt() != null) {
                return "revoked";
            }
            return token.isGoodAt(Instant.now().getEpochSecond()) ? "good" : "expired";
        }
    }

    /** {@code sallyport token renew}. */
    @Command(name = "renew", mixinStandardHelpOptions = true,
            description = "Give a token more time, also one that has expired. It stays the same.")
    static final class Renew implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private HomeOption home = new HomeOption();

        @Parameters(paramLabel = "NAME", description = "name of the token")
        private String name = "";

        @Option(names = "--ttl", paramLabel = "TIME",
                description = "how long from now, as 90d, 12h, 30m or 45s (default: for ever)")
        private @Nullable String timeToLive;

        /** Made by picocli. */
        Renew() {}

        @Override
        public Integer call() throws Exception {
            Long expires = expires(spec, Instant.now().getEpochSecond(), timeToLive);
            OperatorAccess.administer(Home.open(home.path()), administration -> {
                administration.renewToken(name, expires);
                return name;
            });
            spec.commandLine().getOut().println("Renewed the token '" + name + "' "
                    + (expires == null ? "for ever."
                            : "until " + Instant.ofEpochSecond(expires)
                                    + "."));
            return 0;
        }
    }

    /** {@code sallyport token revoke}. */
    @Command(name = "revoke", mixinStandardHelpOptions = true,
            description = "Refuse a token from now on, for ever.")
    static final class Revoke implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private HomeOption home = new HomeOption();

        @Parameters(paramLabel = "NAME", description = "name of the token")
        private String name = "";

        /** Made by picocli. */
        Revoke() {}

        @Override
        public Integer call() throws Exception {
            OperatorAccess.administer(Home.open(home.path()), administration -> {
                administration.revokeToken(name);
                return name;
            });
            spec.commandLine().getOut().println("Revoked the token '" + name + "'.");
            return 0;
        }
    }

    /** When a token ends that is good for this time, or null for never. */
    private static @Nullable Long expires(CommandSpec spec, long now, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new ParameterException(spec.commandLine(), "--ttl is '" + text
                    + "', but must be a number and one of s, m, h, d, as 90d.");
        }
        long number = Long.parseLong(time.group(1));
        return now + switch (time.group(2)) {
            case "s" -> number;
            case "m" -> Duration.ofMinutes(number).toSeconds();
            case "h" -> Duration.ofHours(number).toSeconds();
            default -> Duration.ofDays(number).toSeconds();
        };
    }
}
