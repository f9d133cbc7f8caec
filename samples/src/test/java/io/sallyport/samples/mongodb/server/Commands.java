package io.sallyport.samples.mongodb.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** The commands, one at a time, over all collections. */
final class Commands {
    /** That of MongoDB 7.0. */
    private static final int WIRE_VERSION = 21;

    private final Map<String, List<RawBsonDocument>> collections = new HashMap<>();

    /** Runs a command and returns its answer, which says {@code ok: 0} if it is not known. */
    synchronized BsonDocument run(BsonDocument command) {
        String name = command.getFirstKey();
        return switch (name) {
            case "hello", "isMaster", "ismaster" -> good().append("helloOk", BsonBoolean.TRUE)
                    .append("ismaster", BsonBoolean.TRUE)
                    .append("isWritablePrimary", BsonBoolean.TRUE)
                    .append("maxBsonObjectSize", new BsonInt32(16 << 20))
                    .append("maxMessageSizeBytes", new BsonInt32(48_000_000))
                    .append("maxWriteBatchSize", new BsonInt32(100_000))
                    .append("minWireVersion", new BsonInt32(0))
                    .append("maxWireVersion", new BsonInt32(WIRE_VERSION));
            case "ping", "endSessions" -> good();
            case "insert" -> insert(collection(command, name), command.getArray("documents"));
            case "find" -> find(namespace(command, name), command);
            case "update" -> update(collection(command, name), command.getArray("updates"));
            case "delete" -> delete(collection(command, name), command.getArray("deletes"));
            default -> new BsonDocument("ok", new BsonDouble(0)).append("code", new BsonInt32(59))
                    .append("codeName", new BsonString("CommandNotFound"))
                    .append("errmsg", new BsonString("no such command: '" + name + "'"));
        };
    }

    private static BsonDocument good() {
        return new BsonDocument("ok", new BsonDouble(1));
    }

    private static BsonDocument changed(int count) {
        return good().append("n", new BsonInt32(count));
    }

    private static String namespace(BsonDocument command, String name) {
        return command.getString("$db").getValue() + "." + command.getString(name).getValue();
    }

    private List<RawBsonDocument> collection(BsonDocument command, String name) {
        return collections.computeIfAbsent(namespace(command, name), any -> new ArrayList<>());
    }

    private static BsonDocument insert(List<RawBsonDocument> into, BsonArray documents) {
        documents.forEach(document -> into.add(raw(document.asDocument())));
        return changed(documents.size());
    }

    private BsonDocument find(String namespace, BsonDocument command) {
        BsonDocument filter = command.getDocument("filter", new BsonDocument());
        int limit = command.getNumber("limit", new BsonInt32(0)).intValue();
        List<RawBsonDocument> found = collections.getOrDefault(namespace, List.of()).stream()
                .filter(document -> Query.matches(document, filter))
                .limit(limit == 0 ? Long.MAX_VALUE : limit).toList();
        return good().append("cursor", new BsonDocument("id", new BsonInt64(0))
                .append("ns", new BsonString(namespace))
                .append("firstBatch", new BsonArray(found)));
    }

    private static BsonDocument update(List<RawBsonDocument> in, BsonArray updates) {
        int changed = 0;
        for (BsonValue one : updates) {
            BsonDocument update = one.asDocument();
            for (int i = 0; i < in.size(); i++) {
                if (Query.matches(in.get(i), update.getDocument("q"))) {
                    in.set(i, raw(Query.updated(in.get(i), update.getDocument("u"))));
                    changed++;
                    if (!update.getBoolean("multi", BsonBoolean.FALSE).getValue()) {
                        break;
                    }
                }
            }
        }
        return changed(changed).append("nModified", new BsonInt32(changed));
    }

    /** Deletes all that match, which is what {@code limit: 0} asks for. */
    private static BsonDocument delete(List<RawBsonDocument> in, BsonArray deletes) {
        int before = in.size();
        deletes.forEach(delete -> in.removeIf(
                document -> Query.matches(document, delete.asDocument().getDocument("q"))));
        return changed(before - in.size());
    }

    private static RawBsonDocument raw(BsonDocument document) {
        return document instanceof RawBsonDocument raw
                ? raw
                : new RawBsonDocument(document, new BsonDocumentCodec());
    }
}
