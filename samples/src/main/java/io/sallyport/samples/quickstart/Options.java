package io.sallyport.samples.quickstart;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked for.
 *
 * @param directory where to work and leave everything; null for a temporary folder
 * @param keep whether the gateway goes on running at the end
 */
public record Options(@Nullable Path directory, boolean keep) {
    static final String USAGE = "usage: sallyport quickstart [--dir DIR] [--keep]";

    /**
     * Reads the words of the command line.
     *
     * @throws IllegalArgumentException if they are not understood; the message is for the user
     */
    static Options parse(String... words) {
        Path directory = null;
        boolean keep = false;
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            if (word.equals("--keep")) {
                keep = true;
            } else if (word.startsWith("--dir=")) {
                directory = Path.of(word.substring("--dir=".length()));
            } else if (word.equals("--dir") && i + 1 < words.length) {
                i++;
                directory = Path.of(words[i]);
            } else {
                throw new IllegalArgumentException("'" + word + "' is not understood; " + USAGE);
            }
        }
        return new Options(directory, keep);
    }
}
