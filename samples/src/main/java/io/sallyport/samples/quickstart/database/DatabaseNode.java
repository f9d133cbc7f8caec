package io.sallyport.samples.quickstart.database;

import io.sallyport.ignite.SallyportEncryptionSpi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.cache.Cache;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.IgniteException;
import org.apache.ignite.Ignition;
import org.apache.ignite.cache.query.ScanQuery;
import org.apache.ignite.cluster.ClusterState;
import org.apache.ignite.configuration.CacheConfiguration;
import org.apache.ignite.configuration.DataRegionConfiguration;
import org.apache.ignite.configuration.DataStorageConfiguration;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.configuration.SystemDataRegionConfiguration;
import org.apache.ignite.configuration.WALMode;
import org.apache.ignite.spi.IgniteSpiException;
import org.apache.ignite.spi.discovery.tcp.TcpDiscoverySpi;
import org.apache.ignite.spi.discovery.tcp.ipfinder.vm.TcpDiscoveryVmIpFinder;

/**
 * The database process: a one-node Ignite that reads commands from its standard input and answers
 * each with one line. It ends when its input does, so it never outlives the quick start.
 */
public final class DatabaseNode {
    private static final String ENCRYPTED = "encrypted";
    private static final String CLEAR = "clear";
    private static final long MEGABYTE = 1 << 20;
    private static final long REQUEST_MILLIS = 60_000;

    private final Ignite ignite;

    private DatabaseNode(Ignite ignite) {
        this.ignite = ignite;
    }

    /** Arguments: data folder, gateway as host:port, folder with PEM files, master key's name. */
    public static void main(String[] arguments) throws IOException {
        // Ignite prints to standard output, which here carries the answers.
        PrintStream answers = System.out;
        System.setOut(System.err);
        IgniteConfiguration configuration = configuration(Path.of(arguments[0]),
                encryption(arguments[1], Path.of(arguments[2]), arguments[3]));
        try (Ignite ignite = Ignition.start(configuration)) {
            ignite.cluster().state(ClusterState.ACTIVE);
            DatabaseNode node = new DatabaseNode(ignite);
            node.createCaches();
            answers.println("open");
            node.serve(answers);
        } catch (IgniteException e) {
            e.printStackTrace();
            answers.println("refused " + reason(e));
            return;
        }
        answers.println("closed");
    }

    private static SallyportEncryptionSpi encryption(String gateway, Path identity,
            String masterKey) {
        SallyportEncryptionSpi encryption = new SallyportEncryptionSpi();
        encryption.setServers(gateway);
        encryption.setCaCertificateFile(identity.resolve("ca.pem").toString());
        encryption.setClientCertificateFile(identity.resolve("client.pem").toString());
        encryption.setClientKeyFile(identity.resolve("client-key.pem").toString());
        encryption.setMasterKeyName(masterKey);
        encryption.setCreateMissingKeys(true);
        encryption.setRequestTimeoutMillis(REQUEST_MILLIS);
        return encryption;
    }

    private static IgniteConfiguration configuration(Path directory,
            SallyportEncryptionSpi encryption) {
        DataStorageConfiguration storage = new DataStorageConfiguration()
                .setDefaultDataRegionConfiguration(new DataRegionConfiguration()
                        .setPersistenceEnabled(true)
                        .setInitialSize(32 * MEGABYTE)
                        .setMaxSize(128 * MEGABYTE))
                .setSystemDataRegionConfiguration(storageOfSystem())
                .setWalMode(WALMode.FSYNC)
                .setWalSegmentSize((int) (4 * MEGABYTE))
                .setWalSegments(3);
        return new IgniteConfiguration()
                .setIgniteInstanceName("quickstart")
                .setConsistentId("quickstart")
                .setWorkDirectory(directory.toAbsolutePath().toString())
                .setLocalHost("127.0.0.1")
                .setDiscoverySpi(new TcpDiscoverySpi()
                        .setIpFinder(new TcpDiscoveryVmIpFinder(true)))
                .setConnectorConfiguration(null)
                .setClientConnectorConfiguration(null)
                .setGridLogger(new StandardErrorLog())
                .setMetricsLogFrequency(0)
                .setDataStorageConfiguration(storage)
                .setEncryptionSpi(encryption);
    }

    private static SystemDataRegionConfiguration storageOfSystem() {
        return new SystemDataRegionConfiguration()
                .setInitialSize(16 * MEGABYTE)
                .setMaxSize(64 * MEGABYTE);
    }

    private void createCaches() {
        ignite.getOrCreateCache(new CacheConfiguration<Integer, String>(ENCRYPTED)
                .setEncryptionEnabled(true));
        ignite.getOrCreateCache(new CacheConfiguration<Integer, String>(CLEAR));
    }

    private void serve(PrintStream answers) throws IOException {
        BufferedReader commands = new BufferedReader(
                new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = commands.readLine();
        while (line != null && !line.equals("close")) {
            String answer;
            try {
                answer = execute(line.split(" ", -1));
            } catch (IgniteException e) {
                e.printStackTrace();
                answer = "error " + reason(e);
            }
            answers.println(answer);
            line = commands.readLine();
        }
    }

    private String execute(String... words) {
        return switch (words[0]) {
            case "write" -> write(Integer.parseInt(words[1]), words[2], words[3]);
            case "count" -> Integer.toString(rowsWith(words[1]));
            case "change-master-key" -> {
                ignite.encryption().changeMasterKey(words[1]).get();
                yield ignite.encryption().getMasterKeyName();
            }
            case "master-key" -> ignite.encryption().getMasterKeyName();
            default -> "error unknown command " + words[0];
        };
    }

    private String write(int rows, String secretText, String clearText) {
        put(ENCRYPTED, rows, secretText);
        put(CLEAR, rows, clearText);
        return "ok";
    }

    private void put(String cache, int rows, String text) {
        Map<Integer, String> batch = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            batch.put(row, "row " + row + " " + text);
        }
        ignite.<Integer, String>cache(cache).putAll(batch);
    }

    private int rowsWith(String text) {
        IgniteCache<Integer, String> cache = ignite.cache(ENCRYPTED);
        int count = 0;
        for (Cache.Entry<Integer, String> row : cache.query(new ScanQuery<Integer, String>())) {
            count += row.getValue().endsWith(text) ? 1 : 0;
        }
        return count;
    }

    /** The sentence of the plugin if there is one, else the innermost. */
    private static String reason(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null && !isOfPlugin(reason)) {
            reason = reason.getCause();
        }
        return String.valueOf(reason.getMessage()).replace('\n', ' ');
    }

    private static boolean isOfPlugin(Throwable failure) {
        return failure instanceof IgniteSpiException && failure.getCause() != null
                && failure.getCause().getClass().getName().startsWith("io.sallyport.");
    }
}
