package io.sallyport.kmip.ttlv.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.sallyport.kmip.ttlv.TtlvLimits;

/**
 * Reads one JSON document as RFC 8259 says, and nothing that is only nearly one: no comment, no
 * member twice, no control character in a text, no half of a surrogate pair, nothing behind the
 * end. For one document, by one thread.
 */
final class JsonReader {
    /** An item is an object, which holds the texts of its tag and type and an array of items. */
    private static final int LEVELS_PER_ITEM = 2;
    private static final int VALUES_PER_ITEM = 4;

    private final String text;
    private final int depthMax;
    private final long valuesMax;
    private long valueCount;
    private int at;

    private JsonReader(String text, TtlvLimits limits) {
        this.text = text;
        this.depthMax = limits.depthMax() * LEVELS_PER_ITEM;
        this.valuesMax = (long) limits.itemsMax() * VALUES_PER_ITEM;
    }

    /** The value that the bytes are. */
    static JsonValue read(ByteBuffer in, TtlvLimits limits) throws TtlvJsonFault {
        if (in.remaining() > limits.messageBytesMax()) {
            throw new TtlvJsonFault("The document is longer than the limit", 0);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(in.duplicate()).toString();
        } catch (CharacterCodingException e) {
            throw new TtlvJsonFault("The document is not UTF-8", 0);
        }
        JsonReader reader = new JsonReader(text, limits);
        JsonValue value = reader.value(1);
        reader.skipBlanks();
        if (reader.at != text.length()) {
            throw reader.fault("Characters follow the end of the document");
        }
        return value;
    }

    private JsonValue value(int depth) throws TtlvJsonFault {
        skipBlanks();
        if (++valueCount > valuesMax) {
            throw fault("The document has more values than the limit");
        }
        int start = at;
        return switch (peek()) {
            case '{' -> object(start, depth);
            case '[' -> array(start, depth);
            case '"' -> new JsonValue.JsonText(start, text());
            case 't' -> literal("true", new JsonValue.JsonBoolean(start, true));
            case 'f' -> literal("false", new JsonValue.JsonBoolean(start, false));
            case 'n' -> literal("null", new JsonValue.JsonNull(start));
            default -> new JsonValue.JsonNumber(start, number());
        };
    }

    private JsonValue object(int start, int depth) throws TtlvJsonFault {
        enter(depth);
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (!closes('}')) {
            do {
                skipBlanks();
                if (peek() != '"') {
                    throw fault("A member needs a name");
                }
                int nameAt = at;
                String name = text();
                expect(':');
                if (members.put(name, value(depth + 1)) != null) {
                    throw new TtlvJsonFault("A member is there twice", nameAt);
                }
            } while (continues('}'));
        }
        return new JsonValue.JsonObject(start, members);
    }

    private JsonValue array(int start, int depth) throws TtlvJsonFault {
        enter(depth);
        List<JsonValue> values = new ArrayList<>();
        if (!closes(']')) {
            do {
                values.add(value(depth + 1));
            } while (continues(']'));
        }
        return new JsonValue.JsonArray(start, values);
    }

    private void enter(int depth) throws TtlvJsonFault {
        if (depth > depthMax) {
            throw fault("Values are nested deeper than the limit");
        }
        at++;
    }

    /** Whether an object or array ends before its first value. */
    private boolean closes(char end) throws TtlvJsonFault {
        skipBlanks();
        if (peek() == end) {
            at++;
            return true;
        }
        return false;
    }

    /** Whether a comma follows, and so another value; else the end must. */
    private boolean continues(char end) throws TtlvJsonFault {
        skipBlanks();
        char next = peek();
        if (next != ',' && next != end) {
            throw fault("A comma or the end is missing");
        }
        at++;
        return next == ',';
    }

    private void expect(char wanted) throws TtlvJsonFault {
        skipBlanks();
        if (peek() != wanted) {
            throw fault("A colon is missing");
        }
        at++;
    }

    private JsonValue literal(String word, JsonValue value) throws TtlvJsonFault {
        if (!text.startsWith(word, at)) {
            throw fault("This is no value of JSON");
        }
        at += word.length();
        return value;
    }

    private String text() throws TtlvJsonFault {
        StringBuilder out = new StringBuilder();
        at++;
        while (true) {
            char next = peek();
            at++;
            if (next == '"') {
                requirePairs(out);
                return out.toString();
            } else if (next < ' ') {
                throw fault("A control character is not escaped");
            }
            out.append(next == '\\' ? escaped() : next);
        }
    }

    private char escaped() throws TtlvJsonFault {
        char next = peek();
        at++;
        return switch (next) {
            case '"', '\\', '/' -> next;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> fourDigits();
            default -> throw fault("An escape is not one of JSON");
        };
    }

    private char fourDigits() throws TtlvJsonFault {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0 || peek() > 'f') {
                throw fault("An escape needs four hexadecimal digits");
            }
            code = code << 4 | digit;
            at++;
        }
        return (char) code;
    }

    /** Escapes can write half of a surrogate pair, which no UTF-8 can say. */
    private void requirePairs(CharSequence written) throws TtlvJsonFault {
        for (int i = 0; i < written.length(); i++) {
            if (Character.isHighSurrogate(written.charAt(i)) && i + 1 < written.length()
                    && Character.isLowSurrogate(written.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(written.charAt(i))) {
                throw fault("A text holds half of a surrogate pair");
            }
        }
    }

    private String number() throws TtlvJsonFault {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        int first = at;
        digits();
        if (text.charAt(first) == '0' && at - first > 1) {
            throw fault("A number begins with a zero");
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        return text.substring(start, at);
    }

    private void digits() throws TtlvJsonFault {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw fault("This is no value of JSON");
        }
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws TtlvJsonFault {
        if (at >= text.length()) {
            throw fault("The document ends too early");
        }
        return text.charAt(at);
    }

    private TtlvJsonFault fault(String message) {
        return new TtlvJsonFault(message, at);
    }
}
