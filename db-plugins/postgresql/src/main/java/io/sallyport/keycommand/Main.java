package io.sallyport.keycommand;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.sallyport.keycommand.KeyCommand.GetKey;
import io.sallyport.keycommand.KeyCommand.Unwrap;
import io.sallyport.keycommand.KeyCommand.Wrap;
import io.sallyport.keycommand.KeyCommandException.WrongUsage;
import io.sallyport.kmip.client.ClearBytes;

/** The commands {@code sallyport wrap}, {@code unwrap} and {@code getkey}. */
public final class Main {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USAGE = 2;
    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a',
            'b', 'c', 'd', 'e', 'f'};

    private final Streams streams;

    private Main(Streams streams) {
        this.streams = streams;
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // The descriptors themselves: System.out swallows errors, and System.in keeps copies.
        int code = run(List.of(arguments), System.getenv(),
                new Streams(new FileInputStream(FileDescriptor.in),
                        new FileOutputStream(FileDescriptor.out)),
                System.err);
        System.exit(code);
    }

    /** Runs a command; returns its exit code. */
    static int run(List<String> arguments, Map<String, String> environment, Streams streams,
            PrintStream errors) {
        try {
            if (arguments.contains("--help") || arguments.contains("-h")) {
                streams.write(null,
                        CommandLine.USAGE.getBytes(StandardCharsets.UTF_8));
                return DONE;
            }
            new Main(streams).run(CommandLine.parse(arguments, environment));
            return DONE;
        } catch (WrongUsage wrong) {
            errors.println("sallyport: " + wrong.getMessage());
            return WRONG_USAGE;
        } catch (KeyCommandException failed) {
            errors.println("sallyport: " + failed.getMessage());
            return REFUSED;
        }
    }

    private void run(KeyCommand command) throws KeyCommandException {
        switch (command) {
            case Wrap wrap -> wrap(wrap);
            case Unwrap unwrap -> unwrap(unwrap);
            case GetKey getKey -> getKey(getKey);
        }
    }

    private void wrap(Wrap command) throws KeyCommandException {
        byte[] clear = streams.read(command.in(), WrappedFile.CLEAR_BYTES_MAX);
        try (KeyService service = KeyService.of(command.gateway())) {
            streams.write(command.out(), service.wrap(command.key(), clear).encoded());
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private void unwrap(Unwrap command) throws KeyCommandException {
        WrappedFile file = WrappedFile.decode(streams.read(command.in(), WrappedFile.BYTES_MAX));
        try (KeyService service = KeyService.of(command.gateway());
                ClearBytes clear = service.unwrap(file)) {
            streams.write(command.out(), clear.array());
        }
    }

    private void getKey(GetKey command) throws KeyCommandException {
        try (KeyService service = KeyService.of(command.gateway());
                ClearBytes key = service.get(command.key())) {
            switch (command.format()) {
                case RAW -> streams.write(command.out(), key.array());
                case HEX -> writeHex(command, key.array());
            }
        }
    }

    /** Without a String: it could not be wiped. */
    private void writeHex(GetKey command, byte[] key) throws KeyCommandException {
        byte[] line = new byte[2 * key.length + 1];
        try {
            for (int i = 0; i < key.length; i++) {
                line[2 * i] = DIGITS[(key[i] >> 4) & 0xf];
                line[2 * i + 1] = DIGITS[key[i] & 0xf];
            }
            line[line.length - 1] = '\n';
            streams.write(command.out(), line);
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }
}
