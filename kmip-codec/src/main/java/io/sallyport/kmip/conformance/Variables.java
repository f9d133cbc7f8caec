package io.sallyport.kmip.conformance;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a case's variables stand for. A variable gets its value where it first appears in an
 * answer; {@code $NOW} and {@code $NOW-3600} are times, in seconds, from the start of the case.
 */
final class Variables {
    private static final Pattern NOW = Pattern.compile("\\$NOW([+-]\\d+)?");

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> latest = new HashMap<>();
    private final Instant now;

    Variables(Instant now) {
        this.now = now;
    }

    /** The same bindings, to try a comparison on. */
    Variables copy() {
        Variables copy = new Variables(now);
        copy.values.putAll(values);
        copy.latest.putAll(latest);
        return copy;
    }

    static boolean isVariable(String text) {
        return text.startsWith("$");
    }

    /**
     * The value behind a text, nothing if it is a variable not yet bound. A printed value stands
     * for itself, unless it was bound to what the server made in its place.
     */
    Optional<String> resolve(String text) {
        if (!isVariable(text)) {
            return Optional.of(values.getOrDefault(text, text));
        }
        Matcher time = NOW.matcher(text);
        if (time.matches()) {
            long shift = time.group(1) == null ? 0 : Long.parseLong(time.group(1));
            return Optional.of(now.plusSeconds(shift).toString());
        }
        return Optional.ofNullable(values.get(text));
    }

    /**
     * The value behind a text of a request. A variable that no answer bound is the latest value of
     * the field after which it is named ({@code $MAC_DATA}, {@code $DATA_0}), and one with RANDOM
     * in its name is for the client to choose.
     */
    Optional<String> resolveAsked(String text) {
        Optional<String> known = resolve(text);
        if (known.isPresent()) {
            return known;
        }
        String chosen = isChosen(text) ? UUID.randomUUID().toString().replace("-", "")
                : latest.get(fieldOf(text));
        if (chosen != null) {
            values.put(text, chosen);
        }
        return Optional.ofNullable(chosen);
    }

    /** Remembers the fields of an answer. */
    void note(XmlNode answer) {
        if (answer.value() != null) {
            latest.put(folded(answer.name()), answer.value());
        }
        answer.children().forEach(this::note);
    }

    /** Whether the client chooses the value. */
    static boolean isChosen(String variable) {
        return variable.contains("_RANDOM");
    }

    /** The name of the field that a variable is named after, folded. */
    static String fieldOf(String variable) {
        return folded(variable.substring(1).replaceFirst("_\\d+$", ""));
    }

    /** A name without its case and separators. */
    static String folded(String name) {
        return name.replace("_", "").toUpperCase(Locale.ROOT);
    }

    static boolean isTime(String text) {
        return NOW.matcher(text).matches();
    }

    void bind(String printed, String value) {
        values.put(printed, value);
    }
}
