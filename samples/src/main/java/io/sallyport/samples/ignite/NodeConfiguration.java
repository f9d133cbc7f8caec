package io.sallyport.samples.ignite;

import io.sallyport.ignite.SallyportEncryptionSpi;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.ignite.cache.CacheWriteSynchronizationMode;
import org.apache.ignite.cache.affinity.rendezvous.RendezvousAffinityFunction;
import org.apache.ignite.configuration.CacheConfiguration;
import org.apache.ignite.configuration.DataRegionConfiguration;
import org.apache.ignite.configuration.DataStorageConfiguration;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.configuration.SystemDataRegionConfiguration;
import org.apache.ignite.configuration.WALMode;
import org.apache.ignite.spi.discovery.tcp.TcpDiscoverySpi;
import org.apache.ignite.spi.discovery.tcp.ipfinder.vm.TcpDiscoveryVmIpFinder;

/** The configuration of a node: persistent, small, and with the plugin. */
public final class NodeConfiguration {
    /** Cache whose pages and log records are encrypted. */
    public static final String ENCRYPTED = "orders";

    /** Cache that is not encrypted, to compare. */
    public static final String CLEAR = "notes";

    private static final int PARTITIONS = 16;
    private static final long MEGABYTE = 1 << 20;

    private NodeConfiguration() {}

    /** All of a node's configuration; every node of the cluster has the same, but for itself. */
    public static IgniteConfiguration of(NodeSettings settings) {
        InetSocketAddress address = settings.address();
        return new IgniteConfiguration()
                .setIgniteInstanceName(settings.name())
                .setConsistentId(settings.name())
                .setWorkDirectory(settings.directory().toAbsolutePath().toString())
                .setLocalHost(address.getHostString())
                .setDiscoverySpi(new TcpDiscoverySpi()
                        .setLocalPort(address.getPort())
                        .setLocalPortRange(0)
                        .setIpFinder(new TcpDiscoveryVmIpFinder()
                                .setAddresses(settings.members())))
                .setConnectorConfiguration(null)
                .setClientConnectorConfiguration(null)
                .setMetricsLogFrequency(0)
                .setDataStorageConfiguration(storage())
                .setEncryptionSpi(encryption(settings));
    }

    private static SallyportEncryptionSpi encryption(NodeSettings settings) {
        Path identity = settings.identity();
        SallyportEncryptionSpi encryption = new SallyportEncryptionSpi();
        encryption.setServers(settings.servers());
        encryption.setCaCertificateFile(identity.resolve("ca.pem").toString());
        encryption.setClientCertificateFile(identity.resolve("client.pem").toString());
        encryption.setClientKeyFile(identity.resolve("client-key.pem").toString());
        encryption.setMasterKeyName(settings.masterKeyName());
        return encryption;
    }

    private static DataStorageConfiguration storage() {
        return new DataStorageConfiguration()
                .setDefaultDataRegionConfiguration(new DataRegionConfiguration()
                        .setPersistenceEnabled(true)
                        .setInitialSize(16 * MEGABYTE)
                        .setMaxSize(64 * MEGABYTE))
                .setSystemDataRegionConfiguration(new SystemDataRegionConfiguration()
                        .setInitialSize(16 * MEGABYTE)
                        .setMaxSize(64 * MEGABYTE))
                .setWalMode(WALMode.FSYNC)
                .setWalSegmentSize((int) (4 * MEGABYTE))
                .setWalSegments(3);
    }

    /** A cache of which every node of two has all rows. */
    public static CacheConfiguration<Integer, String> cache(String name) {
        return new CacheConfiguration<Integer, String>(Objects.requireNonNull(name))
                .setEncryptionEnabled(name.equals(ENCRYPTED))
                .setBackups(1)
                .setWriteSynchronizationMode(CacheWriteSynchronizationMode.FULL_SYNC)
                .setAffinity(new RendezvousAffinityFunction(false, PARTITIONS));
    }
}
