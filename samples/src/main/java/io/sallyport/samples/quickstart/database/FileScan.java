package io.sallyport.samples.quickstart.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks for a text in every file below a folder, as bytes: data files, log segments and whatever
 * else is there.
 *
 * @param files how many files were read
 * @param bytes how many bytes they have
 * @param hits how often the text occurs
 */
public record FileScan(int files, long bytes, int hits) {
    /** Reads all files below {@code folder}; occurrences may overlap. */
    public static FileScan of(Path folder, String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        List<Path> files;
        try (Stream<Path> below = Files.walk(folder)) {
            files = below.filter(Files::isRegularFile).toList();
        }
        long bytes = 0;
        int hits = 0;
        for (Path file : files) {
            bytes += Files.size(file);
            hits += hitsIn(file, wanted);
        }
        return new FileScan(files.size(), bytes, hits);
    }

    /** Reads block after block; the end of one is kept in front of the next. */
    private static int hitsIn(Path file, byte[] wanted) throws IOException {
        byte[] window = new byte[1 << 20];
        int kept = 0;
        int hits = 0;
        try (InputStream in = Files.newInputStream(file)) {
            int read = in.read(window, kept, window.length - kept);
            while (read > 0) {
                int filled = kept + read;
                hits += count(window, filled, wanted);
                kept = Math.min(wanted.length - 1, filled);
                System.arraycopy(window, filled - kept, window, 0, kept);
                read = in.read(window, kept, window.length - kept);
            }
        }
        return hits;
    }

    private static int count(byte[] window, int filled, byte[] wanted) {
        int hits = 0;
        for (int at = 0; at <= filled - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && window[at + same] == wanted[same]) {
                same++;
            }
            hits += same == wanted.length ? 1 : 0;
        }
        return hits;
    }
}
