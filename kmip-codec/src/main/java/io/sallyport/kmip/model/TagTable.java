package io.sallyport.kmip.model;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names and versions behind {@link Tag}; built when first asked for. */
final class TagTable {
    private static final Map<Integer, Row> BY_CODE = new HashMap<>();
    private static final Map<String, Integer> BY_XML_NAME = new HashMap<>();
    private static final Map<String, Integer> BY_NAME = new HashMap<>();

    static {
        for (String line : Tag.ROWS) {
            String[] cells = line.split(",", -1);
            int code = Integer.parseInt(cells[0], 16);
            BY_CODE.put(code, new Row(cells[1], cells[2], version(cells[3]), version(cells[4])));
            BY_XML_NAME.put(cells[1], code);
            BY_NAME.put(cells[2], code);
        }
    }

    private TagTable() {}

    static String nameOf(int tag) {
        Row row = BY_CODE.get(tag);
        return row == null ? String.format("0x%06X", tag) : row.name();
    }

    static @Nullable String xmlNameOf(int tag) {
        Row row = BY_CODE.get(tag);
        return row == null ? null : row.xmlName();
    }

    static int ofXmlName(String xmlName) {
        return BY_XML_NAME.getOrDefault(xmlName, 0);
    }

    static int ofName(String name) {
        return BY_NAME.getOrDefault(name, 0);
    }

    static boolean definedIn(int tag, KmipVersion version) {
        Row row = BY_CODE.get(tag);
        return row != null && row.since() != null && version.atLeast(row.since())
                && (row.until() == null || !version.atLeast(row.until()));
    }

    private static @Nullable KmipVersion version(String text) {
        return text.isEmpty() ? null
                : KmipVersion.of(text.charAt(0) - '0', text.charAt(2) - '0');
    }

    private record Row(String xmlName, String name, @Nullable KmipVersion since,
            @Nullable KmipVersion until) {}
}
