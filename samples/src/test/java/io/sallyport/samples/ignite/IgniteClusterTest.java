package io.sallyport.samples.ignite;

import static io.sallyport.samples.ignite.Cluster.NODES;
import static io.sallyport.samples.ignite.NodeConfiguration.CLEAR;
import static io.sallyport.samples.ignite.NodeConfiguration.ENCRYPTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.model.RevocationReasonCode;
import io.sallyport.samples.gateway.LiveGateway;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.ignite.IgniteException;
import org.apache.ignite.IgniteSystemProperties;
import org.apache.ignite.internal.IgniteEx;
import org.apache.ignite.internal.util.typedef.internal.CU;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Two persistent nodes with one master key, a real gateway, and what goes wrong between them. */
class IgniteClusterTest {
    private static final int ROWS = 200;
    private static final String SECRET = "marker-of-the-encrypted-cache-2c41d9";
    private static final String PLAIN = "marker-of-the-clear-cache-77b0e3";
    private static final long WAIT_MILLIS = 60_000;

    @TempDir
    static Path gatewayFolder;
    static LiveGateway gateway;
    static Path identity;

    @TempDir
    Path folder;
    private Cluster cluster;
    private String first;
    private String second;
    private String third;
    private String firstId;

    @BeforeAll
    static void startGateway() throws Exception {
        gateway = LiveGateway.start(gatewayFolder);
        identity = gateway.enrol("ignite", "orders");
        gateway.enrol("stranger", "other");
    }

    @AfterAll
    static void stopGateway() {
        gateway.close();
    }

    @BeforeEach
    void openCluster(TestInfo test) throws Exception {
        String name = test.getTestMethod().orElseThrow().getName();
        first = name + ".1";
        second = name + ".2";
        third = name + ".3";
        firstId = gateway.makeKey("ignite", first);
        gateway.makeKey("ignite", second);
        gateway.makeKey("ignite", third);
        cluster = new Cluster(folder.resolve("nodes"), gateway.server()).open(identity, first);
        cluster.write(ENCRYPTED, ROWS, SECRET);
        cluster.write(CLEAR, ROWS, PLAIN);
    }

    @AfterEach
    void closeCluster() {
        cluster.close();
    }

    private void reopen(String masterKey) throws IOException {
        cluster.close();
        cluster.open(identity, masterKey);
    }

    private static void allRowsOn(Cluster nodes) {
        for (String node : NODES) {
            assertThat(nodes.rows(node, SECRET)).as(node).isEqualTo(ROWS);
        }
    }

    private static void revoke(String id) throws Exception {
        try (KmipClient client = gateway.kmip("ignite")) {
            client.revoke(id, RevocationReasonCode.SUPERSEDED, null);
        }
    }

    @Test
    void filesOfBothNodesHoldNothingOfTheEncryptedCacheAndItComesBack() throws Exception {
        cluster.close();
        for (String node : NODES) {
            assertThat(cluster.scan(node, SECRET).hits()).as(node).isZero();
            assertThat(cluster.scan(node, PLAIN).hits()).as(node).isGreaterThanOrEqualTo(ROWS);
        }
        reopen(first);
        allRowsOn(cluster);
    }

    @Test
    void aNodeWithAnotherMasterKeyIsRefusedByTheCluster() throws Exception {
        assertThatThrownBy(() -> cluster.start("orders-3", identity, second))
                .isInstanceOf(IgniteException.class)
                .hasStackTraceContaining("Master key digest differs! Node join is rejected.");
        allRowsOn(cluster);
        cluster.start("orders-3", identity, first);
        assertThat(cluster.rows("orders-3", SECRET)).isEqualTo(ROWS);
    }

