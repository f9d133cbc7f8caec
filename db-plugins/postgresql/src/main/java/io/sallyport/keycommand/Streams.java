package io.sallyport.keycommand;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Standard input and output, or files in their place. Reads everything before anything is asked,
 * writes nothing before everything is known: a pipe that ends early carries no half key.
 *
 * @param standardIn read if no file is named
 * @param standardOut written if no file is named
 */
record Streams(InputStream standardIn, OutputStream standardOut) {

    /**
     * All of the input; the caller wipes it.
     *
     * @throws KeyCommandException if it is empty, longer than the limit or can't be read
     */
    byte[] read(@Nullable Path file, int bytesMax) throws KeyCommandException {
        byte[] buffer = new byte[bytesMax + 1];
        try {
            int length = file == null ? fill(standardIn, buffer) : fill(file, buffer);
            if (length == 0) {
                throw new KeyCommandException("The input is empty: was the key not given?");
            }
            if (length > bytesMax) {
                throw new KeyCommandException("The input is longer than " + bytesMax + " bytes.");
            }
            return Arrays.copyOf(buffer, length);
        } catch (NoSuchFileException e) {
            throw new KeyCommandException(e.getFile() + " does not exist.", e);
        } catch (IOException e) {
            throw new KeyCommandException("The input can't be read: " + e.getMessage() + ".", e);
        } finally {
            Arrays.fill(buffer, (byte) 0);
        }
    }

    private static int fill(Path file, byte[] buffer) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return fill(in, buffer);
        }
    }

    private static int fill(InputStream in, byte[] buffer) throws IOException {
        int length = 0;
        while (length < buffer.length) {
            int count = in.read(buffer, length, buffer.length - length);
            if (count < 0) {
                return length;
            }
            length += count;
        }
        return length;
    }

    /**
     * Writes the result, a file whole or not at all and readable by its owner only.
     *
     * @throws KeyCommandException if it can't be written, also if the reader of a pipe has gone
     */
    void write(@Nullable Path file, byte[] bytes) throws KeyCommandException {
        try {
            if (file == null) {
                standardOut.write(bytes);
                standardOut.flush();
            } else {
                replace(file, bytes);
            }
        } catch (IOException e) {
            throw new KeyCommandException("The result can't be written"
                    + (file == null ? "" : " to " + file) + ": " + e.getMessage() + ".", e);
        }
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path next = Files.createTempFile(folder, ".sallyport-", ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                ByteBuffer content = ByteBuffer.wrap(bytes);
                while (content.hasRemaining()) {
                    channel.write(content);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        } finally {
            Files.deleteIfExists(next);
        }
    }
}
