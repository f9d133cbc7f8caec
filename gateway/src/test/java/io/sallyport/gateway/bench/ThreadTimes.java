package io.sallyport.gateway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Processor time by kind of thread, from {@code /proc/PID/task}. Linux only. A thread's kind is its
 * name without numbers, so that all event loops, or all compiler threads, are one row.
 */
final class ThreadTimes {
    /** In {@code /proc/PID/task/TID/stat}, counted from the field after the name. */
    private static final int USER_FIELD = 11;
    private static final int SYSTEM_FIELD = 12;

    private final Map<String, Long> ticksByKind;

    private ThreadTimes(Map<String, Long> ticksByKind) {
        this.ticksByKind = ticksByKind;
    }

    /** The times of all threads of these processes by now; the key names process and kind. */
    static ThreadTimes of(Map<String, Long> pidsByName) throws IOException {
        Map<String, Long> ticks = new TreeMap<>();
        for (Map.Entry<String, Long> process : pidsByName.entrySet()) {
            for (Path task : tasks(process.getValue())) {
                add(process.getKey(), task, ticks);
            }
        }
        return new ThreadTimes(ticks);
    }

    /** What part of the time since an earlier look each kind took, from 0 to 1. */
    Map<String, Double> sharesSince(ThreadTimes earlier) {
        Map<String, Double> shares = new TreeMap<>();
        long all = 0;
        for (Map.Entry<String, Long> kind : ticksByKind.entrySet()) {
            long spent = kind.getValue() - earlier.ticksByKind.getOrDefault(kind.getKey(), 0L);
            shares.put(kind.getKey(), (double) spent);
            all += spent;
        }
        long sum = Math.max(all, 1);
        shares.replaceAll((_, spent) -> spent / sum);
        return shares;
    }

    private static List<Path> tasks(long pid) throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
            return tasks.toList();
        }
    }

    private static void add(String process, Path task, Map<String, Long> ticks)
            throws IOException {
        String stat;
        try {
            stat = Files.readString(task.resolve("stat"));
        } catch (NoSuchFileException ended) {
            return;
        }
        String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        String kind = process + ": " + name.replaceAll("[#-]?\\d+", "").strip();
        ticks.merge(kind,
                Long.parseLong(fields[USER_FIELD]) + Long.parseLong(fields[SYSTEM_FIELD]),
                Long::sum);
    }
}
