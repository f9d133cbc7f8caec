package io.sallyport.gateway.admin;

import java.util.List;

import io.sallyport.gateway.port.EnrolledCertificate;
import io.sallyport.gateway.port.EnrolledUser;
import io.sallyport.gateway.port.StoredToken;
import io.sallyport.gateway.port.UserPort;
import io.sallyport.gateway.rewrap.Progress;
import io.sallyport.hsm.command.EngineResult.ProtectionStatus;
import io.sallyport.hsm.command.EngineResult.SelfTested;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The JSON of the administration's interface, and of {@code --output json}. */
public final class AdminJson {
    private AdminJson() {}

    /** Certificates of clients. */
    public static JsonArray clients(List<EnrolledCertificate> clients) {
        JsonArray array = new JsonArray();
        clients.forEach(client -> array.add(client(client)));
        return array;
    }

    static List<EnrolledCertificate> clients(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).map(AdminJson::client).toList();
    }

    /** One certificate of a client. */
    public static JsonObject client(EnrolledCertificate client) {
        return new JsonObject().put("client", client.client())
                .put("partition", client.partition()).put("role", client.role())
                .put("profile", client.profile()).put("fingerprint", client.fingerprint())
                .put("serial", client.serial()).put("notAfter", client.notAfter())
                .put("created", client.created()).put("revokedAt", client.revokedAt());
    }

    static EnrolledCertificate client(JsonObject json) {
        return new EnrolledCertificate(json.getString("client"), json.getString("partition"),
                json.getString("role"), json.getString("profile"), json.getString("fingerprint"),
                json.getString("serial"), json.getLong("notAfter"), json.getLong("created"),
                json.getLong("revokedAt"));
    }

    /** Users without their verifiers. */
    public static JsonArray users(List<EnrolledUser> users) {
        JsonArray array = new JsonArray();
        users.forEach(user -> array.add(new JsonObject().put("partition", user.partition())
                .put("kind", user.kind().name()).put("name", user.name())
                .put("created", user.created()).put("administrator", user.administrator())
                .put("id", user.id())));
        return array;
    }

    static List<EnrolledUser> users(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).map(AdminJson::user).toList();
    }

    static JsonObject user(EnrolledUser user) {
        return users(List.of(user)).getJsonObject(0).put("verifier", user.verifier());
    }

    static EnrolledUser user(JsonObject json) {
        return new EnrolledUser(json.getString("partition"),
                UserPort.Kind.valueOf(json.getString("kind")), json.getString("name"),
                json.getString("verifier", ""), json.getLong("created"),
                json.getBoolean("administrator", false), json.getString("id"));
    }

    /** Tokens without their digests. */
    public static JsonArray tokens(List<StoredToken> tokens) {
        JsonArray array = new JsonArray();
        tokens.forEach(token -> array.add(new JsonObject().put("name", token.name())
                .put("partition", token.partition()).put("mounts", new JsonArray(token.mounts()))
                .put("readOnly", token.readOnly()).put("created", token.created())
                .put("expires", token.expires()).put("revokedAt", token.revokedAt())));
        return array;
    }

    static List<StoredToken> tokens(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).map(AdminJson::token).toList();
    }

    static JsonObject token(StoredToken token) {
        return tokens(List.of(token)).getJsonObject(0).put("digest", token.digest());
    }

    static StoredToken token(JsonObject json) {
        return new StoredToken(json.getString("name"), json.getString("partition"),
                json.getJsonArray("mounts").stream().map(String.class::cast).toList(),
                json.getBoolean("readOnly"), json.getString("digest", ""),
                json.getLong("created"), json.getLong("expires"), json.getLong("revokedAt"));
    }

    /** Protections of the engine's process. */
    public static JsonArray protections(List<ProtectionStatus> protections) {
        JsonArray array = new JsonArray();
        protections.forEach(one -> array.add(new JsonObject().put("name", one.name())
                .put("achieved", one.achieved()).put("detail", one.detail())));
        return array;
    }

    /** A run of the engine's self-tests. */
    public static JsonObject selfTest(SelfTested run) {
        return new JsonObject().put("finished", run.finished()).put("tests", run.tests())
                .put("micros", run.micros()).put("code", run.code());
    }

    static SelfTested selfTest(JsonObject json) {
        return new SelfTested(json.getLong("finished"), json.getInteger("tests"),
                json.getLong("micros"), json.getString("code"));
    }

    /** How far re-wrapping is. */
    public static JsonObject progress(Progress progress) {
        return new JsonObject().put("running", progress.running()).put("done", progress.done())
                .put("left", progress.left()).put("refused", progress.refused())
                .put("perSecond", progress.perSecond()).put("trouble", progress.trouble());
    }

    static Progress progress(JsonObject json) {
        return new Progress(json.getBoolean("running"), json.getLong("done"),
                json.getLong("left"), json.getLong("refused"), json.getDouble("perSecond"),
                json.getString("trouble"));
    }

    /** What a verification found. */
    public static JsonObject audit(AuditSummary summary) {
        return new JsonObject().put("intact", summary.flaw() == null)
                .put("entries", summary.entries()).put("lastHash", summary.lastHash())
                .put("flaw", summary.flaw());
    }

    static AuditSummary audit(JsonObject json) {
        return new AuditSummary(json.getLong("entries"), json.getString("lastHash"),
                json.getString("flaw"));
    }
}
