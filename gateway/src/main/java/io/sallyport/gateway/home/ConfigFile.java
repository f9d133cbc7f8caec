package io.sallyport.gateway.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.policy.EngineDistribution;
import io.sallyport.gateway.policy.RngSeeding;

/**
 * Reads and writes {@code sallyport.properties}: lines {@code key = value}, and comments that
 * begin with {@code #}. Reading is strict: an unknown, repeated, missing or malformed setting is a
 * problem, and all problems are reported at once.
 */
final class ConfigFile {
    private static final String DOMAIN = "domain.id";
    private static final String NODE = "node.id";
    private static final String SERVER_NAMES = "server.names";
    private static final String LISTEN = "listen.address";
    private static final String KMIP_PORT = "kmip.port";
    private static final String HTTPS_PORT = "https.port";
    private static final String CERTIFICATE_DAYS = "certificate.days";
    private static final String EVENT_LOOPS = "event.loops";
    private static final String TEXT_ENCODINGS = "kmip.text.encodings";
    private static final String RNG_SEED = "kmip.rng.seed";
    private static final String STRICT_PARTITIONS = "strict.partitions";
    private static final String ENGINE = "engine.distribution";
    private static final List<String> KEYS = List.of(DOMAIN, NODE, SERVER_NAMES, LISTEN, KMIP_PORT,
            HTTPS_PORT, CERTIFICATE_DAYS, EVENT_LOOPS, TEXT_ENCODINGS, RNG_SEED, STRICT_PARTITIONS,
            ENGINE);
    private static final int SUGGESTION_DISTANCE_MAX = 4;

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private ConfigFile() {}

    /** Reads a file, or says everything that is wrong with it. */
    static HomeConfig read(Path file) throws IOException, HomeException {
        ConfigFile config = new ConfigFile();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            config.line(i + 1, lines.get(i).strip());
        }
        HomeConfig result = config.build();
        if (result == null) {
            throw new HomeException(file + " can't be used: " + String.join(" ", config.problems));
        }
        return result;
    }

    /** The text of a file with these settings. */
    static String text(HomeConfig config) {
        return """
                # Settings of a Sallyport gateway. An unknown key is an error.
                # The identifiers are fixed: engine state and store carry the same domain.
                domain.id = %s
                node.id = %s
                # Further names of the server's certificate, separated by commas.
                server.names = %s
                # 0.0.0.0 makes the gateway reachable from other hosts.
                listen.address = %s
                kmip.port = %d
                https.port = %d
                # Validity of certificates that are issued from now on, in days.
                certificate.days = %d
                # KMIP as XML and JSON over HTTPS. These texts leave keys in the gateway's memory.
                kmip.text.encodings = %b
                # How much is taken of the entropy that a client gives with RNG Seed: all, part,
                # none, or denied. It is added to the server's own and replaces nothing.
                kmip.rng.seed = %s
                # Partitions, separated by commas, in which each new key has one purpose: a usage
                # mask that could be used to lay a key bare is refused.
                strict.partitions = %s
                # ordinary, or fips: bc-fips in approved-only mode, which refuses all else.
                engine.distribution = %s
                """.formatted(config.domain(), config.node(),
                String.join(", ", config.serverNames()), config.listen(), config.kmipPort(),
                config.httpsPort(), config.certificateDays(),
                config.kmipTextEncodings(), config.rngSeeding().word(),
                String.join(", ", config.strictPartitions()), config.engine().word());
    }

    private void line(int number, String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 0) {
            problems.add("Line " + number + " is not of the form 'key = value'.");
            return;
        }
        String key = line.substring(0, equals).strip();
        if (!KEYS.contains(key)) {
            problems.add("Line " + number + " sets the unknown key '" + key + "'" + suggestion(key)
                    + ".");
        } else if (values.put(key, line.substring(equals + 1).strip()) != null) {
            problems.add("Line " + number + " sets '" + key + "' again.");
        }
    }

    private @Nullable HomeConfig build() {
        UUID domain = identifier(DOMAIN);
        UUID node = identifier(NODE);
        List<String> names = list(SERVER_NAMES);
        String listen = values.getOrDefault(LISTEN, HomeConfig.LISTEN_DEFAULT);
        int kmipPort = number(KMIP_PORT, HomeConfig.KMIP_PORT_DEFAULT, 0, 65535);
        int httpsPort = number(HTTPS_PORT, HomeConfig.HTTPS_PORT_DEFAULT, 0, 65535);
        int days = number(CERTIFICATE_DAYS, HomeConfig.CERTIFICATE_DAYS_DEFAULT, 1, 3650);
        int loops = number(EVENT_LOOPS, HomeConfig.eventLoopsDefault(), 1, 64);
        boolean texts = flag(TEXT_ENCODINGS, false);
        RngSeeding seeding = rngSeeding();
        EngineDistribution engine = engine();
        if (kmipPort != 0 && kmipPort == httpsPort) {
            problems.add("'" + KMIP_PORT + "' and '" + HTTPS_PORT + "' are the same.");
        }
        if (!problems.isEmpty() || domain == null || node == null) {
            return null;
        }
        return new HomeConfig(domain, node, names, listen, kmipPort, httpsPort, days, loops,
                texts, seeding, list(STRICT_PARTITIONS), engine);
    }

    private @Nullable UUID identifier(String key) {
        String value = values.get(key);
        if (value == null) {
            problems.add("'" + key + "' is missing.");
            return null;
        }
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException _) {
            problems.add("'" + key + "' is not a UUID.");
            return null;
        }
    }

    private List<String> list(String key) {
        return Arrays.stream(values.getOrDefault(key, "").split(",")).map(String::strip)
                .filter(value -> !value.isEmpty()).toList();
    }

    private int number(String key, int fallback, int min, int max) {
        String value = values.get(key);
        if (value == null) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException _) {
            // reported below, as a number out of bounds is
        }
        problems.add("'" + key + "' is '" + value + "' but must be a number from " + min + " to "
                + max + ".");
        return fallback;
    }

    private boolean flag(String key, boolean fallback) {
        String value = values.get(key);
        if (value == null) {
            return fallback;
        }
        if (!value.equals("true") && !value.equals("false")) {
            problems.add("'" + key + "' is '" + value + "' but must be true or false.");
        }
        return value.equals("true");
    }

    private RngSeeding rngSeeding() {
        String value = values.getOrDefault(RNG_SEED, RngSeeding.ALL.word());
        return RngSeeding.of(value).orElseGet(() -> {
            problems.add("'" + RNG_SEED + "' is '" + value
                    + "' but must be all, part, none or denied.");
            return RngSeeding.ALL;
        });
    }

    private EngineDistribution engine() {
        String value = values.getOrDefault(ENGINE, EngineDistribution.ORDINARY.word());
        return EngineDistribution.of(value).orElseGet(() -> {
            problems.add("'" + ENGINE + "' is '" + value + "' but must be ordinary or fips.");
            return EngineDistribution.ORDINARY;
        });
    }

    private static String suggestion(String key) {
        String best = "";
        int bestDistance = SUGGESTION_DISTANCE_MAX + 1;
        for (String known : KEYS) {
            int distance = distance(key, known);
            if (distance < bestDistance) {
                bestDistance = distance;
                best = known;
            }
        }
        return best.isEmpty() ? "" : " (did you mean '" + best + "'?)";
    }

    /** How many characters are to be inserted, removed or replaced (Levenshtein). */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
