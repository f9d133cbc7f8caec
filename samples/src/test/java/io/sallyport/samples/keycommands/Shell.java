package io.sallyport.samples.keycommands;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * Runs a line as a database would have a shell run it, with a function {@code sallyport} that
 * starts the key commands on the class path of the tests.
 *
 * @param environment of the line, beside that of the tests
 */
record Shell(Map<String, String> environment) {
    private static final long SECONDS_MAX = 60;
    private static final String FUNCTION = Stream
            .of(Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                    "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                    System.getProperty("java.class.path", ""),
                    "io.sallyport.keycommand.Main")
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" ", "sallyport() { ", " \"$@\"; }\n"));

    /** How a line ended. */
    record Ended(int exitCode, ByteSlice out, String err) {}

    Ended run(String line, byte... input) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", "-c",
                "set -o pipefail\n" + FUNCTION + line);
        builder.environment().putAll(environment);
        Process process = builder.start();
        CompletableFuture<byte[]> out = read(process.getInputStream());
        CompletableFuture<byte[]> err = read(process.getErrorStream());
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        }
        if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("did not end: " + line);
        }
        return new Ended(process.exitValue(), ByteSlice.of(out.join()), new String(err.join(),
                StandardCharsets.UTF_8));
    }

    private static CompletableFuture<byte[]> read(InputStream from) {
        return CompletableFuture.supplyAsync(() -> {
            try (from) {
                return from.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
