package io.sallyport.gateway.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.vault.JsonText.Member;
import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * How a version's content is written in JSON. Four clients write one key in a form of theirs, which
 * is kept as a key; anything else is kept as the document that it is. A form counts only if what is
 * written from the key again is what was read.
 */
public enum SecretShape {
    /** MariaDB's hashicorp_key_management: digits and small letters. */
    MARIADB("mariadb", "data", "{\"data\":\""),
    /** Percona's pg_tde. */
    PG_TDE("pg-tde", "key", "{\"key\":\""),
    /** keyring_vault of Percona Server for MySQL, keys of type AES. */
    MYSQL("mysql", "value", "{\"type\":\"AES\",\"value\":\""),
    /** Percona Server for MongoDB. */
    MONGODB("mongodb", "value", "{\"value\":\""),
    /** Any JSON object. */
    DOCUMENT("document", "", "");

    private static final List<Integer> KEY_BYTES = List.of(16, 24, 32);
    private static final byte[] SUFFIX = "\"}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BASE_64 =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
                    .getBytes(StandardCharsets.US_ASCII);

    private final String text;
    private final String member;
    private final String prefix;

    SecretShape(String text, String member, String prefix) {
        this.text = text;
        this.member = member;
        this.prefix = prefix;
    }

    /** Its name, as the command line and the attribute have it. */
    public String text() {
        return text;
    }

    /** Whether the content is one AES key. */
    public boolean isKey() {
        return this != DOCUMENT;
    }

    /** The shape with this name. */
    public static Optional<SecretShape> named(String name) {
        return Arrays.stream(values()).filter(shape -> shape.text.equals(name)).findFirst();
    }

    /** The names of those that are keys. */
    public static List<String> names() {
        return Arrays.stream(values()).filter(SecretShape::isKey).map(SecretShape::text).toList();
    }

    /** The shape of a document with these members. */
    static SecretShape of(ByteBuffer body, List<Member> members) {
        for (SecretShape shape : values()) {
            Member value = shape.valueAmong(body, members);
            if (value != null && shape.keyBytes(body, value) > 0) {
                return shape;
            }
        }
        return DOCUMENT;
    }

    /** How long the key is that this document of this shape holds, in bytes. */
    int keyBytes(ByteBuffer body, List<Member> members) {
        Member value = valueAmong(body, members);
        return value == null ? 0 : keyBytes(body, value);
    }

    /** Writes the key of a document of this shape; the caller erases it. */
    void decode(ByteBuffer body, List<Member> members, ByteBuffer out) {
        Member value = valueAmong(body, members);
        if (value == null) {
            throw new IllegalArgumentException("The document has another shape.");
        }
        if (this == MARIADB) {
            for (int at = value.from() + 1; at < value.to() - 1; at += 2) {
                out.put((byte) (indexIn(HEX, body.get(at)) << 4
                        | indexIn(HEX, body.get(at + 1))));
            }
            return;
        }
        int end = value.to() - 1;
        for (int at = value.from() + 1; at < end; at += 4) {
            int padding = (body.get(end - 1) == '=' ? 1 : 0) + (body.get(end - 2) == '=' ? 1 : 0);
            int bytes = at + 4 < end ? 3 : 3 - padding;
            int quantum = 0;
            for (int i = 0; i < 4; i++) {
                quantum = quantum << 6 | Math.max(0, indexIn(BASE_64, body.get(at + i)));
            }
            for (int i = 0; i < bytes; i++) {
                out.put((byte) (quantum >> (16 - 8 * i)));
            }
        }
    }

    /** How long the JSON text of this content is, in bytes. */
    int encodedLength(int contentBytes) {
        return switch (this) {
            case DOCUMENT -> contentBytes;
            case MARIADB -> prefix.length() + 2 * contentBytes + SUFFIX.length;
            case PG_TDE, MYSQL, MONGODB ->
                prefix.length() + (contentBytes + 2) / 3 * 4 + SUFFIX.length;
        };
    }

