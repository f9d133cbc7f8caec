package io.sallyport.samples.quickstart.mongodb;

import com.mongodb.internal.crypt.capi.MongoCrypt;
import com.mongodb.internal.crypt.capi.MongoCryptContext;
import com.mongodb.internal.crypt.capi.MongoCryptOptions;
import com.mongodb.internal.crypt.capi.MongoCrypts;
import com.mongodb.internal.crypt.capi.MongoDataKeyOptions;
import com.mongodb.internal.crypt.capi.MongoExplicitEncryptOptions;
import com.mongodb.internal.crypt.capi.MongoKeyDecryptor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;

/**
 * Does what a MongoDB driver does for client-side field level encryption, with MongoDB's own
 * libmongocrypt: it runs libmongocrypt's state machine, answers its questions for keys out of a
 * list in memory, and carries its key requests to the gateway.
 *
 * <p>
 * Every operation uses a fresh instance of libmongocrypt, so that no key that it cached can answer
 * in place of the gateway. One thread uses it.
 */
public final class FieldEncryption {
    private static final String ALGORITHM = "AEAD_AES_256_CBC_HMAC_SHA_512-Random";

    private final BsonDocument provider;
    private final String endpoint;
    private final KmsChannel channel;
    private final List<BsonDocument> keyVault = new ArrayList<>();

    /**
     * @param gateway the KMIP server
     * @param tls the client's side of mutual TLS
     */
    public FieldEncryption(InetSocketAddress gateway, SSLContext tls) {
        endpoint = gateway.getHostString() + ":" + gateway.getPort();
        provider = new BsonDocument("kmip",
                new BsonDocument("endpoint", new BsonString(endpoint)));
        channel = new KmsChannel(tls);
    }

    /** How a data key is protected by the gateway. */
    public enum Mode {
        /** KMIP 1.0: libmongocrypt stores 96 bytes in the gateway and fetches them to use them. */
        LOCAL,
        /** KMIP 1.2: the gateway encrypts and decrypts; the key stays in the engine. */
        DELEGATED
    }

    /** Makes a data key, keeps it in the key vault, and returns its id. */
    public BsonBinary createDataKey(Mode mode) throws IOException {
        BsonDocument masterKey = new BsonDocument("endpoint", new BsonString(endpoint));
        if (mode == Mode.DELEGATED) {
            masterKey.append("delegated", BsonBoolean.TRUE);
        }
        MongoDataKeyOptions options = MongoDataKeyOptions.builder().masterKey(masterKey).build();
        try (MongoCrypt crypt = libmongocrypt();
                MongoCryptContext context = crypt.createDataKeyContext("kmip", options)) {
            BsonDocument key = new BsonDocument();
            key.putAll(run(context));
            keyVault.add(key);
            return key.getBinary("_id");
        }
    }

    /** Encrypts a value under a data key of the vault. */
    public BsonBinary encrypt(BsonValue value, BsonBinary keyId) throws IOException {
        MongoExplicitEncryptOptions options = MongoExplicitEncryptOptions.builder()
                .keyId(keyId).algorithm(ALGORITHM).build();
        try (MongoCrypt crypt = libmongocrypt();
                MongoCryptContext context = crypt.createExplicitEncryptionContext(
                        new BsonDocument("v", value), options)) {
            return run(context).getBinary("v");
        }
    }

    /** Decrypts what {@link #encrypt} made. */
    public BsonValue decrypt(BsonBinary value) throws IOException {
        try (MongoCrypt crypt = libmongocrypt();
                MongoCryptContext context = crypt.createExplicitDecryptionContext(
                        new BsonDocument("v", value))) {
            return run(context).get("v", BsonNull.VALUE);
        }
    }

    /** How many requests went to the gateway so far. */
    public int requests() {
        return channel.requests();
    }

    /** The data key as it lies in the vault: wrapped. */
    public BsonBinary storedKeyMaterial(BsonBinary keyId) {
        return keyVault.stream().filter(key -> key.getBinary("_id").equals(keyId)).findFirst()
                .orElseThrow().getBinary("keyMaterial");
    }

    private MongoCrypt libmongocrypt() {
        return MongoCrypts.create(MongoCryptOptions.builder().kmsProviderOptions(provider)
                .build());
    }

    private RawBsonDocument run(MongoCryptContext context) throws IOException {
        while (true) {
            switch (context.getState()) {
                case NEED_MONGO_KEYS -> {
                    keyVault.forEach(context::addMongoOperationResult);
                    context.completeMongoOperation();
                }
                case NEED_KMS -> {
                    MongoKeyDecryptor request = context.nextKeyDecryptor();
                    while (request != null) {
                        channel.exchange(request);
                        request = context.nextKeyDecryptor();
                    }
                    context.completeKeyDecryptors();
                }
                case READY -> {
                    return context.finish();
                }
                case ERROR, NEED_MONGO_COLLINFO, NEED_MONGO_MARKINGS, NEED_KMS_CREDENTIALS,
                        DONE ->
                    throw new IOException("libmongocrypt is in the state "
                            + context.getState() + ", which this use of it does not know.");
            }
        }
    }
}
