package io.sallyport.samples.mongodb;

import com.mongodb.MongoException;
import io.sallyport.samples.mongodb.MasterKey.Mode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bson.BsonBinary;

/**
 * The program: customers with encrypted card numbers, from a data key to a rotated master key. Exit
 * code 0 if everything that it prints is as it should be, 1 if not, 2 for wrong usage.
 */
public final class FieldEncryptionSample {
    static final String USAGE =
            "usage: FieldEncryptionSample MONGODB GATEWAY FILES [local|delegated]";

    private static final String PASSWORD_VARIABLE = "SALLYPORT_P12_PASSWORD";
    private static final String PASSWORD_OF_CLIENT_ADD = "changeit";
    private static final int CUSTOMERS = 3;
    private static final Duration CACHED = Duration.ofMinutes(1);

    private final String mongodb;
    private final KeyServer keys;
    private final Mode mode;
    private final PrintStream out;
    private final String run = UUID.randomUUID().toString();

    private FieldEncryptionSample(String mongodb, KeyServer keys, Mode mode, PrintStream out) {
        this.mongodb = mongodb;
        this.keys = keys;
        this.mode = mode;
        this.out = out;
    }

    /**
     * Arguments: the connection string of MongoDB, host and port of Sallyport's KMIP listener, the
     * folder of {@code sallyport client add}, and the mode if it is not delegated.
     */
    public static void main(String[] arguments) {
        String password = System.getenv().getOrDefault(PASSWORD_VARIABLE, PASSWORD_OF_CLIENT_ADD);
        System.exit(run(List.of(arguments), password.toCharArray(), System.out, System.err));
    }

    /** Runs it with these arguments and returns the exit code. */
    static int run(List<String> arguments, char[] password, PrintStream out, PrintStream err) {
        Mode mode;
        try {
            mode = modeOf(arguments);
        } catch (IllegalArgumentException e) {
            err.println(USAGE);
            return 2;
        }
        try {
            KeyServer keys = KeyServer.of(arguments.get(1), Path.of(arguments.get(2)), password);
            return new FieldEncryptionSample(arguments.get(0), keys, mode, out).run() ? 0 : 1;
        } catch (MongoException | IOException | GeneralSecurityException
                | IllegalArgumentException e) {
            err.println("The sample failed: " + e.getMessage());
            return 1;
        }
    }

    private static Mode modeOf(List<String> arguments) {
        return switch (arguments.size()) {
            case 3 -> Mode.DELEGATED;
            case 4 -> Mode.valueOf(arguments.get(3).toUpperCase(Locale.ROOT));
            default -> throw new IllegalArgumentException("three or four arguments");
        };
    }

    private boolean run() {
        try (CustomerRecords records = CustomerRecords.open(mongodb, keys, CACHED)) {
            BsonBinary dataKey = records.createDataKey(MasterKey.made(mode));
            String first = records.masterKeyOf(dataKey);
            out.println("master key in Sallyport: " + first);
            for (int i = 0; i < CUSTOMERS; i++) {
                records.add(name(i), card(i), dataKey);
            }
            int shown = cardsThatMongodbShows();
            int before = cardsThatAreRead();
            long moved = records.rewrap(first, MasterKey.made(mode));
            out.println("data keys moved to a new master key: " + moved + " of 1, to "
                    + records.masterKeyOf(dataKey));
            int after = cardsThatAreRead();
            out.println("the old master key is needed for old backups of the key vault only");
            return shown == 0 && before == CUSTOMERS && moved == 1 && after == CUSTOMERS;
        }
    }

    private int cardsThatMongodbShows() {
        try (ServerView view = new ServerView(mongodb)) {
            int cards = 0;
            int names = 0;
            for (int i = 0; i < CUSTOMERS; i++) {
                cards += view.documentsWith(card(i), CustomerRecords.CUSTOMERS);
                names += view.documentsWith(name(i), CustomerRecords.CUSTOMERS);
            }
            out.println("card numbers that MongoDB can read: " + cards + " of " + CUSTOMERS
                    + ", names, which are not encrypted: " + names);
            return cards;
        }
    }

    /** Opens the collection anew, so that every data key has to come by way of Sallyport. */
    private int cardsThatAreRead() {
        try (CustomerRecords records = CustomerRecords.open(mongodb, keys, CACHED)) {
            int read = 0;
            for (int i = 0; i < CUSTOMERS; i++) {
                read += records.cardOf(name(i)).filter(card(i)::equals).isPresent() ? 1 : 0;
            }
            out.println("card numbers that the application reads: " + read + " of " + CUSTOMERS);
            return read;
        }
    }

    private String name(int number) {
        return "customer " + number + " of run " + run;
    }

    private String card(int number) {
        return "card " + number + " of run " + run;
    }
}
