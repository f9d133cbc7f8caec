package io.sallyport.gateway.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that have their mode from the first moment and never replace another. */
public final class PrivateFiles {
    /** Read and written by the owner alone: 0600. */
    public static final Set<PosixFilePermission> PRIVATE_MODE = PosixFilePermissions
            .fromString("rw-------");

    /** Read by everybody who reaches the folder: 0644. */
    public static final Set<PosixFilePermission> PUBLIC_MODE = PosixFilePermissions
            .fromString("rw-r--r--");

    /** A folder of the owner alone: 0700. */
    public static final Set<PosixFilePermission> PRIVATE_FOLDER = PosixFilePermissions
            .fromString("rwx------");

    private PrivateFiles() {}

    /**
     * Makes a file with this content and mode and brings it to the disk.
     *
     * @throws FileAlreadyExistsException if there is one already
     */
    public static void write(Path file, byte[] content, Set<PosixFilePermission> mode)
            throws IOException {
        try (FileChannel channel = FileChannel.open(file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(mode))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        // The process's umask may have taken more bits than asked for.
        Files.setPosixFilePermissions(file, mode);
    }

    /** Brings the names in a folder to the disk; the content of its files is their writers' duty. */
    public static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Makes a folder with mode 0700; one that exists is left as it is. */
    public static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PRIVATE_FOLDER));
            Files.setPosixFilePermissions(folder, PRIVATE_FOLDER);
        }
    }
}
