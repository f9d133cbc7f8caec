package io.sallyport.gateway.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.net.http.HttpReply;
import io.sallyport.gateway.port.StoredToken;
import io.sallyport.gateway.session.Answer;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The answers in JSON, with the fields that clients of this dialect read. Stateless. */
final class Replies {
    /** As many versions as a secret may have. */
    static final int VERSIONS_MAX = 1_000_000;

    private static final String JSON = "application/json";
    private static final int OK = 200;

    private Replies() {}

    /** A refusal in the words that clients look for. */
    static HttpReply error(int status, String... errors) {
        return HttpReply.text(status, JSON,
                new JsonObject().put("errors", new JsonArray(List.of(errors))).encode());
    }

    /** Done, and there is nothing to say. */
    static HttpReply nothing() {
        return HttpReply.text(204, JSON, "");
    }

    private static JsonObject envelope() {
        return new JsonObject().put("request_id", UUID.randomUUID().toString())
                .put("lease_id", "").put("renewable", false).put("lease_duration", 0);
    }

    /** An answer that holds this. */
    static HttpReply data(JsonObject data) {
        return HttpReply.text(OK, JSON, envelope().put("data", data).encode());
    }

    private static JsonObject metadata(SecretVersion version) {
        return new JsonObject().put("created_time", time(version.created()))
                .put("custom_metadata", (Object) null)
                .put("deletion_time", version.deleted() == 0 ? "" : time(version.deleted()))
                .put("destroyed", version.destroyed()).put("version", version.number());
    }

    /** A version was written. */
    static HttpReply written(SecretVersion version) {
        return data(metadata(version));
    }

    /** A version that is hidden or erased: absent, with what is known of it. */
    static HttpReply gone(SecretVersion version) {
        return HttpReply.text(404, JSON, envelope().put("data", new JsonObject()
                .put("data", (Object) null).put("metadata", metadata(version))).encode());
    }

    /**
     * A version with its content.
     *
     * @param content in clear, valid until the answer is released
     * @param release lets go of it
     */
    static HttpReply content(SecretVersion version, ByteSlice content, Runnable release) {
        String envelope = envelope().encode();
        String head = envelope.substring(0, envelope.length() - 1) + ",\"data\":{\"data\":";
        String tail = ",\"metadata\":" + metadata(version).encode() + "}}";
        return HttpReply.of(OK, JSON, new Content(head.getBytes(StandardCharsets.UTF_8),
                version.shape(), content, tail.getBytes(StandardCharsets.UTF_8), release));
    }

    /** Names below a folder. */
    static HttpReply names(List<String> names) {
        return data(new JsonObject().put("keys", new JsonArray(names)));
    }

    /** All versions of a secret. */
    static HttpReply versions(List<SecretVersion> versions) {
        JsonObject each = new JsonObject();
        for (SecretVersion version : versions) {
            JsonObject one = metadata(version);
            one.remove("version");
            one.remove("custom_metadata");
            each.put(Integer.toString(version.number()), one);
        }
        SecretVersion newest = versions.getLast();
        return data(settings().put("created_time", time(versions.getFirst().created()))
                .put("current_version", newest.number()).put("oldest_version", 0)
                .put("updated_time", time(newest.created())).put("versions", each));
    }

    /** The settings of every mount: nothing is forgotten by itself. */
    static JsonObject settings() {
        return new JsonObject().put("cas_required", false).put("delete_version_after", "0s")
                .put("max_versions", VERSIONS_MAX);
    }

    /** What a mount is; some clients look at the top, some below {@code data}. */
    static HttpReply mount(String mount) {
        JsonObject what = mountFields().put("path", mount + "/");
        return HttpReply.text(OK, JSON, envelope().mergeIn(mountFields()).put("data", what)
                .encode());
    }

    private static JsonObject mountFields() {
        return new JsonObject().put("type", "kv").put("description", "Sallyport")
                .put("options", new JsonObject().put("version", "2"));
    }

    /** What a token may do. */
    static HttpReply token(StoredToken token, long now) {
        Long expires = token.expires();
        return data(new JsonObject().put("display_name", token.name())
                .put("creation_time", token.created())
                .put("expire_time", expires == null ? null : time(expires))
                .put("ttl", expires == null ? 0 : expires - now).put("renewable", false)
                .put("num_uses", 0).put("orphan", true).put("type", "service")
                .put("policies", new JsonArray(List.of(token.readOnly() ? "read" : "write")))
                .put("meta", new JsonObject().put("partition", token.partition())
                        .put("mounts", String.join(",", token.mounts()))));
    }

    private static @Nullable String time(long epochSeconds) {
        return Instant.ofEpochSecond(epochSeconds).toString();
    }

    /** Content between two constant texts; written once, straight into what goes to TLS. */
    private static final class Content implements Answer {
        private final byte[] head;
        private final SecretShape shape;
        private final ByteSlice content;
        private final byte[] tail;
        private final Runnable release;

        Content(byte[] head, SecretShape shape, ByteSlice content, byte[] tail,
                Runnable release) {
            this.head = head;
            this.shape = shape;
            this.content = content;
            this.tail = tail;
            this.release = release;
        }

        @Override
        public int length() {
            return head.length + shape.encodedLength(content.length()) + tail.length;
        }

        @Override
        public void writeTo(ByteBuffer out) {
            out.put(head);
            shape.encode(content, out);
            out.put(tail);
        }

        @Override
        public void release() {
            release.run();
        }
    }
}
