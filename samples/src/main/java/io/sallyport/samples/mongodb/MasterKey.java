package io.sallyport.samples.mongodb;

import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * The key in Sallyport that wraps data keys, as the driver is told of it.
 *
 * @param mode who wraps with it
 * @param id its identifier; null lets the driver make a new one
 */
public record MasterKey(Mode mode, @Nullable String id) {
    /** Who wraps data keys. */
    public enum Mode {
        /** The driver, with 96 bytes that it made, keeps in Sallyport and fetches for each use. */
        LOCAL,
        /** Sallyport's engine, with a key that never leaves it. */
        DELEGATED
    }

    /** A key that the driver makes when it needs it. */
    public static MasterKey made(Mode mode) {
        return new MasterKey(mode, null);
    }

    /** A key that is there and active. */
    public static MasterKey existing(Mode mode, String id) {
        return new MasterKey(mode, id);
    }

    /** What {@code DataKeyOptions.masterKey} and its like take. */
    BsonDocument document() {
        BsonDocument document = new BsonDocument("delegated",
                BsonBoolean.valueOf(mode == Mode.DELEGATED));
        if (id != null) {
            document.append("keyId", new BsonString(id));
        }
        return document;
    }
}
