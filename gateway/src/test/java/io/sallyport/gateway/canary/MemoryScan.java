package io.sallyport.gateway.canary;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for byte strings in all readable memory of another process of the same user, through
 * {@code /proc/PID/mem}. Linux only; the process keeps running meanwhile. Places are kinds of
 * region: {@code java heap or anonymous}, {@code [heap]}, {@code [stack]}, or the name of the
 * mapped file; a part of the Java heap can be mapped from the JDK's {@code classes.jsa}.
 */
final class MemoryScan {
    private static final int CHUNK_BYTES = 4 << 20;

    private MemoryScan() {}

    /** Whether this machine lets a process look into another one. */
    static boolean isPossible() {
        return Files.isReadable(Path.of("/proc/self/mem"));
    }

    /** Counts the needles, each at least 16 bytes long, in the process. */
    static Findings of(long pid, List<Needle> needles) throws IOException {
        NeedleSearch search = new NeedleSearch(needles);
        Path process = Path.of("/proc", Long.toString(pid));
        byte[] chunk = new byte[CHUNK_BYTES + search.overlapBytes()];
        try (RandomAccessFile memory = new RandomAccessFile(process.resolve("mem").toFile(), "r")) {
            for (Region region : regions(Files.readAllLines(process.resolve("maps")))) {
                region.read(memory, chunk, search);
            }
        }
        return search.findings();
    }

    private static List<Region> regions(List<String> maps) {
        List<Region> regions = new ArrayList<>();
        for (String line : maps) {
            String[] fields = line.trim().split("\\s+", 6);
            String name = fields.length > 5 ? fields[5] : "java heap or anonymous";
            if (fields[1].startsWith("r") && !name.equals("[vsyscall]")
                    && !name.startsWith("[vvar")) {
                String[] range = fields[0].split("-", 2);
                long end = Long.parseUnsignedLong(range[1], 16);
                regions.add(new Region(Long.parseUnsignedLong(range[0], 16), end, name));
            }
        }
        return regions;
    }

    private record Region(long start, long end, String kind) {

        void read(RandomAccessFile memory, byte[] chunk, NeedleSearch search) {
            for (long at = start; at < end; at += CHUNK_BYTES) {
                int wanted = (int) Math.min(chunk.length, end - at);
                int own = Math.min(wanted, CHUNK_BYTES);
                int read = readAt(memory, at, chunk, wanted);
                // What starts in the overlap is counted with the next chunk.
                search.in(kind, chunk, read, Math.min(read, own));
                search.unread(own - Math.min(read, own));
            }
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
}