    /** Writes the JSON text of this content. */
    void encode(ByteSlice content, ByteBuffer out) {
        out.put(prefix.getBytes(StandardCharsets.US_ASCII));
        switch (this) {
            case DOCUMENT -> content.copyTo(out);
            case MARIADB -> {
                for (int i = 0; i < content.length(); i++) {
                    out.put(HEX[content.at(i) >> 4 & 0xf]).put(HEX[content.at(i) & 0xf]);
                }
                out.put(SUFFIX);
            }
            case PG_TDE, MYSQL, MONGODB -> {
                encodeBase64(content, out);
                out.put(SUFFIX);
            }
        }
    }

    private static void encodeBase64(ByteSlice content, ByteBuffer out) {
        for (int i = 0; i < content.length(); i += 3) {
            int left = content.length() - i;
            int quantum = (content.at(i) & 0xff) << 16
                    | (left > 1 ? (content.at(i + 1) & 0xff) << 8 : 0)
                    | (left > 2 ? content.at(i + 2) & 0xff : 0);
            out.put(BASE_64[quantum >> 18 & 0x3f]).put(BASE_64[quantum >> 12 & 0x3f])
                    .put(left > 1 ? BASE_64[quantum >> 6 & 0x3f] : (byte) '=')
                    .put(left > 2 ? BASE_64[quantum & 0x3f] : (byte) '=');
        }
    }

    /** The member with the key, if the document has the members of this shape and no others. */
    private @Nullable Member valueAmong(ByteBuffer body, List<Member> members) {
        Member value = members.stream().filter(one -> one.name().equals(member)).findFirst()
                .orElse(null);
        boolean hasType = members.stream()
                .anyMatch(one -> one.name().equals("type") && isText(body, one, "AES"));
        int wanted = this == MYSQL ? 2 : 1;
        return value == null || members.size() != wanted || hasType != (this == MYSQL)
                ? null
                : value;
    }

    private static boolean isText(ByteBuffer body, Member value, String wanted) {
        byte[] quoted = ("\"" + wanted + "\"").getBytes(StandardCharsets.US_ASCII);
        return value.length() == quoted.length
                && body.slice(value.from(), value.length()).equals(ByteBuffer.wrap(quoted));
    }

    /** The length of the key in a member's value; 0 if it is no key in the form of this shape. */
    private int keyBytes(ByteBuffer body, Member value) {
        int length = value.length() - 2;
        if (length < 0 || body.get(value.from()) != '"') {
            return 0;
        }
        int bytes = this == MARIADB ? hexBytes(body, value, length)
                : base64Bytes(body, value, length);
        return KEY_BYTES.contains(bytes) ? bytes : 0;
    }

    private static int hexBytes(ByteBuffer body, Member value, int length) {
        for (int i = 0; i < length; i++) {
            if (indexIn(HEX, body.get(value.from() + 1 + i)) < 0) {
                return 0;
            }
        }
        return length % 2 == 0 ? length / 2 : 0;
    }

    private static int base64Bytes(ByteBuffer body, Member value, int length) {
        int end = value.to() - 1;
        int padding = 0;
        while (padding < 2 && padding < length && body.get(end - 1 - padding) == '=') {
            padding++;
        }
        for (int at = value.from() + 1; at < end - padding; at++) {
            if (indexIn(BASE_64, body.get(at)) < 0) {
                return 0;
            }
        }
        if (length % 4 != 0 || length == 0) {
            return 0;
        }
        int unused = (1 << (2 * padding)) - 1;
        boolean canonical = (indexIn(BASE_64, body.get(end - 1 - padding)) & unused) == 0;
        return canonical ? length / 4 * 3 - padding : 0;
    }

    /** Where a digit is; looks at all of them, so that the time tells nothing. */
    private static int indexIn(byte[] alphabet, byte digit) {
        int found = -1;
        for (int i = 0; i < alphabet.length; i++) {
            int same = (((alphabet[i] ^ digit) & 0xff) - 1) >> 31; // -1 if equal, else 0
            found = (found & ~same) | (i & same);
        }
        return found;
    }
}
