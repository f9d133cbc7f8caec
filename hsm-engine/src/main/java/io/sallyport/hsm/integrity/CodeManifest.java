package io.sallyport.hsm.integrity;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.crypto.Hashes;
import io.sallyport.hsm.crypto.Hmac;

/**
 * The list of the archives that are the engine, with their SHA-256, and an HMAC-SHA-256 over the
 * list: docs/operations.md, "The engine's code". The key of the HMAC stands in this file. It finds what
 * broke or was changed by accident, or by somebody who does not know how this list is made; it is
 * no secret, and no signature. Immutable.
 *
 * @param hashes name of each archive and its SHA-256 in hexadecimal
 */
public record CodeManifest(SortedMap<String, String> hashes) {
    /** Name of the file, in the folder of the archives. */
    public static final String FILE = "engine-code.manifest";

    private static final byte[] KEY =
            "sallyport engine code: integrity, no secret".getBytes(StandardCharsets.US_ASCII);
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
        Hashes sha = new Hashes();
        for (Path archive : archives) {
            if (hashes.put(String.valueOf(archive.getFileName()), hash(sha, archive)) != null) {
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
        byte[] code = new Hmac(new Hashes()).compute(HashAlgorithm.SHA_256, KEY,
                list.getBytes(StandardCharsets.UTF_8));
        return CODE + HexFormat.of().formatHex(code) + END;
    }

    private static String hash(Hashes sha, Path archive) throws IOException {
        try (InputStream in = Files.newInputStream(archive)) {
            return HexFormat.of().formatHex(sha.hash(HashAlgorithm.SHA_256, in));
        }
    }
}
