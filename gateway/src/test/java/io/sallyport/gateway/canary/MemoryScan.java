package io.sallyport.gateway.canary;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks for byte strings in all readable memory of another process of the same user, through
 * {@code /proc/PID/mem}. Linux only; the process keeps running meanwhile.
 */
public final class MemoryScan {

    private static final int CHUNK_BYTES = 4 << 20;
    private static final int HALF_BYTES = 16;
    private static final int PREFIX_BYTES = 4;

    private MemoryScan() {}

    /**
     * What was found.
     *
     * @param whole copies of whole needles
     * @param halves copies of 16-byte pieces at a multiple of 16 within a needle, those within whole
     *        copies included
     * @param byRegion found pieces by kind of region: {@code java heap or anonymous}, {@code [heap]},
     *        {@code [stack]}, or the name of the mapped file
     * @param bytesRead how much memory was looked at
     */
    public record Findings(int whole, int halves, Map<String, Integer> byRegion,
            long bytesRead) {}

    /** Counts the needles, each at least 16 bytes long, in the process. */
    public static Findings of(long pid, List<byte[]> needles) throws IOException {
        Search search = new Search(needles);
        Map<String, Integer> byRegion = new TreeMap<>();
        long bytesRead = 0;
        Path process = Path.of("/proc", Long.toString(pid));
        try (RandomAccessFile memory = new RandomAccessFile(process.resolve("mem").toFile(), "r")) {
            for (Region region : regions(Files.readAllLines(process.resolve("maps")))) {
                int before = search.halves;
                bytesRead += region.read(memory, search);
                if (search.halves > before) {
                    byRegion.merge(region.kind(), search.halves - before, Integer::sum);
                }
            }
        }
        return new Findings(search.whole, search.halves, byRegion, bytesRead);
    }

    private static List<Region> regions(List<String> maps) {
        List<Region> regions = new ArrayList<>();
        for (String line : maps) {
            String[] fields = line.trim().split("\\s+", 6);
            String name = fields.length > 5 ? fields[5] : "java heap or anonymous";
            if (fields[1].startsWith("r") && !name.equals("[vvar]") && !name.equals("[vsyscall]")
                    && !name.startsWith("[vvar")) {
                String[] range = fields[0].split("-", 2);
                long end = Long.parseUnsignedLong(range[1], 16);
                regions.add(new Region(Long.parseUnsignedLong(range[0], 16), end, name));
            }
        }
        return regions;
    }

    private record Region(long start, long end, String kind) {

        long read(RandomAccessFile memory, Search search) {
            byte[] chunk = new byte[CHUNK_BYTES + search.longest()];
            long bytesRead = 0;
            for (long at = start; at < end; at += CHUNK_BYTES) {
                int wanted = (int) Math.min(chunk.length, end - at);
                int read = readAt(memory, at, chunk, wanted);
                // What starts in the overlap is counted with the next chunk.
                search.in(chunk, read, Math.min(read, CHUNK_BYTES));
                bytesRead += Math.min(read, CHUNK_BYTES);
            }
            return bytesRead;
        }

        /** Memory can go away while it is read, and some of it can't be: then it is skipped. */
        private static int readAt(RandomAccessFile memory, long at, byte[] chunk, int wanted) {
            int read = 0;
            try {
                memory.seek(at);
                while (read < wanted) {
                    int more = memory.read(chunk, read, wanted - read);
                    if (more < 0) {
                        return read;
                    }
                    read += more;
                }
            } catch (IOException e) {
                return read;
            }
            return read;
        }
    }

    /** Finds the 16-byte pieces of the needles by their first four bytes. */
    private static final class Search {
        private final Map<Integer, List<Piece>> byPrefix = new HashMap<>();
        private final boolean[] prefixes = new boolean[1 << 16];
        private int longest;
        private int whole;
        private int halves;

        Search(List<byte[]> needles) {
            for (byte[] needle : needles) {
                if (needle.length < HALF_BYTES) {
                    throw new IllegalArgumentException("A needle is too short to be sure of.");
                }
                longest = Math.max(longest, needle.length);
                for (int from = 0; from + HALF_BYTES <= needle.length; from += HALF_BYTES) {
                    byPrefix.computeIfAbsent(prefix(needle, from), _ -> new ArrayList<>())
                            .add(new Piece(needle, from));
                    prefixes[prefix(needle, from) >>> 16] = true;
                }
            }
        }

        int longest() {
            return longest;
        }

        void in(byte[] bytes, int length, int startsBefore) {
            int last = Math.min(startsBefore, length - HALF_BYTES + 1);
            for (int at = 0; at < last; at++) {
                int two = ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
                if (prefixes[two]) {
                    compare(bytes, length, at);
                }
            }
        }

        private void compare(byte[] bytes, int length, int at) {
            for (Piece piece : byPrefix.getOrDefault(prefix(bytes, at), List.of())) {
                if (matches(piece, HALF_BYTES, bytes, length, at)) {
                    halves++;
                    if (piece.from == 0
                            && matches(piece, piece.needle.length, bytes, length, at)) {
                        whole++;
                    }
                }
            }
        }

        private static boolean matches(Piece piece, int count, byte[] bytes, int length, int at) {
            if (at + count > length) {
                return false;
            }
            for (int i = 0; i < count; i++) {
                if (bytes[at + i] != piece.needle[piece.from + i]) {
                    return false;
                }
            }
            return true;
        }

        private static int prefix(byte[] bytes, int at) {
            int prefix = 0;
            for (int i = 0; i < PREFIX_BYTES; i++) {
                prefix = (prefix << 8) | (bytes[at + i] & 0xFF);
            }
            return prefix;
        }
    }

    private static final class Piece {
        private final byte[] needle;
        private final int from;

        Piece(byte[] needle, int from) {
            this.needle = needle;
            this.from = from;
        }
    }
}
