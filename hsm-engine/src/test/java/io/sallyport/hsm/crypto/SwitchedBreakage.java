package io.sallyport.hsm.crypto;

import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Self-tests that are broken while a file of a folder exists: another process can break and mend
 * them while the engine serves.
 */
public final class SwitchedBreakage {
    /** Breaks the known answers of the ciphers that every engine uses. */
    public static final String KNOWN_ANSWER = "known-answer";
    /** Breaks the known answers of families, and the tests of key pairs. */
    public static final String FAMILY = "family";
    /** Breaks the source of randomness: it gives the same byte again and again. */
    public static final String STUCK = "stuck";
    /** Breaks the source of randomness: every eighth byte is the same. */
    public static final String LOPSIDED = "lopsided";

    private final Path folder;

    /** Breakages that are switched on in this folder. */
    public SwitchedBreakage(Path folder) {
        this.folder = folder;
    }

    /** Says no to everything while a file exists. */
    private static final class WrongWhile extends Comparison {
        private final Path file;

        private WrongWhile(Path file) {
            this.file = file;
        }

        @Override
        boolean same(byte @Nullable [] computed, byte[] known) {
            return !Files.exists(file) && super.same(computed, known);
        }

        @Override
        boolean holds(boolean fact) {
            return !Files.exists(file) && fact;
        }
    }

    /** The kernel's generator, which gets stuck or lopsided while a file exists. */
    private static final class WrongSource extends FilterInputStream {
        private static final byte SAME = 0x5a;
        private static final int EVERY = 8;

        private final Path stuck;
        private final Path lopsided;

        private WrongSource(Path stuck, Path lopsided) throws IOException {
            super(new FileInputStream("/dev/urandom"));
            this.stuck = stuck;
            this.lopsided = lopsided;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            if (Files.exists(stuck)) {
                Arrays.fill(into, from, from + count, SAME);
            }
            if (Files.exists(lopsided)) {
                for (int i = 0; i < count; i += EVERY) {
                    into[from + i] = SAME;
                }
            }
            return count;
        }
    }

    /** Tests of the ciphers that every engine uses. */
    public Supplier<SelfTest> knownAnswers() {
        return () -> new SelfTest(new WrongWhile(folder.resolve(KNOWN_ANSWER)));
    }

    /** Tests of families. */
    public Supplier<AlgorithmTests> algorithms() {
        return () -> new AlgorithmTests(new WrongWhile(folder.resolve(FAMILY)));
    }

    /** Sources of randomness. */
    public Supplier<NonceSource> sources() {
        return () -> {
            try {
                return new NonceSource(new WrongSource(folder.resolve(STUCK),
                        folder.resolve(LOPSIDED)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
