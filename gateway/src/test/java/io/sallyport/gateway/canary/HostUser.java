package io.sallyport.gateway.canary;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Users of this host, and the programs that they run. Only root can be another one.
 *
 * @param name what a table calls the user
 * @param prefix what comes before a command to run it as that user
 */
record HostUser(String name, List<String> prefix) {
    /** Numbers that belong to nobody who has files. */
    private static final int SERVICE = 65534;
    private static final int OTHER = 65533;

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Whether this machine can run programs as other users. */
    static boolean canBeOthers() {
        return isRoot() && Files.isExecutable(Path.of("/usr/bin/setpriv"))
                && Files.isExecutable(Path.of("/usr/bin/prlimit"));
    }

    /** The user whom gateway and engine belong to; core files have no limit. */
    static HostUser service() {
        return canBeOthers() ? of("same user", SERVICE) : new HostUser("same user", List.of());
    }

    static HostUser other() {
        return of("other user", OTHER);
    }

    static HostUser root() {
        return new HostUser("root", List.of());
    }

    private static HostUser of(String name, int number) {
        return new HostUser(name, List.of("/usr/bin/prlimit", "--core=unlimited:unlimited",
                "/usr/bin/setpriv", "--reuid=" + number, "--regid=" + number, "--clear-groups"));
    }

    /** A new folder that every user may write to. */
    static Path openFolder() throws IOException {
        Path folder = Files.createTempDirectory("routes");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        return folder;
    }

    /** Copies the class path to where every user can read it, and tells the new one. */
    static String readableClassPath(Path folder) throws IOException {
        List<String> copied = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(":", -1)) {
            Path from = Path.of(entry);
            if (Files.exists(from)) {
                Path to = folder.resolve("path" + copied.size()).resolve(from.getFileName());
                copy(from, to);
                copied.add(to.toString());
            }
        }
        return String.join(":", copied);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    /** Starts a program of the test tree; its errors are shown. */
    Process start(Class<?> program, String classPath, Path folder, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", classPath, program.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HOME", folder.toString());
        return builder.start();
    }

    /** Runs an {@link Intruder} to its end; tells what came of each route. */
    Map<String, String> intrude(String classPath, Path folder, String... arguments)
            throws IOException {
        Process intruder = start(Intruder.class, classPath, folder, arguments);
        intruder.getOutputStream().close();
        Map<String, String> results = new TreeMap<>();
        try (BufferedReader lines = intruder.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().map(line -> line.split("\t", 2))
                    .forEach(parts -> results.put(parts[0], parts[1]));
        }
        return results;
    }
}
