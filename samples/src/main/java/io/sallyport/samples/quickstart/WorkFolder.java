package io.sallyport.samples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which everything happens: the user's own, which stays, or a temporary one, which
 * goes. Closing it may happen in the shutdown hook while the main thread still works.
 */
final class WorkFolder {
    private final Path path;
    private volatile boolean remove;

    private WorkFolder(Path path, boolean remove) {
        this.path = path;
        this.remove = remove;
    }

    /**
     * Opens the folder.
     *
     * @param wanted the user's, made if it is not there; null for a temporary one
     * @throws IOException if it can't be used, with one sentence for the user
     */
    static WorkFolder open(@Nullable Path wanted) throws IOException {
        if (wanted == null) {
            return new WorkFolder(Files.createTempDirectory("sallyport-"), true);
        }
        Path folder = Files.createDirectories(wanted.toAbsolutePath().normalize());
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new IOException(folder + " is not empty: choose a new folder.");
            }
        }
        return new WorkFolder(folder, false);
    }

    Path path() {
        return path;
    }

    /** Lets a temporary folder stay, so that its logs can be read. */
    void keep() {
        remove = false;
    }

    void close() {
        if (!remove) {
            return;
        }
        try (Stream<Path> inside = Files.walk(path)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("sallyport: " + path + " could not be removed: " + e.getMessage());
        }
    }
}
