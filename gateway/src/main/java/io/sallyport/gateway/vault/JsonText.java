package io.sallyport.gateway.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds its way through a JSON text (RFC 8259) where it lies, without copying values: they may be
 * keys, and no String of them must be made. Strict: one object, no member twice, no byte that is no
 * UTF-8, and with limits on depth and number. Not thread-safe.
 */
final class JsonText {
    private static final int DEPTH_MAX = 16;
    private static final int VALUES_MAX = 1_000;
    private static final int NAME_BYTES_MAX = 256;

    private final ByteBuffer text;
    private final int end;
    private int at;
    private int values;

    /**
     * One member of an object; the value is not copied.
     *
     * @param from index of the value's first byte
     * @param to index after its last byte
     */
    record Member(String name, int from, int to) {
        int length() {
            return to - from;
        }
    }

    private JsonText(ByteBuffer text, int from, int to) {
        this.text = text;
        this.at = from;
        this.end = to;
    }

    /**
     * The members of the one object that these bytes are, all of whose values are sound.
     *
     * @param text read by index; its position is left as it was
     */
    static List<Member> members(ByteBuffer text, int from, int to)
            throws MalformedJsonException {
        JsonText parser = new JsonText(text, from, to);
        parser.skipSpace();
        List<Member> members = parser.object(1);
        parser.skipSpace();
        if (parser.at != to) {
            throw new MalformedJsonException("there is more after the object");
        }
        return members;
    }

    private List<Member> object(int depth) throws MalformedJsonException {
        expect('{');
        List<Member> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        skipSpace();
        if (peek() == '}') {
            at++;
            return members;
        }
        while (true) {
            skipSpace();
            int nameFrom = at;
            string();
            String name = name(nameFrom + 1, at - 1);
            if (!names.add(name)) {
                throw new MalformedJsonException("a member is there twice");
            }
            skipSpace();
            expect(':');
            skipSpace();
            int from = at;
            value(depth);
            members.add(new Member(name, from, at));
            skipSpace();
            if (peek() == '}') {
                at++;
                return members;
            }
            expect(',');
        }
    }

    private void array(int depth) throws MalformedJsonException {
        expect('[');
        skipSpace();
        if (peek() == ']') {
            at++;
            return;
        }
        while (true) {
            skipSpace();
            value(depth);
            skipSpace();
            if (peek() == ']') {
                at++;
                return;
            }
            expect(',');
        }
    }

    private void value(int depth) throws MalformedJsonException {
        if (++values > VALUES_MAX) {
            throw new MalformedJsonException("there are too many values");
        }
        switch (peek()) {
            case '{', '[' -> {
                if (depth >= DEPTH_MAX) {
                    throw new MalformedJsonException("the nesting is too deep");
                }
                if (peek() == '{') {
                    List<Member> _ = object(depth + 1);
                } else {
                    array(depth + 1);
                }
            }
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void word(String word) throws MalformedJsonException {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
    }

    private void number() throws MalformedJsonException {
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (peek() == '.') {
            at++;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
    }

    private void digits() throws MalformedJsonException {
        if (peek() < '0' || peek() > '9') {
            throw new MalformedJsonException("a value is none");
        }
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
    }

    private void string() throws MalformedJsonException {
        expect('"');
        while (true) {
            int next = peek();
            if (next == '"') {
                at++;
                return;
            }
            if (next == '\\') {
                at++;
                escape();
            } else if (next < 0x20) {
                throw new MalformedJsonException("a text has no end, or a control character");
            } else if (next < 0x80) {
                at++;
            } else {
                character(next);
            }
        }
    }

    private void escape() throws MalformedJsonException {
        int kind = peek();
        at++;
        if (kind == 'u') {
            for (int i = 0; i < 4; i++) {
                if (Character.digit(peek(), 16) < 0 || peek() >= 0x80) {
                    throw new MalformedJsonException("an escape is none");
                }
                at++;
            }
        } else if ("\"\\/bfnrt".indexOf(kind) < 0) {
            throw new MalformedJsonException("an escape is none");
        }
    }

    /** One character of two to four bytes (RFC 3629, section 4). */
    private void character(int first) throws MalformedJsonException {
        int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
        at++;
        int second = peek();
        boolean sound = first >= 0xc2 && first <= 0xf4
                && !(first == 0xe0 && second < 0xa0) && !(first == 0xed && second > 0x9f)
                && !(first == 0xf0 && second < 0x90) && !(first == 0xf4 && second > 0x8f);
        for (int i = 0; i < more && sound; i++) {
            sound = (peek() & 0xc0) == 0x80 && peek() >= 0;
            at++;
        }
        if (!sound) {
            throw new MalformedJsonException("a text is no UTF-8");
        }
    }

    /** A name is no secret; escapes are resolved, so that no member hides behind one. */
    private String name(int from, int to) throws MalformedJsonException {
        if (to - from > NAME_BYTES_MAX) {
            throw new MalformedJsonException("a name is too long");
        }
        byte[] bytes = new byte[to - from];
        text.get(from, bytes);
        String raw = new String(bytes, StandardCharsets.UTF_8);
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char one = raw.charAt(i);
            if (one != '\\') {
                name.append(one);
                continue;
            }
            char kind = raw.charAt(++i);
            int known = "bfnrt".indexOf(kind);
            if (kind == 'u') {
                name.append((char) Integer.parseInt(raw.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                name.append(known < 0 ? kind : "\b\f\n\r\t".charAt(known));
            }
        }
        return name.toString();
    }

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            at++;
        }
    }

    private void expect(char wanted) throws MalformedJsonException {
        if (peek() != wanted) {
            throw new MalformedJsonException("it is no JSON");
        }
        at++;
    }

    /** The next byte, or -1 at the end. */
    private int peek() {
        return at < end ? text.get(at) & 0xff : -1;
    }
}
