package io.sallyport.gateway.interop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies of the files that a MariaDB server had while a session was open, with those that it keeps
 * open without a name. Immutable.
 */
record MariaDbSnapshot(Path folder) {
    /** Name of the file that all files without a name are in. */
    static final String UNNAMED = "unnamed";

    /** What a file is, by its name. */
    enum Kind {
        INNODB_LOG("ib_logfile\\d+"),
        BINARY_LOG("binlog\\.\\d+"),
        INNODB_TEMPORARY("ibtmp\\d+"),
        ARIA_TEMPORARY("#sql-temptable.*\\.MAD"),
        TEMPORARY_FILES(UNNAMED),
        ARIA_LOG("aria_log\\.\\d+");

        private final Pattern name;

        Kind(String name) {
            this.name = Pattern.compile(name);
        }
    }

    /**
     * How often a marker is in the files of each kind.
     *
     * @throws IllegalStateException a kind has no file, or only empty ones: nothing is known of it
     */
    Map<Kind, Long> markers(String marker) throws IOException {
        Map<Kind, Long> found = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            long bytes = 0;
            long markers = 0;
            for (Path file : filesOf(kind)) {
                bytes += Files.size(file);
                markers += count(file, marker);
            }
            if (bytes == 0) {
                throw new IllegalStateException("no bytes of " + kind + " in " + folder);
            }
            found.put(kind, markers);
        }
        return found;
    }

    private List<Path> filesOf(Kind kind) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> kind.name.matcher(String.valueOf(file.getFileName()))
                            .matches())
                    .toList();
        }
    }

    /** How often a marker is in a file. */
    static long count(Path file, String marker) throws IOException {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        long found = 0;
        for (int at = content.indexOf(marker); at >= 0; at = content.indexOf(marker,
                at + marker.length())) {
            found++;
        }
        return found;
    }
}
