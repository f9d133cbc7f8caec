package io.sallyport.gateway.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** A password on the command line, or where to find it. Stateless. */
final class PasswordText {
    private static final String FILE = "file:";
    private static final String ENVIRONMENT = "env:";

    private PasswordText() {}

    /**
     * The password itself, or what a reference to a file or a variable leads to; the caller erases
     * it.
     *
     * @param option the option that it was given with
     */
    static char[] resolve(char[] password, String option) throws IOException, CommandException {
        CharBuffer given = CharBuffer.wrap(password);
        if (startsWith(given, FILE)) {
            return firstLine(Path.of(rest(given, FILE)), option);
        }
        if (startsWith(given, ENVIRONMENT)) {
            String variable = rest(given, ENVIRONMENT);
            @Nullable
            String value = System.getenv(variable);
            if (value == null || value.isEmpty()) {
                throw new CommandException(
                        "The variable " + variable + " that " + option + " names is not set.");
            }
            return value.toCharArray();
        }
        return password.clone();
    }

    private static boolean startsWith(CharBuffer given, String prefix) {
        return given.length() >= prefix.length()
                && prefix.contentEquals(given.subSequence(0, prefix.length()));
    }

    private static String rest(CharBuffer given, String prefix) {
        return given.subSequence(prefix.length(), given.length()).toString();
    }

    private static char[] firstLine(Path file, String option)
            throws IOException, CommandException {
        if (!Files.isReadable(file)) {
            throw new CommandException(
                    "The file " + file + " that " + option + " names can't be read.");
        }
        byte[] bytes = Files.readAllBytes(file);
        char[] text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes)).array();
        int end = 0;
        while (end < text.length && text[end] != '\n' && text[end] != '\r' && text[end] != 0) {
            end++;
        }
        char[] line = Arrays.copyOf(text, end);
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(text, ' ');
        return line;
    }
}
