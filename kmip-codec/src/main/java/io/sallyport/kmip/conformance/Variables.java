package io.sallyport.kmip.conformance;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a case's variables stand for. A variable gets its value where it first appears in an
 * answer; {@code $NOW} and {@code $NOW-3600} are times, in seconds, from the start of the case.
 */
final class Variables {
    private static final Pattern NOW = Pattern.compile("\\$NOW([+-]\\d+)?");

    private final Map<String, String> values = new HashMap<>();
    private final Instant now;

    Variables(Instant now) {
        this.now = now;
    }

    /** The same bindings, to try a comparison on. */
    Variables copy() {
        Variables copy = new Variables(now);
        copy.values.putAll(values);
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

    static boolean isTime(String text) {
        return NOW.matcher(text).matches();
    }

    void bind(String printed, String value) {
        values.put(printed, value);
    }
}
