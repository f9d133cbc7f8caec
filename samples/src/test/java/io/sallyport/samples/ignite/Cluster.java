package io.sallyport.samples.ignite;

import io.sallyport.samples.quickstart.database.FileScan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.cache.Cache;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.Ignition;
import org.apache.ignite.cache.query.ScanQuery;
import org.apache.ignite.cluster.ClusterState;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.failure.StopNodeFailureHandler;
import org.apache.ignite.logger.NullLogger;
import org.apache.ignite.spi.discovery.tcp.TcpDiscoverySpi;

/** Persistent nodes of one cluster, all in this process, with the configuration of the sample. */
final class Cluster implements AutoCloseable {
    /** The two nodes that hold the data. */
    static final List<String> NODES = List.of("orders-1", "orders-2");

    /** New group keys are in use on all pages when a checkpoint has ended. */
    private static final long CHECKPOINT_MILLIS = 500;

    /** A node that was refused waits as long before it gives up. */
    private static final long NETWORK_MILLIS = 1000;

    private static final int PORT_MIN = 20_000;
    private static final int PORT_MAX = 32_000;

    private final Path folder;
    private final String servers;
    private final Map<String, Ignite> running = new TreeMap<>();
    private final Map<String, Integer> ports = new HashMap<>();

    Cluster(Path folder, String servers) {
        this.folder = folder;
        this.servers = servers;
    }

    /** Starts both nodes and activates the cluster. */
    Cluster open(Path identity, String masterKey) throws IOException {
        for (String name : NODES) {
            start(name, identity, masterKey);
        }
        activate();
        return this;
    }

    /** Starts one node, which joins those that run. */
    Ignite start(String name, Path identity, String masterKey) throws IOException {
        if (running.isEmpty()) {
            ports.clear();
        }
        NodeSettings settings = settings(name, identity, masterKey);
        Files.createDirectories(settings.directory());
        IgniteConfiguration configuration = NodeConfiguration.of(settings)
                .setGridLogger(new NullLogger())
                .setFailureHandler(new StopNodeFailureHandler());
        configuration.getDataStorageConfiguration().setCheckpointFrequency(CHECKPOINT_MILLIS);
        ((TcpDiscoverySpi) configuration.getDiscoverySpi()).setNetworkTimeout(NETWORK_MILLIS);
        Ignite node = Ignition.start(configuration);
        running.put(name, node);
        return node;
    }

    /** What a node is told that is to join those that run. */
    NodeSettings settings(String name, Path identity, String masterKey) {
        int port = ports.computeIfAbsent(name, _ -> freePort());
        return new NodeSettings(name, folder.resolve(name),
                InetSocketAddress.createUnresolved("127.0.0.1", port),
                ports.values().stream().map(each -> "127.0.0.1:" + each).toList(), servers,
                identity, masterKey);
    }

    /** Below the range from which a system takes ports for outgoing connections. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(PORT_MIN, PORT_MAX);
            try (ServerSocket probe = new ServerSocket(port, 1,
                    InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException e) {
                // Somebody has it.
            }
        }
    }

    void activate() {
        Ignite node = running.values().iterator().next();
        node.cluster().state(ClusterState.ACTIVE);
        node.getOrCreateCache(NodeConfiguration.cache(NodeConfiguration.ENCRYPTED));
        node.getOrCreateCache(NodeConfiguration.cache(NodeConfiguration.CLEAR));
    }

    Ignite node(String name) {
        Ignite node = running.get(name);
        if (node == null) {
            throw new AssertionError(name + " does not run");
        }
        return node;
    }

    /** The name of the master key that each node uses. */
    List<String> masterKeys() {
        return running.values().stream().map(node -> node.encryption().getMasterKeyName())
                .toList();
    }

    void changeMasterKey(String name) {
        running.values().iterator().next().encryption().changeMasterKey(name).get();
    }

    /** Writes rows with a text to a cache, through the last node. */
    void write(String cache, int rows, String text) {
        Map<Integer, String> batch = new TreeMap<>();
        for (int row = 0; row < rows; row++) {
            batch.put(row, "row " + row + " " + text);
        }
        node(NODES.getLast()).<Integer, String>cache(cache).putAll(batch);
    }

    /** How many rows of the encrypted cache end with a text, as a node sees them. */
    int rows(String node, String text) {
        IgniteCache<Integer, String> cache = node(node).cache(NodeConfiguration.ENCRYPTED);
        int count = 0;
        try (var rows = cache.query(new ScanQuery<Integer, String>())) {
            for (Cache.Entry<Integer, String> row : rows) {
                count += row.getValue().endsWith(text) ? 1 : 0;
            }
        }
        return count;
    }

    /** Looks for a text in data files and logs of one node. */
    FileScan scan(String node, String text) throws IOException {
        return FileScan.of(folder.resolve(node), text);
    }

    /** Copies the files of all nodes, none of which runs. */
    Cluster copyTo(Path target) throws IOException {
        if (!running.isEmpty()) {
            throw new IllegalStateException("nodes run");
        }
        List<Path> files;
        try (Stream<Path> below = Files.walk(folder)) {
            files = new ArrayList<>(below.toList());
        }
        for (Path file : files) {
            Files.copy(file, target.resolve(folder.relativize(file)));
        }
        return new Cluster(target, servers);
    }

    void stop(String name) {
        Ignite node = running.remove(name);
        if (node != null) {
            node.close();
        }
    }

    @Override
    public void close() {
        List.copyOf(running.keySet()).forEach(this::stop);
    }
}
