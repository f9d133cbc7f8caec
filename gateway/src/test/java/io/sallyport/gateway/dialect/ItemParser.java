package io.sallyport.gateway.dialect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads items: one on a line, what is in it in braces or on indented lines below. */
final class ItemParser {
    private static final Pattern TOKEN = Pattern
            .compile("\\s*(?:(\"(?:[^\"\\\\]|\\\\.)*\")|([{},])|([^\\s{},\"]+))");
    private static final Pattern SIZED = Pattern.compile("(random|bytes)\\((\\d+)\\)");

    private final Map<String, Part> parts = new HashMap<>();

    /** Lines under a name, with words that stand for what is given where the name is used. */
    private record Part(List<String> words, List<String> lines) {

        List<String> with(List<String> values) {
            List<String> filled = lines;
            for (int i = 0; i < words.size(); i++) {
                Pattern word = Pattern.compile("(?<![\\w-])" + words.get(i) + "(?![\\w-])");
                String value = Matcher.quoteReplacement(values.get(i));
                filled = filled.stream().map(line -> word.matcher(line).replaceAll(value))
                        .toList();
            }
            return filled;
        }
    }

    /**
     * Defines a part.
     *
     * @param head its name and the words that are filled in
     */
    void define(String head, List<String> lines) {
        List<String> words = List.of(head.split(" +", -1));
        parts.put(words.getFirst(), new Part(words.subList(1, words.size()), lines));
    }

