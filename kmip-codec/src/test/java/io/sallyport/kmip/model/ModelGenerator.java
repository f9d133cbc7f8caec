package io.sallyport.kmip.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes tags, enumerations and masks as Java out of {@code src/main/kmip-spec}. Run it after a
 * change of the tables: {@code java src/test/java/io/sallyport/kmip/model/ModelGenerator.java .} in
 * the folder of the module. It uses nothing but the JDK, so that it runs before anything compiles.
 */
public final class ModelGenerator {
    static final String PACKAGE_FOLDER = "src/main/java/io/sallyport/kmip/model";

    private static final Map<String, String> CLASH_FREE = Map.of("Unique Identifier",
            "UniqueIdentifierEnumeration", "Data", "DataEnumeration", "PKCS#11 Function",
            "Pkcs11Function", "PKCS#11 Return Code", "Pkcs11ReturnCode");

    private final Path module;

    ModelGenerator(Path module) {
        this.module = module;
    }

    public static void main(String[] args) throws IOException {
        Path module = Path.of(args[0]);
        for (Map.Entry<String, String> file : new ModelGenerator(module).sources().entrySet()) {
            Files.writeString(module.resolve(PACKAGE_FOLDER).resolve(file.getKey()),
                    file.getValue());
        }
    }

    /** File name to content. */
    Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        List<Row> tags = rows("tags.csv");
        Map<String, List<Row>> enumerations = byFirst(rows("enumerations.csv"));
        Map<String, List<Row>> masks = byFirst(rows("masks.csv"));
        sources.put("Tag.java", tagClass(tags));
        enumerations.forEach((name, values) -> sources.put(className(name) + ".java",
                enumeration(name, values)));
        masks.forEach((name, bits) -> sources.put(className(name) + ".java", mask(name, bits)));
        sources.put("TagValues.java", tagValues(tags, enumerations, masks));
        return sources;
    }

    private String tagClass(List<Row> tags) {
        StringBuilder out = header("The tags of KMIP: a constant for each, and their names.",
                "public final class Tag {");
        Set<String> names = new HashSet<>();
        for (Row tag : tags) {
            requireNew(names, tag.constant());
            out.append("    /** %s; %s. */\n".formatted(tag.name(), tag.life()));
            out.append("    public static final int %s = %s;\n".formatted(tag.constant(),
                    tag.code()));
        }
        out.append("\n    /** Code order: code, XML name, name, since, until. */\n");
        out.append("    static final String[] ROWS = {\n");
        for (Row tag : tags) {
            out.append("        \"%s,%s,%s,%s,%s\",\n".formatted(tag.code().substring(2),
                    tag.xml(), tag.name(), tag.since(), tag.until()));
        }
        return out
                .append("""
                            };

                            private Tag() {
                            }

                            /** An attribute's name in 1.x; 0x hex where there is no name. */
                            public static String nameOf(int tag) {
                                return TagTable.nameOf(tag);
                            }

                            /** The name in XML, or null for a tag that no version defines. */
                            public static @Nullable String xmlNameOf(int tag) {
                                return TagTable.xmlNameOf(tag);
                            }

                            /** The tag with this XML name, or 0. */
                            public static int ofXmlName(String xmlName) {
                                return TagTable.ofXmlName(xmlName);
                            }

                            /** The tag with this name of the specification, or 0. */
                            public static int ofName(String name) {
                                return TagTable.ofName(name);
                            }

                            /** Whether a message of this version may carry the tag. */
                            public static boolean definedIn(int tag, KmipVersion version) {
                                return TagTable.definedIn(tag, version);
                            }
                        }
                        """)
                .toString();
    }

    private String enumeration(String name, List<Row> rows) {
        String type = className(name);
        List<Row> values = rows.stream().filter(row -> !row.code().isEmpty()).toList();
        StringBuilder out = header("The enumeration " + name + " of KMIP.",
                "public enum %s implements KmipEnumeration {".formatted(type));
        Set<String> names = new HashSet<>();
        for (Row value : values) {
            requireNew(names, value.constant());
            out.append("    /** %s; %s. */\n".formatted(value.name(), value.life()));
            out.append("    %s(%s, \"%s\", %s, %s),\n".formatted(value.constant(), value.code(),
                    value.xml(), version(value.since()), version(value.until())));
        }
        out.append("    ;\n\n").append("""
                    private final int code;
                    private final String xmlName;
                    private final KmipVersion since;
                    private final @Nullable KmipVersion until;

                    %1$s(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
                        this.code = code;
                        this.xmlName = xmlName;
                        this.since = since;
                        this.until = until;
                    }

                    @Override
                    public int code() {
                        return code;
                    }

                    @Override
                    public String xmlName() {
                        return xmlName;
                    }

                    @Override
                    public KmipVersion since() {
                        return since;
                    }

                    @Override
                    public @Nullable KmipVersion until() {
                        return until;
                    }

                    /** The value with this code, or null where this build knows none. */
                    public static @Nullable %1$s of(int code) {
                        return switch (code) {
                """.formatted(type));
        for (Row value : values) {
            out.append("            case %s -> %s;\n".formatted(value.code(), value.constant()));
        }
        return out.append("            default -> null;\n        };\n    }\n}\n").toString();
    }

    private String mask(String name, List<Row> bits) {
        String type = className(name);
        StringBuilder out = header("The bits of the mask " + name + " of KMIP.",
                "public final class %s {".formatted(type));
        Set<String> names = new HashSet<>();
        for (Row bit : bits) {
            requireNew(names, bit.constant());
            out.append("    /** %s; %s. */\n".formatted(bit.name(), bit.life()));
            out.append("    public static final int %s = %s;\n".formatted(bit.constant(),
                    bit.code()));
        }
        out.append("\n    /** Names and versions of the bits. */\n");
        out.append("    public static final MaskBits BITS = new MaskBits(List.of(\n");
        List<String> entries = new ArrayList<>();
        for (Row bit : bits) {
            entries.add("        new MaskBits.Bit(%s, \"%s\", %s, %s)".formatted(bit.constant(),
                    bit.xml(), version(bit.since()), version(bit.until())));
        }
        return out.append(String.join(",\n", entries)).append("));\n\n    private ").append(type)
                .append("() {\n    }\n}\n").toString()
                .replace("import javax", "import java.util.List;\nimport javax")
                .replace("import org.jspecify.annotations.Nullable;\n", "");
    }

    private String tagValues(List<Row> tags, Map<String, List<Row>> enumerations,
            Map<String, List<Row>> masks) {
        StringBuilder out = header("Which enumeration or mask the value of a tag is taken from.",
                "final class TagValues {");
        StringBuilder bits = new StringBuilder();
        out.append("    private TagValues() {\n    }\n\n");
        out.append("    /** The values of the tag's enumeration; empty where it has none. */\n");
        out.append("    static KmipEnumeration[] enumeration(int tag) {\n");
        out.append("        return switch (tag) {\n");
        for (Row tag : tags) {
            String values = tag.values();
            String use = "            case Tag.%s -> %s%s;\n";
            if (enumerations.containsKey(values)) {
                out.append(use.formatted(tag.constant(), className(values), ".values()"));
            } else if (masks.containsKey(values)) {
                bits.append(use.formatted(tag.constant(), className(values), ".BITS"));
            }
        }
        out.append("            default -> new KmipEnumeration[0];\n        };\n    }\n\n");
        out.append("    /** The bits of the tag's mask, or null where it is none. */\n");
        out.append("    static @Nullable MaskBits mask(int tag) {\n");
        out.append("        return switch (tag) {\n").append(bits);
        return out.append("            default -> null;\n        };\n    }\n}\n").toString();
    }

    private static StringBuilder header(String doc, String opening) {
        return new StringBuilder("""
                // Generated from kmip-spec; do not edit.
                // @formatter:off
                package io.sallyport.kmip.model;

                import javax.annotation.processing.Generated;
                import org.jspecify.annotations.Nullable;

                /** %s */
                @Generated("io.sallyport.kmip.model.ModelGenerator")
                %s
                """.formatted(doc, opening));
    }

    private static String className(String name) {
        String given = CLASH_FREE.get(name);
        if (given != null) {
            return given;
        }
        StringBuilder out = new StringBuilder();
        for (String word : name.split(" ", -1)) {
            boolean acronym = word.equals(word.toUpperCase(Locale.ROOT));
            String rest = word.substring(1);
            out.append(word.charAt(0)).append(acronym ? rest.toLowerCase(Locale.ROOT) : rest);
        }
        return out.toString();
    }

    /** GetAttributes to GET_ATTRIBUTES; digits stay with the word before them. */
    static String constantName(String xmlName) {
        return xmlName.replace("RNGs", "Rngs").replace("KMIPV", "KmipV").replace("TLSV", "TlsV")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2").replaceAll("([0-9])([A-Z][a-z])", "$1_$2")
                .toUpperCase(Locale.ROOT);
    }

    private static String version(String text) {
        return text.isEmpty() ? "null" : "KmipVersion.V" + text.replace('.', '_');
    }

    private static void requireNew(Set<String> names, String name) {
        if (!names.add(name)) {
            throw new IllegalStateException("two values would be named " + name);
        }
    }

    private List<Row> rows(String file) throws IOException {
        List<String> lines = Files.readAllLines(module.resolve("src/main/kmip-spec/" + file));
        List<String> heads = List.of(lines.getFirst().split(",", -1));
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(heads.get(i), cells[i]);
            }
            rows.add(new Row(cells[0], row));
        }
        return rows;
    }

    private static Map<String, List<Row>> byFirst(List<Row> rows) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            groups.computeIfAbsent(row.first(), name -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    /** A line of a table; {@code first} is its first cell. */
    private record Row(String first, Map<String, String> cells) {
        String cell(String head) {
            return cells.getOrDefault(head, "");
        }

        String code() {
            return cell("code");
        }

        String xml() {
            return cell("xml");
        }

        String name() {
            return cell("name");
        }

        String since() {
            return cell("since");
        }

        String until() {
            return cell("until");
        }

        String values() {
            return cell("values");
        }

        String constant() {
            return constantName(xml());
        }

        String life() {
            String old = cell("deprecated");
            return "since " + since() + (old.isEmpty() ? "" : ", deprecated in " + old)
                    + (until().isEmpty() ? "" : ", gone in " + until());
        }
    }
}
