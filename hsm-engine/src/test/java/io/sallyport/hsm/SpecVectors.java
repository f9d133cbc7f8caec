package io.sallyport.hsm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The test vectors of a specification in {@code docs/spec}: lines {@code name = hex} in the code
 * block of its last section, continued by lines that begin with a space. A name in braces stands
 * for the bytes of that name.
 */
public final class SpecVectors {
    private static final Pattern REFERENCE = Pattern.compile("\\{([^}]+)\\}");

    private final Map<String, String> hex = new HashMap<>();

    /** The vectors of these documents together. */
    public static SpecVectors of(String... documents) throws IOException {
        SpecVectors vectors = new SpecVectors();
        for (String document : documents) {
            vectors.add(Files.readString(Path.of(System.getProperty("sallyport.root"),
                    "docs", "spec", document)));
        }
        return vectors;
    }

    /** The bytes of this name. */
    public byte[] bytes(String name) {
        return HexFormat.of().parseHex(hex(name));
    }

    private String hex(String name) {
        String value = Objects.requireNonNull(hex.get(name), name);
        Matcher references = REFERENCE.matcher(value);
        return references.replaceAll(found -> hex(found.group(1)));
    }

    private void add(String document) {
        String section = document.substring(document.indexOf("\n## Test vectors\n"));
        String block = section.split("```\n", 3)[1];
        String name = "";
        for (String line : block.split("\n", -1)) {
            int equals = line.indexOf(" =");
            if (equals > 0) {
                name = line.substring(0, equals);
            }
            hex.merge(name, line.substring(equals > 0 ? equals + 2 : 0).replace(" ", ""),
                    String::concat);
        }
    }
}
