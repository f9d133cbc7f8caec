package io.sallyport.gateway.dialect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** What may stand where in an answer, and from which version on; answer-shapes.txt. Immutable. */
final class Shapes {
    private static final Shapes SHAPES = new Shapes();

    private final Map<String, List<Part>> shapes = new HashMap<>();
    private final Map<String, Attribute> attributes = new HashMap<>();

    private enum Times {
        ONCE, AT_MOST_ONCE, ANY, AT_LEAST_ONCE
    }

    private record Part(String name, int tag, Times times, Version since) {}

    private record Attribute(Version since, WireType type) {}

    private Shapes() {
        for (String line : lines("answer-shapes.txt")) {
            String[] words = line.split(" +", -1);
            List<Part> parts = new ArrayList<>();
            for (int i = 1; i < words.length; i++) {
                parts.add(part(words[i]));
            }
            shapes.put(words[0], parts);
        }
        for (String line : lines("attributes.txt")) {
            String[] words = line.split(" +", 3);
            attributes.put(words[2],
                    new Attribute(Version.of(words[0]), WireType.valueOf(words[1])));
        }
    }

    static Shapes get() {
        return SHAPES;
    }

    private static List<String> lines(String name) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Shapes.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Part part(String word) {
        String[] halves = word.split("@", 2);
        String name = halves[0];
        Times times = switch (name.charAt(name.length() - 1)) {
            case '?' -> Times.AT_MOST_ONCE;
            case '*' -> Times.ANY;
            case '+' -> Times.AT_LEAST_ONCE;
            default -> Times.ONCE;
        };
        String plain = times == Times.ONCE ? name : name.substring(0, name.length() - 1);
        return new Part(plain, plain.equals("any") ? 0 : SpecTables.get().tag(plain), times,
                Version.of(halves.length == 2 ? halves[1] : "1.0"));
    }

    /** Objects to whatever is out of its place, or newer than the version. */
    void check(WireItem message, Version version) throws Objection {
        structure(message, "ResponseMessage", version, "");
    }

    private void structure(WireItem item, String shape, Version version, String operation)
            throws Objection {
        List<Part> parts = shapes.get(shape);
        if (parts == null) {
            throw new Objection("nobody knows what is in " + shape);
        }
        if (parts.size() == 1 && parts.getFirst().name().equals("any")) {
            return;
        }
        int next = 0;
        List<WireItem> children = item.children();
        for (Part part : parts) {
            int from = next;
            while (next < children.size() && children.get(next).tag() == part.tag()
                    && (next == from || part.times() == Times.ANY
                            || part.times() == Times.AT_LEAST_ONCE)) {
                next++;
            }
            if (next > from && version.before(part.since())) {
                throw new Objection(part.name() + " in " + shape + " is newer than " + version);
            }
            if (next == from && (part.times() == Times.ONCE
                    || part.times() == Times.AT_LEAST_ONCE)) {
                throw new Objection(shape + " has no " + part.name() + " in its place"
                        + found(children, next));
            }
        }
        if (next < children.size()) {
            throw new Objection(shape + " has something out of place" + found(children, next));
        }
        String inner = item.is("BatchItem") ? operation(item) : operation;
        for (WireItem child : children) {
            child(child, item, version, inner);
        }
    }

    private static String found(List<WireItem> children, int at) {
        return at < children.size()
                ? ": " + SpecTables.get().nameOf(children.get(at).tag())
                : ", but its end";
    }

    private void child(WireItem child, WireItem parent, Version version, String operation)
            throws Objection {
        if (child.is("Attribute")) {
            structure(child, "Attribute", version, operation);
            attribute(child, version);
        } else if (child.type() == WireType.STRUCTURE && !parent.is("Attribute")) {
            String name = SpecTables.get().nameOf(child.tag());
            structure(child, name.equals("ResponsePayload") ? operation : name, version,
                    operation);
        }
    }

    private static String operation(WireItem batchItem) throws Objection {
        int code = (int) batchItem.need("Operation").leaf().number();
        SpecTables.Row row = SpecTables.get().value("Operation", code);
        if (row == null) {
            throw new Objection("there is no operation " + code);
        }
        return row.name();
    }

    private void attribute(WireItem attribute, Version version) throws Objection {
        String name = attribute.need("AttributeName").leaf().text();
        WireItem value = attribute.child("AttributeValue");
        if (name.startsWith("x-") || name.startsWith("y-")) {
            return;
        }
        Attribute known = attributes.get(name);
        if (known == null || version.before(known.since())) {
            throw new Objection("the attribute '" + name + "' is not one of " + version);
        }
        if (value == null) {
            return;
        }
        if (value.type() != known.type()) {
            throw new Objection("the attribute '" + name + "' is a " + value.type());
        }
        if (value.type() == WireType.STRUCTURE) {
            @Nullable
            Integer tag = SpecTables.get().tagOfAttribute(name);
            structure(value, SpecTables.get().nameOf(Objects.requireNonNull(tag)), version, "");
        }
    }
}
