package io.sallyport.samples.mongodb.server;

import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/** The filters and updates that key vaults and look-ups by a field need; all else is refused. */
final class Query {
    private Query() {}

    static boolean matches(BsonDocument document, BsonDocument filter) {
        for (Map.Entry<String, BsonValue> one : filter.entrySet()) {
            boolean matches = switch (one.getKey()) {
                case "$or" -> one.getValue().asArray().stream()
                        .anyMatch(any -> matches(document, any.asDocument()));
                case "$and" -> one.getValue().asArray().stream()
                        .allMatch(each -> matches(document, each.asDocument()));
                default -> fits(at(document, one.getKey()), one.getValue());
            };
            if (!matches) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(@Nullable BsonValue value, BsonValue condition) {
        if (!condition.isDocument()) {
            return equal(value, condition);
        }
        for (Map.Entry<String, BsonValue> one : condition.asDocument().entrySet()) {
            BsonValue wanted = one.getValue();
            boolean fits = switch (one.getKey()) {
                case "$eq" -> equal(value, wanted);
                case "$in" -> wanted.asArray().stream().anyMatch(any -> equal(value, any));
                default -> throw new IllegalArgumentException("The filter " + one.getKey() + ".");
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(@Nullable BsonValue value, BsonValue wanted) {
        return wanted.equals(value)
                || (value instanceof BsonArray array && array.contains(wanted));
    }

    private static @Nullable BsonValue at(BsonDocument document, String path) {
        BsonValue value = document;
        for (String name : path.split("\\.", -1)) {
            if (value == null || !value.isDocument()) {
                return null;
            }
            value = value.asDocument().get(name);
        }
        return value;
    }

    /** The document as {@code $set} and {@code $currentDate} make it. */
    static BsonDocument updated(RawBsonDocument document, BsonDocument update) {
        BsonDocument changed = document.decode(new BsonDocumentCodec());
        for (Map.Entry<String, BsonValue> one : update.entrySet()) {
            BsonDocument fields = one.getValue().asDocument();
            switch (one.getKey()) {
                case "$set" -> changed.putAll(fields);
                case "$currentDate" -> fields.keySet().forEach(name -> changed.put(name,
                        new BsonDateTime(System.currentTimeMillis())));
                default ->
                    throw new IllegalArgumentException("The update " + one.getKey() + ".");
            }
        }
        return changed;
    }
}
