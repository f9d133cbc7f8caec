package io.sallyport.gateway.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.client.LinkLimits;

/**
 * A program that tries to get at secrets of another process, as the user who runs it, by the routes
 * that a host has. Arguments: what to do ({@code look}, {@code glance} or {@code abort}), the
 * process, a file of needles, a folder for what it fetches, the home, and the engine's socket.
 * Prints a line for each route: its name, a tabulator, and what came of it.
 */
public final class Intruder {
    private static final String REFUSED = "refused: ";
    private static final String EXCEPTION = "Exception:";
    /** Where jcmd's own complaints begin, in characters; what comes later is an answer. */
    private static final int FIRST_LINES = 200;
    private static final long SECONDS = 90;
    private static final List<String> QUESTIONS = List.of("Thread.print", "VM.system_properties",
            "VM.info", "GC.class_histogram", "VM.stringtable");

    private final long pid;
    private final List<Needle> needles;
    private final Path fetched;

    private Intruder(long pid, List<Needle> needles, Path fetched) {
        this.pid = pid;
        this.needles = needles;
        this.fetched = fetched;
    }

    /** A way in. */
    private interface Route {
        String tried() throws IOException, InterruptedException;
    }

    /** Tries everything. */
    public static void main(String[] arguments) throws Exception {
        Intruder intruder = new Intruder(Long.parseLong(arguments[1]),
                Needle.read(Path.of(arguments[2])), Path.of(arguments[3]));
        if (arguments[0].equals("abort")) {
            say("core by signal ABRT", intruder::abort);
            return;
        }
        say("/proc/PID/mem", () -> counted(MemoryScan.of(intruder.pid, intruder.needles)));
        if (arguments[0].equals("glance")) {
            return;
        }
        say("process_vm_readv", () -> new ForeignMemory(intruder.pid).read(intruder.needles));
        say("core by gcore", intruder::gcore);
        say("heap dump by jcmd", intruder::heapDump);
        say("jcmd " + String.join(", ", QUESTIONS), intruder::questions);
        Path home = Path.of(arguments[4]);
        say("files and log in the home", () -> counted(FileScan.below(home, intruder.needles)));
        say("engine's socket", () -> greeted(Path.of(arguments[5])));
        // Last, because it holds on until this program ends.
        say("ptrace", () -> new ForeignMemory(intruder.pid).seize());
    }

    private static void say(String name, Route route) throws InterruptedException {
        String result;
        try {
            result = route.tried();
        } catch (IOException | UncheckedIOException e) {
            result = REFUSED + e.getClass().getSimpleName();
        }
        System.out.println(name + '\t' + result.replace('\n', ' ').replace('\t', ' '));
    }

    static String counted(Findings found) {
        return found.whole() + " copies, " + found.halves() + " halves in "
                + (found.bytesRead() >> 20) + " MB"
                + (found.byPlace().isEmpty() ? "" : " " + found.byPlace());
    }

    private String heapDump() throws IOException, InterruptedException {
        Path dump = fetched.resolve("heap-" + pid + ".hprof");
        String said = jcmd("GC.heap_dump", dump.toString());
        return Files.isReadable(dump) ? searched(dump) : REFUSED + said;
    }

    private String questions() throws IOException, InterruptedException {
        NeedleSearch search = new NeedleSearch(needles);
        for (String question : QUESTIONS) {
            String said = jcmd(question);
            if (said.startsWith(EXCEPTION)) {
                return REFUSED + said;
            }
            search.in(question, said.getBytes(StandardCharsets.ISO_8859_1));
        }
        return counted(search.findings());
    }

    private String jcmd(String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid)));
        line.addAll(List.of(command));
        String said = run(line);
        int exception = said.indexOf(EXCEPTION);
        return exception < 0 || exception > FIRST_LINES ? said
                : EXCEPTION + firstLine(said.substring(exception + EXCEPTION.length()));
    }

    private String gcore() throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("/usr/bin/gcore"))) {
            return "skipped: there is no gcore";
        }
        Path core = fetched.resolve("core." + pid);
        String said = run(List.of("/usr/bin/gcore", "-o", fetched.resolve("core").toString(),
                Long.toString(pid)));
        int refusal = said.indexOf("ptrace:");
        return Files.isReadable(core) ? searched(core)
                : REFUSED + firstLine(said.substring(Math.max(refusal, 0)));
    }

    /** Ends the process by a signal that makes a core where that is allowed. */
    private String abort() throws IOException, InterruptedException {
        String pattern = Files.readString(Path.of("/proc/sys/kernel/core_pattern")).strip();
        if (pattern.contains("/") || pattern.startsWith("|")) {
            return "skipped: cores of this host go to " + pattern;
        }
        ProcessHandle target = ProcessHandle.of(pid).orElseThrow();
        String said = run(List.of("/bin/kill", "-ABRT", Long.toString(pid)));
        if (!said.isEmpty()) {
            return REFUSED + firstLine(said);
        }
        for (int i = 0; i < SECONDS * 10 && target.isAlive(); i++) {
            Thread.sleep(100);
        }
        List<Path> cores;
        try (Stream<Path> files = Files.list(fetched)) {
            cores = files.filter(file -> file.getFileName().toString().startsWith("core"))
                    .toList();
        }
        return cores.isEmpty() ? "ended, no core" : searched(cores.getFirst());
    }

    private String searched(Path file) throws IOException {
        String found = counted(FileScan.of(file, needles));
        Files.delete(file);
        return found;
    }

    private static String greeted(Path socket) throws IOException {
        // The kernel may connect whom the engine then turns away.
        BlockingEngineLink.connect(socket, LinkLimits.DEFAULT).close();
        return "takes commands";
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("said", ".txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(said.toFile()).directory(fetched.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String text = Files.readString(said, StandardCharsets.ISO_8859_1);
        Files.delete(said);
        return text;
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }
}
