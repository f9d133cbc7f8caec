package io.sallyport.samples.mongodb;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;

/**
 * What the server, its administrators and its backups see: documents as bytes, read by a client
 * that has no keys. Safe for threads.
 */
public final class ServerView implements AutoCloseable {
    private final MongoClient client;

    /** Opens a view of the server of this connection string. */
    public ServerView(String mongodb) {
        client = MongoClients.create(mongodb);
    }

    /** How many documents of the collection have this text somewhere in their bytes. */
    public int documentsWith(String text, MongoNamespace collection) {
        int found = 0;
        for (RawBsonDocument document : documents(collection)) {
            found += bytes(document).contains(latin(text)) ? 1 : 0;
        }
        return found;
    }

    /** All documents of the collection, as they are stored. */
    public Iterable<RawBsonDocument> documents(MongoNamespace collection) {
        return client.getDatabase(collection.getDatabaseName())
                .getCollection(collection.getCollectionName(), RawBsonDocument.class).find();
    }

    private static String bytes(RawBsonDocument document) {
        ByteBuf buffer = document.getByteBuffer();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The bytes of a text, each as one character, so that they can be looked for in others. */
    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        client.close();
    }
}
