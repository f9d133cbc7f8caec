package io.sallyport.samples.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.sallyport.samples.mongodb.MasterKey.Mode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * MongoDB's unmodified Java driver, its master keys in a running gateway, through the code of the
 * sample. Each test has data keys and customers of its own in the same two collections.
 */
class MongoDriverTest {
    private static final Duration FOR_EVER = Duration.ZERO;
    private static final Duration HARDLY = Duration.ofMillis(1);
    private static final int CUSTOMERS = 40;

    @TempDir
    static Path folder;
    static Deployment deployment;

    @BeforeAll
    static void start() throws Exception {
        deployment = new Deployment(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        deployment.close();
    }

    private static CustomerRecords open(String client, Duration cached) throws Exception {
        return CustomerRecords.open(deployment.mongodb(),
                deployment.keys(client, deployment.gateway().server()), cached);
    }

    /** A client that has no data key yet. */
    private static CustomerRecords fresh() throws Exception {
        return open("shop", FOR_EVER);
    }

    private static String name(Object test, int number) {
        return "name-" + test + "-" + number + "-";
    }

    private static String card(Object test, int number) {
        return "card-" + test + "-" + number + "-";
    }

    /** Two data keys under one master key, and a customer under each. */
    private record Two(String test, BsonBinary first, BsonBinary second, String master) {
        static Two made(String test, Mode mode) throws Exception {
            try (CustomerRecords records = fresh()) {
                BsonBinary first = records.createDataKey(MasterKey.made(mode));
                String master = records.masterKeyOf(first);
                BsonBinary second = records.createDataKey(MasterKey.existing(mode, master));
                records.add(name(test, 1), card(test, 1), first);
                records.add(name(test, 2), card(test, 2), second);
                return new Two(test, first, second, master);
            }
        }

        String read(CustomerRecords records, int number) {
            return records.cardOf(name(test, number)).orElseThrow();
        }

        void areReadBy(CustomerRecords records) {
            assertThat(read(records, 1)).isEqualTo(card(test, 1));
            assertThat(read(records, 2)).isEqualTo(card(test, 2));
        }

        void areReadByAFreshClient() throws Exception {
            try (CustomerRecords records = fresh()) {
                areReadBy(records);
            }
        }

        void replaceInVault(List<RawBsonDocument> documents) {
            try (MongoClient plain = MongoClients.create(deployment.mongodb())) {
                MongoCollection<RawBsonDocument> vault = plain
                        .getDatabase(CustomerRecords.KEY_VAULT.getDatabaseName())
                        .getCollection(CustomerRecords.KEY_VAULT.getCollectionName(),
                                RawBsonDocument.class);
                vault.deleteMany(Filters.in("_id", first, second));
                vault.insertMany(documents);
            }
        }

        /** The two customers, as the server has them. */
        List<RawBsonDocument> stored() {
            List<RawBsonDocument> stored = new ArrayList<>();
            try (ServerView view = new ServerView(deployment.mongodb())) {
                for (RawBsonDocument customer : view.documents(CustomerRecords.CUSTOMERS)) {
                    if (customer.getString("name").getValue().startsWith("name-" + test + "-")) {
                        stored.add(customer);
                    }
                }
            }
            return stored;
        }

        List<RawBsonDocument> dumpOfVault() {
            List<RawBsonDocument> dump = new ArrayList<>();
            try (ServerView view = new ServerView(deployment.mongodb())) {
                for (RawBsonDocument key : view.documents(CustomerRecords.KEY_VAULT)) {
                    if (List.of(first, second).contains(key.getBinary("_id"))) {
                        dump.add(key);
                    }
                }
            }
            return dump;
        }
    }

    private static void refused(ThrowingCallable call, String... reason) {
        assertThatThrownBy(call).isInstanceOf(MongoClientException.class)
                .hasMessageContainingAll(reason);
    }

    private static void unreachable(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(MongoClientException.class)
                .hasMessage("Exception in encryption library: Connection refused")
                .hasCauseInstanceOf(ConnectException.class);
    }

    /** The operation with which the master key is asked for a data key. */
    private static String operation(Mode mode) {
        return switch (mode) {
            case LOCAL -> "KMIP Get";
            case DELEGATED -> "KMIP Decrypt";
        };
    }

    @ParameterizedTest
    @EnumSource
    void serverStoresNoneOfTheValuesAndTheDriverReadsAll(Mode mode) throws Exception {
        try (CustomerRecords records = fresh()) {
            BsonBinary dataKey = records.createDataKey(MasterKey.made(mode));
            for (int i = 0; i < CUSTOMERS; i++) {
                records.add(name(mode, i), card(mode, i), dataKey);
            }
        }
        int cards = 0;
        int names = 0;
        try (ServerView view = new ServerView(deployment.mongodb())) {
            for (int i = 0; i < CUSTOMERS; i++) {
                cards += view.documentsWith(card(mode, i), CustomerRecords.CUSTOMERS);
                names += view.documentsWith(name(mode, i), CustomerRecords.CUSTOMERS);
            }
            assertThat(view.documents(CustomerRecords.CUSTOMERS)).allSatisfy(
                    customer -> assertThat(customer.getBinary("card").getType())
                            .isEqualTo(BsonBinarySubType.ENCRYPTED.getValue()));
        }
        assertThat(cards).isZero();
        assertThat(names).isEqualTo(CUSTOMERS);
        try (CustomerRecords records = fresh()) {
            for (int i = 0; i < CUSTOMERS; i++) {
                assertThat(records.cardOf(name(mode, i))).contains(card(mode, i));
            }
            assertThat(records.cardOf("nobody")).isEmpty();
        }
    }

    @Test
    void withoutTheGatewayNothingIsDecryptedAndAfterItsRestartEverythingIs() throws Exception {
        Two local = Two.made("outage-local", Mode.LOCAL);
        Two delegated = Two.made("outage-delegated", Mode.DELEGATED);
        try (CustomerRecords warm = fresh(); CustomerRecords forgetful = open("shop", HARDLY)) {
            for (Two two : List.of(local, delegated)) {
                assertThat(two.read(warm, 1)).isEqualTo(card(two.test(), 1));
                two.areReadBy(forgetful);
            }
            deployment.gateway().stop();
            try (CustomerRecords records = fresh()) {
                for (Two two : List.of(local, delegated)) {
                    unreachable(() -> two.read(records, 1));
                    unreachable(() -> records.add("x", "y", two.first()));
                    unreachable(() -> two.read(forgetful, 1));
                    assertThat(two.read(warm, 1)).isEqualTo(card(two.test(), 1));
                    unreachable(() -> two.read(warm, 2));
                }
                unreachable(() -> records.createDataKey(MasterKey.made(Mode.LOCAL)));
                unreachable(() -> records.createDataKey(MasterKey.made(Mode.DELEGATED)));
            }
            deployment.gateway().startAgain();
            for (Two two : List.of(local, delegated)) {
                two.areReadByAFreshClient();
                two.areReadBy(warm);
                two.areReadBy(forgetful);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherPartitionsCertificateOpensNothing(Mode mode) throws Exception {
        Two two = Two.made("identity-" + mode, mode);
        List<RawBsonDocument> vault = two.dumpOfVault();
        try (CustomerRecords stranger = open("stranger", FOR_EVER)) {
            refused(() -> two.read(stranger, 1), operation(mode), "Item Not Found",
                    "There is no such object.");
            refused(() -> stranger.createDataKey(MasterKey.existing(mode, two.master())),
                    "Item Not Found");
            refused(() -> stranger.rewrap(two.master(), MasterKey.made(mode)), operation(mode),
                    "Item Not Found");
        }
        assertThat(two.dumpOfVault()).isEqualTo(vault);
        two.areReadByAFreshClient();
    }

    @Test
    void revokedClientOpensNothing() throws Exception {
        Two two = Two.made("leaver", Mode.DELEGATED);
        deployment.enrol("leaver");
        try (CustomerRecords leaver = open("leaver", HARDLY)) {
            two.areReadBy(leaver);
            deployment.gateway().run("client", "revoke", "leaver");
            refused(() -> two.read(leaver, 1), "Exception in encryption library: ");
        }
        two.areReadByAFreshClient();
    }

    @ParameterizedTest
    @EnumSource
    void oldMasterKeyIsGivenUpAndOnlyOldBackupsNeedIt(Mode mode) throws Exception {
        Two two = Two.made("rotation-" + mode, mode);
        List<RawBsonDocument> backup = two.dumpOfVault();
        List<RawBsonDocument> customers = two.stored();
        assertThat(customers).hasSize(2);
        try (CustomerRecords records = fresh()) {
            assertThat(records.rewrap(two.master(), MasterKey.made(mode))).isEqualTo(2);
            assertThat(records.masterKeyOf(two.first())).isNotEqualTo(two.master())
                    .isEqualTo(records.masterKeyOf(two.second()));
            assertThat(records.rewrap(two.master(), MasterKey.made(mode))).isZero();
        }
        List<RawBsonDocument> rotated = two.dumpOfVault();
        assertThat(two.stored()).isEqualTo(customers);

        deployment.key("revoke", two.master());
        two.areReadByAFreshClient();
        two.replaceInVault(backup);
        two.areReadByAFreshClient();
        newDataKeyUnderADeactivatedMasterKey(mode, two);

        deployment.key("destroy", two.master());
        try (CustomerRecords records = fresh()) {
            refused(() -> two.read(records, 1), operation(mode), "The object is destroyed.");
            refused(() -> two.read(records, 2), operation(mode), "The object is destroyed.");
            refused(() -> records.createDataKey(MasterKey.existing(mode, two.master())),
                    "The object is destroyed.");
        }
        two.replaceInVault(rotated);
        two.areReadByAFreshClient();
    }

    /** The engine refuses to encrypt; what the driver does with bytes that it gets is its own. */
    private static void newDataKeyUnderADeactivatedMasterKey(Mode mode, Two two)
            throws Exception {
        try (CustomerRecords records = fresh()) {
            MasterKey deactivated = MasterKey.existing(mode, two.master());
            switch (mode) {
                case LOCAL -> assertThat(records.masterKeyOf(records.createDataKey(deactivated)))
                        .isEqualTo(two.master());
                case DELEGATED -> refused(() -> records.createDataKey(deactivated),
                        "KMIP Encrypt", "The state of the object does not allow this.");
            }
        }
    }

    @Test
    void delegatedModeTakesAKeyThatTheOperatorMade() throws Exception {
        String made = deployment.key("create", "--name", "shop.fields");
        String id = made.replaceAll(".* (\\S+)\\.$", "$1");
        deployment.key("activate", id);
        Two two = Two.made("operator", Mode.DELEGATED);
        try (CustomerRecords records = fresh()) {
            assertThat(records.rewrap(two.master(), MasterKey.existing(Mode.DELEGATED, id)))
                    .isEqualTo(2);
            assertThat(records.masterKeyOf(two.first())).isEqualTo(id);
        }
        two.areReadByAFreshClient();
    }

    @Test
    void wrongEndpointsAndStrangersAreNamedByTheDriver() throws Exception {
        MasterKey made = MasterKey.made(Mode.DELEGATED);
        SSLContext enrolled = deployment.keys("shop", "any").tls();
        try (CustomerRecords closed = at("localhost:1", enrolled);
                CustomerRecords https =
                        at("localhost:" + deployment.gateway().httpsPort(), enrolled);
                CustomerRecords untrusting =
                        at(deployment.gateway().server(), SSLContext.getDefault())) {
            unreachable(() -> closed.createDataKey(made));
            refused(() -> https.createDataKey(made), "Exception in encryption library: ");
            assertThatThrownBy(() -> untrusting.createDataKey(made))
                    .isInstanceOf(MongoClientException.class)
                    .hasMessageContaining("PKIX path building failed")
                    .hasCauseInstanceOf(SSLException.class);
        }
        try (CustomerRecords nobody =
                at(deployment.gateway().server(), deployment.withoutIdentity())) {
            refused(() -> nobody.createDataKey(made), "Exception in encryption library: ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void dataKeysAreNotTiedToTheAddressOfTheGateway(Mode mode) throws Exception {
        Two two = Two.made("address-" + mode, mode);
        String moved = deployment.gateway().server().replace("localhost", "127.0.0.1");
        assertThat(moved).isNotEqualTo(deployment.gateway().server());
        try (CustomerRecords records = at(moved, deployment.keys("shop", moved).tls())) {
            two.areReadBy(records);
        }
    }

    private static CustomerRecords at(String endpoint, SSLContext tls) {
        return CustomerRecords.open(deployment.mongodb(), new KeyServer(endpoint, tls), FOR_EVER);
    }

    @ParameterizedTest
    @EnumSource
    void sampleRunsFromADataKeyToARotatedMasterKey(Mode mode) {
        Printed printed = sample(deployment.mongodb(), deployment.gateway().server(),
                deployment.gateway().identity("shop").toString(), mode.name());
        assertThat(printed.exitCode()).as(printed.err()).isZero();
        assertThat(printed.out())
                .contains("card numbers that MongoDB can read: 0 of 3, names, which are not"
                        + " encrypted: 3\n")
                .containsPattern("(?s)(application reads: 3 of 3\n.*){2}")
                .contains("data keys moved to a new master key: 1 of 1, to ");
    }

    @Test
    void sampleSaysWhatIsWrong() {
        assertThat(sample("mongodb://localhost").exitCode()).isEqualTo(2);
        assertThat(sample("a", "b", "c", "sideways").err())
                .isEqualTo(FieldEncryptionSample.USAGE + "\n");
        assertThat(
                sample("nonsense", "localhost:1", deployment.gateway().identity("shop").toString())
                        .err())
                .startsWith("The sample failed: The connection string is invalid.")
                .hasLineCount(1);
        assertThat(sample(deployment.mongodb(), "localhost:1", folder.toString()).err())
                .startsWith("The sample failed: ").contains("client.p12").hasLineCount(1);
        Printed unreachable = sample(deployment.mongodb(), "localhost:1",
                deployment.gateway().identity("shop").toString());
        assertThat(unreachable.exitCode()).isEqualTo(1);
        assertThat(unreachable.err()).contains("Connection refused").hasLineCount(1);
    }

    private record Printed(int exitCode, String out, String err) {}

    private static Printed sample(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = FieldEncryptionSample.run(List.of(arguments), "changeit".toCharArray(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Printed(exitCode, out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }
}
