package io.sallyport.gateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A file system of a few megabytes that a test fills up. Making one takes the rights of root: a
 * test without them is skipped and says so. Closing always takes it away again.
 */
final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 4096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** What it is made of. */
    enum Kind {
        /** Memory: pages are taken when they are written. */
        TMPFS,
        /** A file with an ext4: blocks are promised when they are written and taken later. */
        EXT4
    }

    /**
     * Mounts one at a new folder.
     *
     * @param image where the file of a file system may lie
     */
    static SmallDisk mount(Kind kind, Path folder, Path image, int megabytes) throws IOException {
        Files.createDirectory(folder);
        String refused = switch (kind) {
            case TMPFS -> run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs",
                    folder.toString());
            case EXT4 -> {
                Files.write(image, new byte[megabytes << 20]);
                String unmade = run("mkfs.ext4", "-q", image.toString());
                yield unmade != null ? unmade
                        : run("mount", "-o", "loop", image.toString(), folder.toString());
            }
        };
        if (refused != null) {
            Assumptions.abort("skipped: a small file system can't be mounted: " + refused);
        }
        return new SmallDisk(folder);
    }

    /** The folder where it is mounted. */
    Path folder() {
        return folder;
    }

    /** Leaves no byte of it free. */
    void fill() throws IOException {
        for (int size : new int[]{16 * BLOCK, BLOCK, 1}) {
            try (OutputStream ballast = Files.newOutputStream(
                    Files.createTempFile(folder, "ballast", ""))) {
                byte[] block = new byte[size];
                Arrays.fill(block, (byte) 'x');
                assertThatThrownBy(() -> {
                    while (true) {
                        ballast.write(block);
                    }
                }).isInstanceOf(IOException.class).hasMessageContaining("No space left");
            }
        }
    }

    /** Makes room again. */
    void makeRoom() throws IOException {
        try (var files = Files.newDirectoryStream(folder, "ballast*")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        String busy = run("umount", folder.toString());
        if (busy != null) {
            // A process that a failed test left has files open: the mount goes with its last one.
            assertThat(run("umount", "-l", folder.toString())).as(busy).isNull();
        }
    }

    /** Runs a command; what it said if it failed, else null. */
    private static @Nullable String run(String... command)
            throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            return String.valueOf(missing.getMessage());
        }
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(),
                StandardCharsets.UTF_8);
        return process.onExit().join().exitValue() == 0 ? null : said.strip();
    }
}
