package io.sallyport.kmip.conformance;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** How cases print values: the same value is written in several ways. Stateless. */
final class PrintedValues {

    private PrintedValues() {}

    /** Whether two values of a type are the same, however they are written. */
    static boolean equal(String type, String printed, String got) {
        return switch (type) {
            case "ByteString", "BigInteger", "Boolean" -> printed.equalsIgnoreCase(got);
            case "TextString" -> collapsed(printed).equals(collapsed(got));
            case "Enumeration" -> folded(printed).equals(folded(got));
            case "Integer" -> words(printed).equals(words(got));
            case "DateTime", "DateTimeExtended" -> instant(printed).equals(instant(got));
            default -> printed.equals(got);
        };
    }

    private static Set<String> words(String text) {
        return new TreeSet<>(Arrays.asList(text.strip().split("[\\s|]+")));
    }

    private static String collapsed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** A name without the blanks, underscores and capitals in which listings differ. */
    static String folded(String text) {
        return text.replaceAll("[\\s_]+", "").toLowerCase(Locale.ROOT);
    }

    /** A time, printed as a date or as a number of seconds. */
    static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.ofEpochSecond(Long.decode(text));
        }
    }
}