    @Test
    void anIdentityOfAnotherPartitionNeitherStartsNorJoinsNorOpensTheFiles() throws Exception {
        Path stranger = gateway.identity("stranger");
        assertThatThrownBy(() -> cluster.start("orders-3", stranger, first))
                .isInstanceOf(IgniteException.class)
                .hasStackTraceContaining("This node does not start without its master key '"
                        + first + "'")
                .hasStackTraceContaining("no active key of this name for this client");

        gateway.makeKey("stranger", first);
        assertThatThrownBy(() -> cluster.start("orders-3", stranger, first))
                .isInstanceOf(IgniteException.class)
                .hasStackTraceContaining("Master key digest differs! Node join is rejected.");
        allRowsOn(cluster);

        cluster.close();
        assertThatThrownBy(() -> cluster.start(NODES.getFirst(), stranger, first))
                .isInstanceOf(IgniteException.class)
                .hasStackTraceContaining("A group key can't be unwrapped by master key '" + first
                        + "': it was wrapped by '" + first + "', key " + firstId);
    }

    @Test
    void masterKeyChangeWithoutTheGatewayChangesNothingAndWithItBothNodes() throws Exception {
        gateway.stop();
        try {
            assertThatThrownBy(() -> cluster.changeMasterKey(second))
                    .isInstanceOf(IgniteException.class)
                    .hasStackTraceContaining("Master key '" + second + "' is not usable");
            assertThat(cluster.masterKeys()).containsExactly(first, first);
            cluster.write(ENCRYPTED, ROWS, SECRET + " again");
            assertThat(cluster.rows(NODES.getFirst(), SECRET + " again")).isEqualTo(ROWS);
        } finally {
            gateway.startAgain();
        }
        reopen(first);
        assertThat(cluster.masterKeys()).containsExactly(first, first);

        cluster.changeMasterKey(second);
        assertThat(cluster.masterKeys()).containsExactly(second, second);
        revoke(firstId);
        reopen(second);
        assertThat(cluster.masterKeys()).containsExactly(second, second);
        assertThat(cluster.rows(NODES.getLast(), SECRET + " again")).isEqualTo(ROWS);
    }

