package io.sallyport.gateway.doctor;

import java.util.Locale;

/**
 * Text that strangers chose, made fit for a terminal: what moves the cursor, changes the direction
 * of writing or can't be seen is written as its code. Stateless.
 */
public final class Printable {
    private static final int TEXT_MAX = 200;

    private Printable() {}

    /** A stranger's text, escaped and cut to 200 characters. */
    public static String cut(String text) {
        String escaped = line(text);
        return escaped.length() <= TEXT_MAX ? escaped : escaped.substring(0, TEXT_MAX) + "…";
    }

    /** A text on one line. What was escaped before stays as it is. */
    public static String line(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isVisible(point)) {
                out.appendCodePoint(point);
            } else {
                out.append(String.format(Locale.ROOT, "\\u{%X}", point));
            }
        });
        return out.toString();
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
                    Character.UNASSIGNED, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
