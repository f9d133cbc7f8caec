package io.sallyport.ignite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.IgniteException;
import org.apache.ignite.Ignition;
import org.apache.ignite.cluster.ClusterState;
import org.apache.ignite.configuration.CacheConfiguration;
import org.apache.ignite.configuration.DataRegionConfiguration;
import org.apache.ignite.configuration.DataStorageConfiguration;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.configuration.WALMode;
import org.apache.ignite.failure.StopNodeFailureHandler;
import org.apache.ignite.logger.NullLogger;
import org.apache.ignite.spi.discovery.tcp.TcpDiscoverySpi;
import org.apache.ignite.spi.discovery.tcp.ipfinder.vm.TcpDiscoveryVmIpFinder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin in a real, persistent node: written, closed, opened, rotated, opened again. */
class IgniteNodeTest {
    private static final int ROWS = 50;

    @TempDir
    Path directory;

    private final FakeMasterKeys gateway = new FakeMasterKeys();

    @BeforeEach
    void makeMasterKeys() {
        gateway.make("first");
        gateway.make("second");
    }

    @Test
    void encryptedCacheSurvivesRestartAndRotationAndNeedsItsGateway() {
        try (Ignite node = open()) {
            IgniteCache<Integer, String> cache = cache(node);
            for (int row = 0; row < ROWS; row++) {
                cache.put(row, "row " + row);
            }
        }
        try (Ignite node = open()) {
            assertThat(cache(node).get(ROWS - 1)).isEqualTo("row " + (ROWS - 1));
            assertThatThrownBy(() -> node.encryption().changeMasterKey("missing").get())
                    .isInstanceOf(IgniteException.class);
            assertThat(node.encryption().getMasterKeyName()).isEqualTo("first");
            node.encryption().changeMasterKey("second").get();
            assertThat(node.encryption().getMasterKeyName()).isEqualTo("second");
        }
        try (Ignite node = open()) {
            assertThat(node.encryption().getMasterKeyName()).isEqualTo("second");
            assertThat(cache(node).get(0)).isEqualTo("row 0");
        }
        gateway.reachable(false);
        assertThatThrownBy(this::open).isInstanceOf(IgniteException.class)
                .hasStackTraceContaining("This node does not start without its master key");
    }

    /** Of two group keys the gateway still wraps the first: Ignite ends a node that can't go on. */
    @Test
    void gatewayLostHalfwayThroughAMasterKeyChangeEndsTheNodeWhichComesBackWithTheOldKey() {
        try (Ignite node = open()) {
            cache(node, "more").put(1, "row");
            cache(node).put(1, "row");
            gateway.unreachableAfter(1);
            node.encryption().changeMasterKey("second");
            await().untilAsserted(
                    () -> assertThat(Ignition.allGrids()).doesNotContain(node));
        }
        gateway.unreachableAfter(Integer.MAX_VALUE);
        try (Ignite node = open()) {
            assertThat(node.encryption().getMasterKeyName()).isEqualTo("first");
            assertThat(cache(node).get(1)).isEqualTo("row");
            assertThat(cache(node, "more").get(1)).isEqualTo("row");
            node.encryption().changeMasterKey("second").get();
        }
        try (Ignite node = open()) {
            assertThat(node.encryption().getMasterKeyName()).isEqualTo("second");
            assertThat(cache(node, "more").get(1)).isEqualTo("row");
        }
    }

    private static IgniteCache<Integer, String> cache(Ignite node) {
        return cache(node, "rows");
    }

    private static IgniteCache<Integer, String> cache(Ignite node, String name) {
        return node.getOrCreateCache(
                new CacheConfiguration<Integer, String>(name).setEncryptionEnabled(true));
    }

    private Ignite open() {
        SallyportEncryptionSpi encryption = new SallyportEncryptionSpi(gateway::connect);
        encryption.setServers("localhost:5696");
        encryption.setCaCertificateFile("ca.pem");
        encryption.setClientKeyStoreFile("client.p12");
        encryption.setMasterKeyName("first");
        Ignite node = Ignition.start(new IgniteConfiguration()
                .setConsistentId("node")
                .setWorkDirectory(directory.toAbsolutePath().toString())
                .setLocalHost("127.0.0.1")
                .setDiscoverySpi(
                        new TcpDiscoverySpi().setIpFinder(new TcpDiscoveryVmIpFinder(true)))
                .setConnectorConfiguration(null)
                .setClientConnectorConfiguration(null)
                .setGridLogger(new NullLogger())
                .setFailureHandler(new StopNodeFailureHandler())
                .setMetricsLogFrequency(0)
                .setDataStorageConfiguration(new DataStorageConfiguration()
                        .setDefaultDataRegionConfiguration(new DataRegionConfiguration()
                                .setPersistenceEnabled(true)
                                .setInitialSize(16 << 20)
                                .setMaxSize(64 << 20))
                        .setWalMode(WALMode.FSYNC)
                        .setWalSegmentSize(2 << 20)
                        .setWalSegments(3))
                .setEncryptionSpi(encryption));
        node.cluster().state(ClusterState.ACTIVE);
        return node;
    }
}
