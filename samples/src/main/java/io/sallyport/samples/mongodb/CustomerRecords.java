package io.sallyport.samples.mongodb;

import com.mongodb.AutoEncryptionSettings;
import com.mongodb.ClientEncryptionSettings;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoNamespace;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.vault.DataKeyOptions;
import com.mongodb.client.model.vault.EncryptOptions;
import com.mongodb.client.model.vault.RewrapManyDataKeyOptions;
import com.mongodb.client.vault.ClientEncryption;
import com.mongodb.client.vault.ClientEncryptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Customers in a MongoDB collection, each with a card number that the server never sees: the
 * application encrypts it explicitly, and the driver decrypts whatever it reads. No part of it
 * needs {@code mongocryptd} or the crypt_shared library.
 *
 * <p>
 * Every operation that needs a data key which is not in the driver's cache asks Sallyport, and
 * fails with {@link com.mongodb.MongoException} if it does not get it. Safe for threads.
 */
public final class CustomerRecords implements AutoCloseable {
    /** Where data keys lie, wrapped. */
    public static final MongoNamespace KEY_VAULT = new MongoNamespace("sallyport_sample.dataKeys");

    /** Where the customers lie. */
    public static final MongoNamespace CUSTOMERS = new MongoNamespace("sallyport_sample.customers");

    private static final String ALGORITHM = "AEAD_AES_256_CBC_HMAC_SHA_512-Random";

    private final MongoClient client;
    private final ClientEncryption encryption;

    private CustomerRecords(MongoClient client, ClientEncryption encryption) {
        this.client = client;
        this.encryption = encryption;
    }

    /**
     * Opens the collection; asks Sallyport for nothing yet.
     *
     * @param mongodb the connection string of the server
     * @param cached for how long the driver may keep a data key in clear, in milliseconds at the
     *        finest; zero for ever
     */
    public static CustomerRecords open(String mongodb, KeyServer keys, Duration cached) {
        MongoClientSettings server = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongodb)).build();
        AutoEncryptionSettings decryption = AutoEncryptionSettings.builder()
                .keyVaultNamespace(KEY_VAULT.getFullName())
                .kmsProviders(keys.providers())
                .kmsProviderSslContextMap(keys.contexts())
                .keyExpiration(cached.toMillis(), TimeUnit.MILLISECONDS)
                .bypassAutoEncryption(true)
                .build();
        ClientEncryption encryption = ClientEncryptions.create(ClientEncryptionSettings.builder()
                .keyVaultMongoClientSettings(server)
                .keyVaultNamespace(KEY_VAULT.getFullName())
                .kmsProviders(keys.providers())
                .kmsProviderSslContextMap(keys.contexts())
                .keyExpiration(cached.toMillis(), TimeUnit.MILLISECONDS)
                .build());
        return new CustomerRecords(MongoClients.create(MongoClientSettings.builder(server)
                .autoEncryptionSettings(decryption).build()), encryption);
    }

    /** Makes a data key under this master key and returns its identifier. */
    public BsonBinary createDataKey(MasterKey master) {
        return encryption.createDataKey(KeyServer.PROVIDER,
                new DataKeyOptions().masterKey(master.document()));
    }

    /** The identifier of the master key that a data key is under now. */
    public String masterKeyOf(BsonBinary dataKey) {
        BsonDocument key = encryption.getKey(dataKey);
        if (key == null) {
            throw new IllegalArgumentException("The key vault has no data key " + dataKey + ".");
        }
        return masterKeyOf(key);
    }

    private static String masterKeyOf(BsonDocument key) {
        return key.getDocument("masterKey").getString("keyId").getValue();
    }

    /** Stores a customer, the card number encrypted under this data key. */
    public void add(String name, String card, BsonBinary dataKey) {
        BsonBinary encrypted = encryption.encrypt(new BsonString(card),
                new EncryptOptions(ALGORITHM).keyId(dataKey));
        customers().insertOne(new Document("name", name).append("card", encrypted));
    }

    /** The card number of a customer, which the driver has decrypted. */
    public Optional<String> cardOf(String name) {
        return Optional.ofNullable(customers().find(Filters.eq("name", name)).first())
                .map(customer -> customer.getString("card"));
    }

    /**
     * Puts every data key that is under one master key under another. Documents stay as they are.
     *
     * <p>
     * The driver makes a master key for each data key if it is given none. Here the first data key
     * gets the new one and the others share it.
     *
     * @param oldMasterKey identifier of the master key that is to be given up
     * @return how many data keys were moved
     */
    public long rewrap(String oldMasterKey, MasterKey master) {
        Bson underOld = Filters.eq("masterKey.keyId", oldMasterKey);
        if (master.id() != null) {
            return rewrap(underOld, master);
        }
        for (BsonDocument key : encryption.getKeys()) {
            BsonBinary id = key.getBinary("_id");
            if (masterKeyOf(key).equals(oldMasterKey)) {
                long first = rewrap(Filters.eq("_id", id), master);
                return first + rewrap(underOld,
                        MasterKey.existing(master.mode(), masterKeyOf(id)));
            }
        }
        return 0;
    }

    private long rewrap(Bson dataKeys, MasterKey master) {
        BulkWriteResult written = encryption.rewrapManyDataKey(dataKeys,
                new RewrapManyDataKeyOptions().provider(KeyServer.PROVIDER)
                        .masterKey(master.document()))
                .getBulkWriteResult();
        return written == null ? 0 : written.getModifiedCount();
    }

    private MongoCollection<Document> customers() {
        return client.getDatabase(CUSTOMERS.getDatabaseName())
                .getCollection(CUSTOMERS.getCollectionName());
    }

    @Override
    public void close() {
        encryption.close();
        client.close();
    }
}
