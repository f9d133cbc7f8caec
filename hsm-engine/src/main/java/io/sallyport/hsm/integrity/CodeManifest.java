package io.sallyport.hsm.integrity;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The list of the archives that are the engine, with their SHA-256, and an HMAC-SHA-256 over the
 * list: docs/operations.md, "The engine's code". The key of the HMAC stands in this file. It finds what
 * broke or was changed by accident, or by somebody who does not know how this list is made; it is
 * no secret, and no signature. It is computed by the JDK alone, so that a broken archive can be named
 * before anything in it is needed; the manifest is the known answer of that computation. Immutable.
 *
 * @param hashes name of each archive and its SHA-256 in hexadecimal
 */
public record CodeManifest(SortedMap<String, String> hashes) {
    /** Name of the file, in the folder of the archives. */
    public static final String FILE = "engine-code.manifest";

    private static final byte[] KEY =
            "sallyport engine code: integrity, no secret".getBytes(StandardCharsets.US_ASCII);
    private static final int INNER = 0x36;
    private static final int OUTER = 0x5c;
    private static final int BLOCK_BYTES = 64;
    private static final int CHUNK_BYTES = 64 << 10;
    private static final String HEAD = "sallyport engine code 1";
    private static final String CODE = "hmac-sha-256 ";
    private static final String END = "\n";

    /** A list that nobody can change. */
    public CodeManifest {
        hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
    }

    /**
     * Step of the build: writes the manifest of the archives on the class path on which this runs.
     * Folders on it belong to the tool that starts this.
     *
     * @param arguments the file to write
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]).toAbsolutePath();
        Files.createDirectories(file.resolve("..").normalize());
        List<Path> archives = Stream.of(System.getProperty("java.class.path", "")
                .split(File.pathSeparator, -1)).map(Path::of)
                .filter(Files::isRegularFile).toList();
        Files.writeString(file, of(archives).text());
    }

    /** The manifest of these archives as they are now. */
    public static CodeManifest of(List<Path> archives) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (Path archive : archives) {
            if (hashes.put(String.valueOf(archive.getFileName()), hash(archive)) != null) {
                throw new IOException("Two archives are called " + archive.getFileName() + ".");
            }
        }
        return new CodeManifest(hashes);
    }

    /** The manifest in this text, or null if its code does not hold or it has another form. */
    public static @Nullable CodeManifest parse(String text) {
        int codeAt = text.lastIndexOf(CODE);
        if (codeAt < 0) {
            return null;
        }
        String list = text.substring(0, codeAt);
        byte[] given = text.substring(codeAt).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(codeLine(list).getBytes(StandardCharsets.UTF_8), given)) {
            return null;
        }
        List<String> lines = new ArrayList<>(list.lines().toList());
        if (lines.isEmpty() || !lines.removeFirst().equals(HEAD)) {
            return null;
        }
        SortedMap<String, String> hashes = new TreeMap<>();
        for (String line : lines) {
            int space = line.indexOf(' ');
            if (space < 0) {
                return null;
            }
            hashes.put(line.substring(space + 1), line.substring(0, space));
        }
        return new CodeManifest(hashes);
    }

    /** The manifest as the file holds it. */
    public String text() {
        StringBuilder list = new StringBuilder(HEAD).append(END);
        for (Map.Entry<String, String> entry : hashes.entrySet()) {
            list.append(entry.getValue()).append(' ').append(entry.getKey()).append(END);
        }
        return list + codeLine(list.toString());
    }

    private static String codeLine(String list) {
        MessageDigest sha = sha256();
        sha.update(padded(INNER));
        byte[] inner = sha.digest(list.getBytes(StandardCharsets.UTF_8));
        sha.update(padded(OUTER));
        return CODE + HexFormat.of().formatHex(sha.digest(inner)) + END;
    }

    /** The key of the HMAC (FIPS 198-1), which is shorter than a block, combined with a byte. */
    private static byte[] padded(int with) {
        byte[] block = Arrays.copyOf(KEY, BLOCK_BYTES);
        for (int i = 0; i < block.length; i++) {
            block[i] ^= (byte) with;
        }
        return block;
    }

    private static String hash(Path archive) throws IOException {
        MessageDigest sha = sha256();
        byte[] chunk = new byte[CHUNK_BYTES];
        try (InputStream in = Files.newInputStream(archive)) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                sha.update(chunk, 0, count);
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256.", e);
        }
    }
}
