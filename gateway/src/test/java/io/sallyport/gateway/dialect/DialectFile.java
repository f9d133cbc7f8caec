package io.sallyport.gateway.dialect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.dialect.Dialect.Scene;
import io.sallyport.gateway.dialect.Dialect.Step;
import io.sallyport.gateway.dialect.Dialect.User;

/** Reads files of dialects. */
final class DialectFile {
    /** The situations that every client meets, in the order in which they are played. */
    static final List<String> SCENES =
            List.of("create", "restart", "rotate", "outage", "wrong identity", "old backup");

    private static final Path FOLDER = Path
            .of(Objects.requireNonNull(System.getProperty("sallyport.root")))
            .resolve("gateway/src/test/resources/io/sallyport/gateway/dialect");
    private static final String SUFFIX = ".dialect";

    private final ItemParser items = new ItemParser();
    private final Map<String, String> head = new HashMap<>();
    private final List<String> facts = new ArrayList<>();
    private final List<String> unverified = new ArrayList<>();
    private final Map<String, Scene> scenes = new LinkedHashMap<>();
    private final List<String> lines;
    private int at;

    private DialectFile(List<String> lines) {
        this.lines = lines.stream()
                .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#")).toList();
    }

    /** All clients, by name. */
    static List<Dialect> all() throws IOException {
        List<Dialect> dialects = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX)).sorted()
                    .toList()) {
                String name = String.valueOf(file.getFileName()).replace(SUFFIX, "");
                try {
                    dialects.add(parse(name, Files.readAllLines(file)));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
                }
            }
        }
        return dialects;
    }

    /**
     * Reads the lines of a file.
     *
     * @throws IllegalArgumentException if a line is not as it has to be
     */
    static Dialect parse(String name, List<String> lines) {
        return new DialectFile(lines).parse(name);
    }

    private Dialect parse(String name) {
        while (at < lines.size()) {
            String line = lines.get(at++);
            String scene = ItemParser.afterWord(line, "scene");
            String part = ItemParser.afterWord(line, "part");
            if (scene != null) {
                if (!SCENES.contains(scene) || scenes.containsKey(scene)) {
                    throw new IllegalArgumentException("no place for the scene '" + scene + "'");
                }
                scenes.put(scene, new Scene(scene, steps()));
            } else if (part != null) {
                items.define(part, block());
            } else {
                head(line);
            }
        }
        return new Dialect(name, needed("client"), needed("reader"), needed("tls"),
                needed("name").equals("verified"),
                head.getOrDefault("profile", "default"), List.copyOf(facts),
                List.copyOf(unverified),
                user(head.get("user")), Map.copyOf(scenes));
    }

    private void head(String line) {
        String word = line.split(" ", 2)[0];
        String value = Objects.requireNonNullElse(ItemParser.afterWord(line, word), "");
        switch (word) {
            case "facts" -> facts.add(value);
            case "unverified" -> unverified.add(value);
            case "client", "reader", "tls", "name", "user", "profile" -> {
                if (head.put(word, value) != null) {
                    throw new IllegalArgumentException("'" + word + "' is there twice");
                }
            }
            default -> throw new IllegalArgumentException("what is '" + line + "'?");
        }
    }

    private String needed(String word) {
        String value = head.get(word);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("there is no line '" + word + "'");
        }
        return value;
    }

    private static @Nullable User user(@Nullable String line) {
        if (line == null) {
            return null;
        }
        String[] words = line.split(" ", -1);
        return new User(words[0], words[1]);
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        while (at < lines.size() && ItemParser.afterWord(lines.get(at), "scene") == null) {
            String line = lines.get(at++);
            String title = ItemParser.afterWord(line, "send");
            if (line.equals("connect")) {
                steps.add(new Step.Connect(false));
            } else if (line.equals("connect as a stranger")) {
                steps.add(new Step.Connect(true));
            } else if (line.equals("disconnect")) {
                steps.add(new Step.Disconnect());
            } else if (title != null && !title.isEmpty()) {
                List<Node> request = items.items(block());
                if (at == lines.size() || !lines.get(at++).equals("answer")) {
                    throw new IllegalArgumentException("'" + title + "' has no answer");
                }
                steps.add(new Step.Exchange(title, request, items.items(block())));
            } else {
                throw new IllegalArgumentException("what is '" + line + "'?");
            }
        }
        return List.copyOf(steps);
    }

    private List<String> block() {
        int start = at;
        while (at < lines.size() && lines.get(at).startsWith(" ")) {
            at++;
        }
        return lines.subList(start, at);
    }
}
