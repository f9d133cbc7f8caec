package io.sallyport.gateway.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.identity.PrivateFiles;

/**
 * The right to change a home, held by one process at a time. The operating system takes it back
 * when the process ends, however it ends. The file says who holds it and where its sockets are.
 */
public final class HomeLock implements AutoCloseable {
    /**
     * Locks of this process. POSIX drops a process's lock as soon as the process closes any
     * descriptor of the file, so a file that is locked here must not be opened again.
     */
    private static final Map<Path, Holder> HELD = new ConcurrentHashMap<>();

    private static final Pattern TEXT = Pattern.compile("pid=([0-9]{1,18})\nsockets=(.+)\n");
    private static final int TEXT_BYTES_MAX = 8192;

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Who holds a lock.
     *
     * @param pid its process id
     * @param sockets folder of its Unix sockets
     */
    public record Holder(long pid, Path sockets) {}

    /**
     * Takes the lock.
     *
     * @throws HomeException if another process, or another part of this one, holds it, or the
     *         disk does not take it
     */
    static HomeLock take(Path file, Path sockets) throws IOException, HomeException {
        Holder self = new Holder(ProcessHandle.current().pid(), sockets);
        Holder other = HELD.putIfAbsent(file, self);
        if (other != null) {
            throw inUse(file, Optional.of(other));
        }
        FileChannel channel = null;
        try {
            channel = open(file);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(file, read(channel));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(("pid=" + self.pid() + "\nsockets=" + sockets + "\n")
                    .getBytes(StandardCharsets.UTF_8)), 0);
            return new HomeLock(file, channel, lock);
        } catch (IOException e) {
            giveUp(file, channel);
            throw new HomeException("The home " + file.getParent() + " can't be locked: "
                    + e.getMessage() + ".", e);
        } catch (HomeException e) {
            giveUp(file, channel);
            throw e;
        }
    }

    /** Who holds the lock, or nothing if nobody does. */
    static Optional<Holder> holder(Path file) throws IOException {
        Holder here = HELD.get(file);
        if (here != null) {
            return Optional.of(here);
        }
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = open(file); FileLock lock = channel.tryLock()) {
            return lock == null ? read(channel) : Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        channel.truncate(0);
        lock.release();
        channel.close();
        HELD.remove(file);
    }

    private static void giveUp(Path file, @Nullable FileChannel channel) throws IOException {
        HELD.remove(file);
        if (channel != null) {
            channel.close();
        }
    }

    private static HomeException inUse(Path file, Optional<Holder> holder) {
        String who = holder.map(known -> " (process " + known.pid() + ")").orElse("");
        return new HomeException("The home " + file.getParent()
                + " is in use by another Sallyport" + who + "; stop it first.");
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ,
                        StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PrivateFiles.PRIVATE_MODE));
    }

    private static Optional<Holder> read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(TEXT_BYTES_MAX);
        channel.read(bytes, 0);
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches() ? Optional.of(new Holder(Long.parseLong(matcher.group(1)),
                Path.of(matcher.group(2)))) : Optional.empty();
    }
}
