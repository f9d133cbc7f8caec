package io.sallyport.samples.h2;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code sallyport wrap} and {@code unwrap} for a file password. They find the gateway by the
 * environment, SALLYPORT_SERVER and SALLYPORT_CLIENT, and have a time limit of their own.
 *
 * @param program the words that start Sallyport's command line
 * @param environment of the command, beside that of this process
 */
public record KeyCommand(List<String> program, Map<String, String> environment) {
    private static final int OUTPUT_BYTES_MAX = 8192;
    private static final long STOP_SECONDS = 60;

    /** Keeps copies. */
    public KeyCommand {
        program = List.copyOf(program);
        environment = Map.copyOf(environment);
    }

    /**
     * Wraps a password by a key of the gateway and replaces the file, whole or not at all.
     *
     * @throws IOException with the command's sentence if it failed
     */
    void wrap(FilePassword password, String key, Path file)
            throws IOException, InterruptedException {
        byte[] input = password.toBytes();
        try {
            byte[] output = new byte[OUTPUT_BYTES_MAX];
            run(input, output, "wrap", "--key", key, "--out", file.toString());
        } finally {
            Arrays.fill(input, (byte) 0);
        }
    }

    /**
     * Unwraps the password of a file.
     *
     * @throws IOException with the command's sentence if it failed
     */
    FilePassword unwrap(Path file) throws IOException, InterruptedException {
        byte[] output = new byte[OUTPUT_BYTES_MAX];
        try {
            int length = run(new byte[0], output, "unwrap", "--in", file.toString());
            return FilePassword.taking(output, length);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            Arrays.fill(output, (byte) 0);
        }
    }

    /** Runs a command to its end; what it prints goes to {@code output}, its length is returned. */
    private int run(byte[] input, byte[] output, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            try (OutputStream in = process.getOutputStream()) {
                in.write(input);
            } catch (IOException e) {
                // It ended before it read everything, and says why.
            }
            int length = read(process.getInputStream(), output);
            String reason;
            try (var errors = process.errorReader(Charset.defaultCharset())) {
                reason = errors.readLine();
            }
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(reason == null
                        ? "sallyport " + words[0] + " failed without a reason."
                        : reason);
            }
            return length;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Reads to the end, straight into the caller's array. */
    private static int read(InputStream from, byte[] into) throws IOException {
        int length = 0;
        int read = from.read(into, 0, into.length);
        while (read > 0) {
            length += read;
            read = length < into.length ? from.read(into, length, into.length - length) : -1;
        }
        return length;
    }
}
