package io.sallyport.gateway.canary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Bytes that are not to be found, and a name for them that can be printed. Immutable. */
final class Needle {
    private static final int WORD_BYTES = 4;
    private static final int BASE64_GROUP_BYTES = 3;

    private final String name;
    private final byte[] bytes;

    Needle(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** The secrets as they are. */
    static List<Needle> raw(String name, List<byte[]> secrets) {
        return secrets.stream().map(secret -> new Needle(name, secret)).toList();
    }

    /** A secret in every form in which a program is likely to keep or print it. */
    static List<Needle> formsOf(String name, byte[] secret) {
        List<Needle> forms = new ArrayList<>();
        forms.add(new Needle(name, secret));
        forms.add(new Needle(name + " as int[]", turnedWords(secret)));
        forms.add(text(name + " in hex", HexFormat.of().formatHex(secret)));
        forms.add(text(name + " in hex", HexFormat.of().withUpperCase().formatHex(secret)));
        for (int before = 0; before < BASE64_GROUP_BYTES; before++) {
            forms.add(text(name + " in base64", base64(secret, before)));
        }
        return forms;
    }

    /** Writes needles to a file, for a search by another program. */
    static void write(List<Needle> needles, Path file) throws IOException {
        Files.write(file, needles.stream()
                .map(needle -> HexFormat.of().formatHex(needle.bytes) + " " + needle.name)
                .toList());
    }

    /** Reads what {@link #write} wrote. */
    static List<Needle> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(line -> line.split(" ", 2))
                .map(parts -> new Needle(parts[1], HexFormat.of().parseHex(parts[0]))).toList();
    }

    String name() {
        return name;
    }

    int length() {
        return bytes.length;
    }

    byte at(int index) {
        return bytes[index];
    }

    private static Needle text(String name, String text) {
        return new Needle(name, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** How a little-endian machine holds the secret once a cipher has made numbers of it. */
    private static byte[] turnedWords(byte[] secret) {
        byte[] turned = new byte[secret.length];
        for (int i = 0; i < secret.length; i++) {
            turned[i] = secret[i - i % WORD_BYTES + WORD_BYTES - 1 - i % WORD_BYTES];
        }
        return turned;
    }

    /** What of the base64 form does not depend on the bytes around the secret. */
    private static String base64(byte[] secret, int before) {
        byte[] bytes = new byte[before + secret.length];
        System.arraycopy(secret, 0, bytes, before, secret.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        int dependentFirst = before == 0 ? 0 : before + 1;
        int dependentLast = bytes.length % BASE64_GROUP_BYTES == 0 ? 0 : 1;
        return text.substring(dependentFirst, text.length() - dependentLast);
    }

    /** Only the name. */
    @Override
    public String toString() {
        return name;
    }

    /** Whether these bytes, from an index on, are a part of this needle. */
    boolean hasAt(int from, int count, byte[] other, int at) {
        return Arrays.equals(bytes, from, from + count, other, at, at + count);
    }
}