    @Test
    void groupKeyChangeFailsOrSucceedsWhileTheGatewayRestartsAndLosesNoRow() throws Exception {
        gateway.stop();
        List<List<Integer>> before = groupKeys();
        assertThatThrownBy(this::changeGroupKey).isInstanceOf(IgniteException.class)
                .hasStackTraceContaining("A group key can't be wrapped by master key '" + first);
        assertThat(groupKeys()).isEqualTo(before);
        allRowsOn(cluster);

        CompletableFuture<Void> restart = CompletableFuture.runAsync(() -> {
            try {
                gateway.startAgain();
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        boolean changed = false;
        while (!changed) {
            boolean up = restart.isDone();
            changed = attemptGroupKeyChange();
            assertThat(changed || !up).as("a change with a gateway that is up").isTrue();
        }
        restart.join();
        for (String node : NODES) {
            ((IgniteEx) cluster.node(node)).context().encryption()
                    .reencryptionFuture(CU.cacheId(ENCRYPTED)).get(WAIT_MILLIS);
        }
        assertThat(groupKeys()).isNotEqualTo(before);
        allRowsOn(cluster);
        reopen(first);
        allRowsOn(cluster);
        cluster.close();
        assertThat(cluster.scan(NODES.getFirst(), SECRET).hits()).isZero();
    }

    private void changeGroupKey() {
        cluster.node(NODES.getFirst()).encryption().changeCacheGroupKey(List.of(ENCRYPTED)).get();
    }

    private boolean attemptGroupKeyChange() {
        try {
            changeGroupKey();
            return true;
        } catch (IgniteException e) {
            assertThat(e).hasStackTraceContaining("group key can't be");
            return false;
        }
    }

    /** The identifiers of the group keys that each node has. */
    private List<List<Integer>> groupKeys() {
        return NODES.stream().map(node -> ((IgniteEx) cluster.node(node)).context().encryption()
                .groupKeyIds(CU.cacheId(ENCRYPTED))).toList();
    }

    @Test
    void aNodeThatMissedTheChangeComesBackOnlyWithTheNewName() throws Exception {
        String late = NODES.getLast();
        cluster.stop(late);
        cluster.changeMasterKey(second);
        assertThatThrownBy(() -> cluster.start(late, identity, first))
                .isInstanceOf(IgniteException.class)
                .hasStackTraceContaining("Master key digest differs! Node join is rejected.");
        assertThatThrownBy(() -> cluster.start(late, identity, second))
                .isInstanceOf(IgniteException.class)
                .hasStackTraceContaining("it was wrapped by '" + first + "', key " + firstId);
        System.setProperty(IgniteSystemProperties.IGNITE_MASTER_KEY_NAME_TO_CHANGE_BEFORE_STARTUP,
                second);
        try {
            cluster.start(late, identity, first);
        } finally {
            System.clearProperty(
                    IgniteSystemProperties.IGNITE_MASTER_KEY_NAME_TO_CHANGE_BEFORE_STARTUP);
        }
        assertThat(cluster.masterKeys()).containsExactly(second, second);
        allRowsOn(cluster);
        revoke(firstId);
        reopen(second);
        assertThat(cluster.masterKeys()).containsExactly(second, second);
        allRowsOn(cluster);
    }

    @Test
    void anOldBackupOpensUntilItsMasterKeyIsDestroyed() throws Exception {
        cluster.close();
        Cluster backup = cluster.copyTo(folder.resolve("backup"));
        Cluster later = cluster.copyTo(folder.resolve("later"));
        cluster.open(identity, first);
        cluster.changeMasterKey(second);
        cluster.changeMasterKey(third);
        reopen(third);
        cluster.close();

        try (backup) {
            backup.open(identity, first);
            assertThat(backup.masterKeys()).containsExactly(first, first);
            allRowsOn(backup);
        }
        try (later) {
            revoke(firstId);
            isNotFound(later, first);
            gateway.run("key", "destroy", firstId, "--partition", "orders");
            isNotFound(later, first);
            assertThatThrownBy(() -> later.open(identity, third))
                    .isInstanceOf(IgniteException.class)
                    .hasStackTraceContaining("it was wrapped by '" + first + "', key " + firstId);
        }
        cluster.open(identity, third);
        allRowsOn(cluster);
    }

    private static void isNotFound(Cluster nodes, String masterKey) {
        assertThatThrownBy(() -> nodes.open(identity, masterKey))
                .isInstanceOf(IgniteException.class)
                .hasStackTraceContaining("This node does not start without its master key '"
                        + masterKey + "': the gateway has no active key of this name");
    }

    /** The sample's program, a process of its own, joins with a file like the sample's. */
    @Test
    void theSampleReadsTheRowsOfTheClusterAndSaysWhyItDoesNotStart() throws Exception {
        try (SampleNode node = SampleNode.start(folder,
                cluster.settings("orders-3", identity, first))) {
            assertThat(node.answer()).isEqualTo("started");
            assertThat(node.ask("count")).isEqualTo(Integer.toString(ROWS));
            assertThat(node.ask("write 300 other")).isEqualTo("300 rows written to each cache");
            assertThat(node.ask("count")).isEqualTo("300");
            assertThat(node.ask("change-master-key missing"))
                    .startsWith("error: ").contains("no active key of this name");
            assertThat(node.ask("change-master-key " + second)).isEqualTo(second);
            assertThat(node.ask("change-group-key")).startsWith("changed");
            assertThat(node.ask("format c")).startsWith("error: commands are activate");
            assertThat(node.quit()).isZero();
        }
        assertThat(cluster.masterKeys()).containsExactly(second, second);
        try (SampleNode node = SampleNode.start(folder,
                cluster.settings("orders-4", identity, first))) {
            assertThat(node.quit()).isEqualTo(1);
            assertThat(node.errors()).endsWith("Master key digest differs! Node join is rejected.");
        }
    }
}
