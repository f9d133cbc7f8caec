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

    /** Reads memory of a process. */
    interface Reader {
        /**
         * Copies {@code length} bytes from an address, or fewer.
         *
         * @return how many; none or a negative number if memory there can't be read
         */
        int read(long address, byte[] into, int length) throws IOException;
    }

    /** Counts the needles, each at least 16 bytes long, in the process. */
    static Findings of(long pid, List<Needle> needles) throws IOException {
        Path file = Path.of("/proc", Long.toString(pid), "mem");
        try (RandomAccessFile memory = new RandomAccessFile(file.toFile(), "r")) {
            return of(pid, needles, (address, into, length) -> {
                memory.seek(address);
                return memory.read(into, 0, length);
            });
        }
    }

    /** The same, where something else reads the memory. */
    static Findings of(long pid, List<Needle> needles, Reader memory) throws IOException {
        NeedleSearch search = new NeedleSearch(needles);
        byte[] chunk = new byte[CHUNK_BYTES + search.overlapBytes()];
        byte[] page = new byte[chunk.length];
        Path maps = Path.of("/proc", Long.toString(pid), "maps");
        for (Region region : regions(Files.readAllLines(maps))) {
            region.read(memory, chunk, page, search);
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

        void read(Reader memory, byte[] chunk, byte[] part, NeedleSearch search) {
            for (long at = start; at < end; at += CHUNK_BYTES) {
                int wanted = (int) Math.min(chunk.length, end - at);
                int own = Math.min(wanted, CHUNK_BYTES);
                int read = readAt(memory, at, chunk, part, wanted);
                // What starts in the overlap is counted with the next chunk.
                search.in(kind, chunk, read, Math.min(read, own));
                search.unread(own - Math.min(read, own));
            }
        }

        /** Memory can go away while it is read, and some of it can't be: then it is skipped. */
        private static int readAt(Reader memory, long at, byte[] chunk, byte[] part,
                int wanted) {
            int read = 0;
            try {
                while (read < wanted) {
                    int more = memory.read(at + read, part, wanted - read);
                    if (more <= 0) {
                        return read;
                    }
                    System.arraycopy(part, 0, chunk, read, more);
                    read += more;
                }
            } catch (IOException e) {
                return read;
            }
            return read;
        }
    }
}