    /** The items of these lines, whose indentation says what is in what. */
    List<Node> items(List<String> lines) {
        List<Node> items = new ArrayList<>();
        int next = 0;
        while (next < lines.size()) {
            int indentation = indentation(lines.get(next));
            int end = next + 1;
            while (end < lines.size() && indentation(lines.get(end)) > indentation) {
                end++;
            }
            List<Node> read = new Line(lines.get(next)).elements();
            if (end > next + 1) {
                Node.Item last = (Node.Item) read.getLast();
                read.set(read.size() - 1, new Node.Item(last.tag(), last.term(), last.keep(),
                        items(lines.subList(next + 1, end))));
            }
            items.addAll(read);
            next = end;
        }
        return items;
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** The elements of one line. */
    private final class Line {
        private final String text;
        private final List<String> tokens = new ArrayList<>();
        private int at;

        Line(String text) {
            this.text = text;
            Matcher token = TOKEN.matcher(text.strip());
            int end = 0;
            while (token.lookingAt()) {
                tokens.add(token.group().strip());
                end = token.end();
                token.region(end, text.strip().length());
            }
            if (end != text.strip().length()) {
                throw wrong("can't be read");
            }
        }

        List<Node> elements() {
            List<Node> elements = new ArrayList<>(element());
            while (at < tokens.size() && tokens.get(at).equals(",")) {
                at++;
                elements.addAll(element());
            }
            if (at < tokens.size() && !tokens.get(at).equals("}")) {
                throw wrong("'" + tokens.get(at) + "' is one too many");
            }
            return elements;
        }

        private List<Node> element() {
            String first = tokens.get(at++);
            return switch (first) {
                case "..." -> List.of(new Node.Rest());
                case "raw" -> List.of(new Node.Raw(tokens.get(at++)));
                case "part" -> part(tokens.get(at++));
                default -> List.of(item(SpecTables.get().tag(first)));
            };
        }

        private List<Node> part(String name) {
            List<String> values = new ArrayList<>();
            while (at < tokens.size() && !isPunctuation(tokens.get(at))) {
                values.add(tokens.get(at++));
            }
            Part part = parts.get(name);
            if (part == null || part.words().size() != values.size()) {
                throw wrong("there is no such part");
            }
            return items(part.with(values));
        }

        private Node.Item item(int tag) {
            Term term = null;
            if (at < tokens.size() && !isPunctuation(tokens.get(at))) {
                term = term(tag, tokens.get(at++));
            }
            String keep = null;
            if (at + 1 < tokens.size() && tokens.get(at).equals("keep")) {
                keep = tokens.get(at + 1);
                at += 2;
            }
            List<Node> children = List.of();
            if (at < tokens.size() && tokens.get(at).equals("{")) {
                at++;
                children = tokens.get(at).equals("}") ? List.of() : elements();
                at++;
            }
            return new Node.Item(tag, term, keep, children);
        }

        private static boolean isPunctuation(String token) {
            return token.equals("{") || token.equals("}") || token.equals(",");
        }

        private IllegalArgumentException wrong(String why) {
            return new IllegalArgumentException(why + ": " + text);
        }
    }

    private static Term term(int tag, String word) {
        if (word.startsWith("$") && word.contains("||")) {
            List<Term> parts = new ArrayList<>();
            for (String part : word.split("\\|\\|", -1)) {
                parts.add(new Term.Variable(part.substring(1)));
            }
            return new Term.Concatenation(parts);
        }
        if (word.startsWith("$")) {
            return new Term.Variable(word.substring(1));
        }
        Matcher sized = SIZED.matcher(word);
        if (sized.matches()) {
            int length = Integer.parseInt(sized.group(2));
            return sized.group(1).equals("random")
                    ? new Term.Random(length)
                    : new Term.Any(WireType.BYTE_STRING, length);
        }
        return switch (word) {
            case "now" -> new Term.Now();
            case "any" -> new Term.Any(null, -1);
            case "bytes" -> new Term.Any(WireType.BYTE_STRING, -1);
            case "text" -> new Term.Any(WireType.TEXT_STRING, -1);
            case "date" -> new Term.Any(WireType.DATE_TIME, -1);
            case "true", "false" -> new Term.Fixed(WireValue.number(WireType.BOOLEAN,
                    word.equals("true") ? 1 : 0));
            default -> new Term.Fixed(value(tag, word));
        };
    }

    private static WireValue value(int tag, String word) {
        char first = word.charAt(0);
        if (first == '"') {
            return WireValue.text(word.substring(1, word.length() - 1).replace("\\\"", "\"")
                    .replace("\\\\", "\\"));
        }
        if (word.startsWith("x'")) {
            return new WireValue(WireType.BYTE_STRING,
                    word.substring(2, word.length() - 1).toLowerCase(Locale.ROOT));
        }
        if (first == '@') {
            return WireValue.number(WireType.DATE_TIME,
                    word.indexOf('T') > 0
                            ? Instant.parse(word.substring(1)).getEpochSecond()
                            : Long.parseLong(word.substring(1)));
        }
        if (word.startsWith("0x")) {
            return WireValue.number(WireType.ENUMERATION,
                    Long.parseLong(word.substring(2), 16));
        }
        if (first == '-' || Character.isDigit(first)) {
            return number(word);
        }
        return enumeration(tag, word);
    }

    private static WireValue number(String word) {
        String digits = word.substring(0, word.length() - 1);
        return switch (word.charAt(word.length() - 1)) {
            case 'L' -> WireValue.number(WireType.LONG_INTEGER, Long.parseLong(digits));
            case 's' -> WireValue.number(WireType.INTERVAL, Long.parseLong(digits));
            default -> WireValue.number(WireType.INTEGER, Long.parseLong(word));
        };
    }

    /** AES, or with the name of its tag where the value stands under another: Operation.Get. */
    private static WireValue enumeration(int tag, String word) {
        int dot = word.indexOf('.');
        int of = dot < 0 ? tag : SpecTables.get().tag(word.substring(0, dot));
        return WireValue.number(WireType.ENUMERATION,
                SpecTables.get().code(SpecTables.get().enumeration(of), word.substring(dot + 1)));
    }

    /** What follows the word on the line, or null if the line begins with another. */
    static @Nullable String afterWord(String line, String word) {
        return line.equals(word) ? ""
                : line.startsWith(word + " ") ? line.substring(word.length()).strip() : null;
    }
}
