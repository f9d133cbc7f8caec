package io.sallyport.gateway.vault;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.vault.VaultRequest.Config;
import io.sallyport.gateway.vault.VaultRequest.Delete;
import io.sallyport.gateway.vault.VaultRequest.DeleteVersions;
import io.sallyport.gateway.vault.VaultRequest.Destroy;
import io.sallyport.gateway.vault.VaultRequest.LookupSelf;
import io.sallyport.gateway.vault.VaultRequest.Mount;
import io.sallyport.gateway.vault.VaultRequest.Read;
import io.sallyport.gateway.vault.VaultRequest.ReadMetadata;
import io.sallyport.gateway.vault.VaultRequest.Tune;
import io.sallyport.gateway.vault.VaultRequest.UndeleteVersions;
import io.sallyport.gateway.vault.VaultRequest.Write;

/** From method, path and query to what is wanted. Stateless. */
final class Routes {
    /** What all paths of this dialect begin with. */
    static final String PREFIX = "/v1/";

    private static final String SYS_MOUNTS = "sys/mounts/";
    private static final String UI_MOUNTS = "sys/internal/ui/mounts/";
    private static final String TUNE = "/tune";

    private Routes() {}

    /** What came of reading a request. */
    sealed interface Route {
        /** It is this. */
        record To(VaultRequest request) implements Route {}

        /** There is nothing at this path. */
        record Nowhere() implements Route {}

        /** There may be something, but not for a token with these mounts. */
        record NotAllowed() implements Route {}

        /** There is something, but not for this method. */
        record OtherMethod() implements Route {}
    }

    /**
     * Reads a request.
     *
     * @param target path and query as they were sent
     * @param mounts of the token
     */
    static Route of(String method, String target, List<String> mounts) {
        int question = target.indexOf('?');
        String query = question < 0 ? "" : target.substring(question + 1);
        String path = unescaped(question < 0 ? target : target.substring(0, question));
        if (path == null || !path.startsWith(PREFIX)) {
            return new Route.Nowhere();
        }
        String rest = path.substring(PREFIX.length());
        if (rest.equals("auth/token/lookup-self")) {
            return method.equals("GET") ? new Route.To(new LookupSelf())
                    : new Route.OtherMethod();
        }
        if (rest.startsWith(SYS_MOUNTS) || rest.startsWith(UI_MOUNTS)) {
            return ofMount(method, rest, mounts);
        }
        return longest(rest, mounts)
                .map(mount -> below(method, mount, rest.substring(mount.length() + 1), query))
                .orElseGet(Route.NotAllowed::new);
    }

    private static Route ofMount(String method, String rest, List<String> mounts) {
        String named = rest.substring(
                rest.startsWith(SYS_MOUNTS) ? SYS_MOUNTS.length() : UI_MOUNTS.length());
        boolean tune = rest.startsWith(SYS_MOUNTS) && named.endsWith(TUNE);
        if (tune) {
            named = named.substring(0, named.length() - TUNE.length());
        }
        Optional<String> mount = longest(named + "/", mounts);
        if (mount.isEmpty()) {
            return new Route.NotAllowed();
        }
        if (!method.equals("GET")) {
            return new Route.OtherMethod();
        }
        return new Route.To(tune ? new Tune(mount.get()) : new Mount(mount.get()));
    }

    private static Optional<String> longest(String rest, List<String> mounts) {
        return mounts.stream().filter(mount -> rest.startsWith(mount + "/"))
                .max(Comparator.comparingInt(String::length));
    }

    private static Route below(String method, String mount, String rest, String query) {
        if (rest.equals("config")) {
            return method.equals("GET") ? new Route.To(new Config(mount))
                    : new Route.OtherMethod();
        }
        int slash = rest.indexOf('/');
        String kind = slash < 0 ? rest : rest.substring(0, slash);
        String key = slash < 0 ? "" : rest.substring(slash + 1);
        boolean listing = method.equals("LIST")
                || (method.equals("GET") && parameters(query, "list").anyMatch("true"::equals));
        if (kind.equals("metadata") && listing) {
            boolean folder = key.isEmpty() || key.endsWith("/");
            return new Route.To(new VaultRequest.List(mount, folder ? key : key + "/"));
        }
        Optional<SecretPath> path = SecretPath.of(mount, key);
        if (path.isEmpty()) {
            return new Route.Nowhere();
        }
        return switch (kind) {
            case "data" -> data(method, path.get(), query);
            case "metadata" -> switch (method) {
                case "GET" -> new Route.To(new ReadMetadata(path.get()));
                case "DELETE" -> new Route.To(new Destroy(path.get()));
                default -> new Route.OtherMethod();
            };
            case "delete" -> written(method, new DeleteVersions(path.get()));
            case "undelete" -> written(method, new UndeleteVersions(path.get()));
            case "destroy" -> written(method, new Destroy(path.get()));
            default -> new Route.Nowhere();
        };
    }

    private static Route data(String method, SecretPath path, String query) {
        return switch (method) {
            case "GET" -> {
                String version = parameters(query, "version").findFirst().orElse("0");
                Integer number = number(version);
                yield number == null ? new Route.Nowhere()
                        : new Route.To(new Read(path, number == 0 ? null : number));
            }
            case "POST", "PUT" -> new Route.To(new Write(path));
            case "DELETE" -> new Route.To(new Delete(path));
            default -> new Route.OtherMethod();
        };
    }

    private static Route written(String method, VaultRequest request) {
        return method.equals("POST") || method.equals("PUT") ? new Route.To(request)
                : new Route.OtherMethod();
    }

    private static @Nullable Integer number(String text) {
        try {
            int number = Integer.parseInt(text);
            return number < 0 ? null : number;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static Stream<String> parameters(String query, String name) {
        return Stream.of(query.split("&", -1)).filter(one -> one.startsWith(name + "="))
                .map(one -> one.substring(name.length() + 1));
    }

    /** The path with its escapes resolved, or null if one is none. A plus is a plus in a path. */
    private static @Nullable String unescaped(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < path.length(); i++) {
            char one = path.charAt(i);
            if (one >= 0x80) {
                return null;
            }
            if (one != '%') {
                bytes.write(one);
                continue;
            }
            int high = i + 2 < path.length() ? Character.digit(path.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(path.charAt(i + 2), 16);
            if (low < 0) {
                return null;
            }
            bytes.write(high << 4 | low);
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
