package io.sallyport.kmip.ttlv.xml;

import io.sallyport.kmip.ttlv.ByteSlice;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The written forms of values, in XML and in JSON. Readers throw IllegalArgumentException or
 * DateTimeException. Thread-safe.
 */
public final class WrittenForms {
    private static final long MICROS_PER_SECOND = 1_000_000;
    /** Outside the years 0000 to 9999 a date is written as a number. */
    private static final long YEAR_0 = -62_167_219_200L;
    private static final long YEAR_10000 = 253_402_300_800L;

    private WrittenForms() {}

    /** Decimal, or 0x and hexadecimal digits, which are taken as bits. */
    public static int parseInt(String value) {
        if (value.startsWith("0x")) {
            return Integer.parseUnsignedInt(value, 2, value.length(), 16);
        }
        return value.startsWith("-") ? Integer.parseInt(value) : Integer.parseUnsignedInt(value);
    }

    /** Decimal, or 0x and hexadecimal digits. */
    public static long parseLong(String value) {
        return value.startsWith("0x") ? Long.parseUnsignedLong(value, 2, value.length(), 16)
                : Long.parseLong(value);
    }

    /** True or false, also as 1 or 0. */
    public static boolean parseBoolean(String value) {
        return switch (value) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    /** Hexadecimal digits, with 0x before them or without. */
    public static ByteSlice parseHex(String value) {
        String digits = value.startsWith("0x") ? value.substring(2) : value;
        return ByteSlice.of(HexFormat.of().parseHex(digits));
    }

    /** A date of ISO 8601, or seconds since 1970. */
    public static long parseSeconds(String value) {
        return isNumber(value) ? parseLong(value) : parseInstant(value).getEpochSecond();
    }

    /** A date of ISO 8601, or microseconds since 1970. */
    public static long parseMicros(String value) {
        return isNumber(value) ? parseLong(value)
                : ChronoUnit.MICROS.between(Instant.EPOCH, parseInstant(value));
    }

    /** Words between blanks or upright strokes. */
    public static List<String> words(String value) {
        return List.of(value.replace('|', ' ').split(" ")).stream().map(String::strip)
                .filter(word -> !word.isEmpty()).toList();
    }

    /** Names of bits where there are any, else decimal. */
    public static String integer(int value, @Nullable String names) {
        return names == null || names.isEmpty() ? Integer.toString(value) : names;
    }

    /** The name, or 0x and eight digits. */
    public static String enumeration(int code, @Nullable String name) {
        return name != null ? name : String.format("0x%08X", code);
    }

    /** Hexadecimal digits. A copy on the heap. */
    public static String hex(ByteSlice bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    /** ISO 8601, or a number where a year has not four digits. */
    public static String seconds(long epochSeconds) {
        if (epochSeconds < YEAR_0 || epochSeconds >= YEAR_10000) {
            return Long.toString(epochSeconds);
        }
        return date(Instant.ofEpochSecond(epochSeconds));
    }

    /** ISO 8601, or a number where a year has not four digits. */
    public static String micros(long micros) {
        long seconds = Math.floorDiv(micros, MICROS_PER_SECOND);
        if (seconds < YEAR_0 || seconds >= YEAR_10000) {
            return Long.toString(micros);
        }
        return date(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    /** Escapes for an attribute between quotation marks; what XML cannot hold becomes U+FFFD. */
    static void escape(String value, StringBuilder out) {
        value.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                // Unescaped, a parser would turn these into blanks.
                case '\t', '\n', '\r' -> out.append("&#").append(point).append(';');
                default -> out.appendCodePoint(isXml(point) ? point : 0xFFFD);
            }
        });
    }

    private static boolean isXml(int point) {
        return point >= ' ' && (point < 0xD800 || point > 0xDFFF) && point != 0xFFFE
                && point != 0xFFFF;
    }

    private static String date(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC))
                .replace("Z", "+00:00");
    }

    private static boolean isNumber(String value) {
        return value.startsWith("0x") || value.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    /** A date without an offset is one in UTC. */
    private static Instant parseInstant(String value) {
        boolean offset = value.endsWith("Z") || value.indexOf('+') > 0
                || value.lastIndexOf('-') > value.indexOf('T');
        return offset ? OffsetDateTime.parse(value).toInstant()
                : LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
    }
}
