package io.sallyport.hsm.vectors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Assumptions;

/** Where the published vectors are. A test that needs absent ones is skipped. */
final class Vectors {
    private static final Path ROOT =
            Path.of(System.getProperty("sallyport.shared", "../../shared"), "vectors");

    private Vectors() {}

    /** A folder or file of the vectors. */
    static Path path(String name) {
        Path path = ROOT.resolve(name);
        if (!Files.exists(path)) {
            Assumptions.abort("skipped: no vectors");
        }
        return path;
    }

    /** The text of a file, unpacked if its name ends in gz. */
    static String text(String name) throws IOException {
        Path file = path(name);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = name.endsWith(".gz") ? new GZIPInputStream(in).readAllBytes()
                    : in.readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    static JsonObject json(String name) throws IOException {
        return Json.read(text(name));
    }

    /** A file of the repository's documentation. */
    static Path document(String name) {
        return Path.of(System.getProperty("sallyport.root", ".."), "docs", name);
    }
}
