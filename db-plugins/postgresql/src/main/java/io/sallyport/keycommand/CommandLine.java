package io.sallyport.keycommand;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sallyport.keycommand.KeyCommand.Format;
import io.sallyport.keycommand.KeyCommandException.WrongUsage;
import io.sallyport.kmip.client.ServerAddress;

/**
 * Reads the arguments. Five options do not need a library, which would take longer to load than
 * the rest of the command to run.
 */
final class CommandLine {
    /** What {@code --help} prints. */
    static final String USAGE = """
            Usage: sallyport wrap   --key NAME [options]   clear bytes in, wrapped bytes out
                   sallyport unwrap [options]              wrapped bytes in, clear bytes out
                   sallyport getkey --key NAME [options]   the value of a key that may leave

              --server HOST[:PORT],...  gateways, tried in this order (or $SALLYPORT_SERVER)
              --client DIR      the folder that 'sallyport client add' wrote (or $SALLYPORT_CLIENT)
              --key NAME        name of the key
              --in FILE         read this file in place of standard input (wrap, unwrap)
              --out FILE        write this file, whole or not at all, in place of standard output
              --format hex|raw  how getkey writes the key (default: hex)
              --timeout SECONDS how long to wait for an answer (default: 10)

            Exit code 0: done. 1: refused or failed, nothing was written. 2: wrong usage.
            """;

    private static final Set<String> COMMON = Set.of("--server", "--client", "--out",
            "--timeout");
    private static final int TIMEOUT_SECONDS = 10;
    private static final int TIMEOUT_SECONDS_MAX = 3600;
    private static final int PORT_MAX = 65_535;

    private final Map<String, String> given;
    private final Map<String, String> environment;

    private CommandLine(Map<String, String> given, Map<String, String> environment) {
        this.given = given;
        this.environment = environment;
    }

    /**
     * The command that these arguments ask for.
     *
     * @param environment gives the places that are not said by arguments; never a secret
     */
    static KeyCommand parse(List<String> arguments, Map<String, String> environment)
            throws WrongUsage {
        if (arguments.isEmpty()) {
            throw new WrongUsage("Say wrap, unwrap or getkey; --help shows all.");
        }
        String verb = arguments.getFirst();
        List<String> rest = arguments.subList(1, arguments.size());
        return switch (verb) {
            case "wrap" -> {
                CommandLine line = read(verb, rest, environment, Set.of("--key", "--in"));
                yield new KeyCommand.Wrap(line.gateway(), line.key(verb), line.path("--in"),
                        line.path("--out"));
            }
            case "unwrap" -> {
                CommandLine line = read(verb, rest, environment, Set.of("--in"));
                yield new KeyCommand.Unwrap(line.gateway(), line.path("--in"),
                        line.path("--out"));
            }
            case "getkey" -> {
                CommandLine line = read(verb, rest, environment, Set.of("--key", "--format"));
                yield new KeyCommand.GetKey(line.gateway(), line.key(verb), line.format(),
                        line.path("--out"));
            }
            default -> throw new WrongUsage("There is no key command '" + verb
                    + "'; there are wrap, unwrap and getkey.");
        };
    }

    private static CommandLine read(String verb, List<String> arguments,
            Map<String, String> environment, Set<String> own) throws WrongUsage {
        Map<String, String> given = new HashMap<>();
        int at = 0;
        while (at < arguments.size()) {
            String argument = arguments.get(at++);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!COMMON.contains(name) && !own.contains(name)) {
                throw new WrongUsage(verb + " does not know '" + name + "'; --help shows all.");
            }
            String value;
            if (equals >= 0) {
                value = argument.substring(equals + 1);
            } else if (at < arguments.size()) {
                value = arguments.get(at++);
            } else {
                throw new WrongUsage(name + " needs a value.");
            }
            if (given.put(name, value) != null) {
                throw new WrongUsage(name + " was given twice.");
            }
        }
        return new CommandLine(given, environment);
    }

    private KeyCommand.Gateway gateway() throws WrongUsage {
        return new KeyCommand.Gateway(servers(required("--server", "SALLYPORT_SERVER")),
                asPath("--client", required("--client", "SALLYPORT_CLIENT")),
                Duration.ofSeconds(timeoutSeconds()));
    }

    private String required(String option, String variable) throws WrongUsage {
        String value = given.getOrDefault(option, environment.getOrDefault(variable, ""));
        if (value.isEmpty()) {
            throw new WrongUsage(option + " is missing; give it, or set " + variable + ".");
        }
        return value;
    }

    private String key(String verb) throws WrongUsage {
        String name = given.getOrDefault("--key", "");
        if (name.isEmpty()) {
            throw new WrongUsage(verb + " needs --key, the name of a key.");
        }
        return name;
    }

    private Format format() throws WrongUsage {
        String name = given.getOrDefault("--format", "hex");
        return switch (name) {
            case "hex" -> Format.HEX;
            case "raw" -> Format.RAW;
            default -> throw new WrongUsage("--format is hex or raw, not '" + name + "'.");
        };
    }

    private @Nullable Path path(String option) throws WrongUsage {
        String value = given.get(option);
        return value == null ? null : asPath(option, value);
    }

    private static Path asPath(String option, String value) throws WrongUsage {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new WrongUsage(option + " is not a path: " + e.getReason() + ".");
        }
    }

    private int timeoutSeconds() throws WrongUsage {
        String value = given.get("--timeout");
        int seconds = value == null ? TIMEOUT_SECONDS : number(value);
        if (seconds < 1 || seconds > TIMEOUT_SECONDS_MAX) {
            throw new WrongUsage("--timeout is a number of seconds from 1 to "
                    + TIMEOUT_SECONDS_MAX + ", not '" + value + "'.");
        }
        return seconds;
    }

    private static List<ServerAddress> servers(String list) throws WrongUsage {
        List<ServerAddress> servers = new ArrayList<>();
        for (String server : list.split(",", -1)) {
            servers.add(server(server.strip()));
        }
        return servers;
    }

    /** A name or an address; an IPv6 address with a port is in brackets. */
    private static ServerAddress server(String text) throws WrongUsage {
        String host = text;
        int port = ServerAddress.DEFAULT_PORT;
        int colon = text.lastIndexOf(':');
        boolean isBareIpv6 = colon > text.indexOf(':') && !text.startsWith("[");
        if (colon > text.lastIndexOf(']') && !isBareIpv6) {
            host = text.substring(0, colon);
            port = number(text.substring(colon + 1));
        }
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.isEmpty() || port < 1 || port > PORT_MAX) {
            throw new WrongUsage("--server is a list of HOST or HOST:PORT separated by commas; '"
                    + text + "' is neither.");
        }
        return new ServerAddress(host, port);
    }

    /** The number, or -1 if it is none. */
    private static int number(String text) {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }
}
