package io.sallyport.samples.quickstart;

import io.sallyport.samples.quickstart.Sallyport.RunningGateway;
import io.sallyport.samples.quickstart.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the steps hand on to one another: the folders, the running gateway, the database. One
 * thread uses it.
 */
public final class Scene {
    /** Name of the first master key. */
    public static final String FIRST_MASTER_KEY = "quickstart.master.1";

    /** Name of the master key after the rotation. */
    public static final String SECOND_MASTER_KEY = "quickstart.master.2";

    /** How many rows each cache has. */
    public static final int ROWS = 600;

    private final Path directory;
    private final Children children;
    private final Sallyport sallyport;
    private @Nullable RunningGateway gateway;
    private @Nullable Database database;

    /**
     * @param directory existing folder for everything that is made
     * @param program the words that start Sallyport's command line
     */
    public Scene(Path directory, List<String> program, Children children) throws IOException {
        this.directory = directory;
        this.children = children;
        sallyport = new Sallyport(program, directory.resolve("home"), folder("logs"), children);
    }

    /** The command line. */
    public Sallyport sallyport() {
        return sallyport;
    }

    /** The processes of the quick start. */
    public Children children() {
        return children;
    }

    /** A folder in the working directory, made if it is not there. */
    public Path folder(String name) throws IOException {
        return Files.createDirectories(directory.resolve(name));
    }

    /** The folder with the certificate and key of an enrolled client. */
    public Path client(String name) {
        return directory.resolve("clients").resolve(name);
    }

    /** The gateway, which an earlier step has started. */
    public RunningGateway gateway() {
        if (gateway == null) {
            throw new IllegalStateException("The gateway does not run.");
        }
        return gateway;
    }

    /** Notes that the gateway runs. */
    public void gatewayRuns(RunningGateway running) {
        gateway = running;
    }

    /** The database, which an earlier step has opened. */
    public Database database() {
        if (database == null) {
            throw new IllegalStateException("The database is not open.");
        }
        return database;
    }

    /** Opens the database with the plugin configured for this gateway. */
    public Database openDatabase() throws IOException, InterruptedException {
        Database opened = Database.open(new Database.Settings(folder("database"),
                gateway().kmip(), client("ignite"), FIRST_MASTER_KEY, folder("logs")), children);
        database = opened;
        return opened;
    }
}
