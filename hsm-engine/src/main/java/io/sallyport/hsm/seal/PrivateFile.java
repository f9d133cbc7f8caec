package io.sallyport.hsm.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files that only their owner may touch, written so that they are whole or absent. */
final class PrivateFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet
            .of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int BYTES_MAX = 64 << 10;

    private PrivateFile() {}

    /** The content in direct memory, after a check of the mode. */
    static ByteBuffer read(Path file, String what) throws SealFault {
        try {
            Set<PosixFilePermission> open = EnumSet.noneOf(PosixFilePermission.class);
            open.addAll(Files.getPosixFilePermissions(file));
            open.removeAll(OWNER_ONLY);
            if (!open.isEmpty()) {
                throw new SealFault("The " + what + " " + file
                        + " is open to others than its owner: run chmod 600 on it.");
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                if (channel.size() > BYTES_MAX) {
                    throw new SealFault("The " + what + " " + file + " is too long.");
                }
                ByteBuffer content = ByteBuffer.allocateDirect((int) channel.size());
                int count = 0;
                while (content.hasRemaining() && count >= 0) {
                    count = channel.read(content);
                }
                return content.flip();
            }
        } catch (NoSuchFileException e) {
            throw new SealFault("There is no " + what + " " + file + ".", e);
        } catch (IOException e) {
            throw new SealFault("The " + what + " " + file + " can't be read: " + e.getMessage()
                    + ".", e);
        }
    }

    /**
     * Writes what a file is to hold beside it, with mode 0600 from the start, and syncs it. The
     * content of an earlier attempt is lost. {@link #publish} puts it in place.
     */
    static void stage(Path file, ByteBuffer content) throws SealFault {
        Path next = next(file);
        try {
            Files.deleteIfExists(next);
        } catch (IOException e) {
            throw new SealFault("The file " + next + " can't be removed: " + e.getMessage() + ".",
                    e);
        }
        create(next, content);
    }

    /** Puts the staged content in place: a reader sees the old or the new, never a part. */
    static void publish(Path file) throws SealFault {
        try {
            Files.move(next(file), file, StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SealFault("The file " + file + " can't be replaced: " + e.getMessage() + ".",
                    e);
        }
        syncFolder(file);
    }

    /** Where a file's staged content stands. */
    static Path next(Path file) {
        return file.resolveSibling(file.getFileName() + ".next");
    }

    private static void create(Path file, ByteBuffer content) throws SealFault {
        try (FileChannel channel = FileChannel.open(file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        } catch (FileAlreadyExistsException e) {
            throw new SealFault("The file " + file + " exists; it is not overwritten.", e);
        } catch (IOException e) {
            throw new SealFault("The file " + file + " can't be written: " + e.getMessage() + ".",
                    e);
        }
        syncFolder(file);
    }

    private static void syncFolder(Path file) throws SealFault {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw new SealFault("The folder " + folder + " can't be synced: " + e.getMessage()
                    + ".", e);
        }
    }
}
