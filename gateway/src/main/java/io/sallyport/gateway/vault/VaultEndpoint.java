package io.sallyport.gateway.vault;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.sallyport.gateway.identity.TokenRegistry;
import io.sallyport.gateway.net.Refusal;
import io.sallyport.gateway.net.http.HttpEndpoint;
import io.sallyport.gateway.net.http.HttpHead;
import io.sallyport.gateway.net.http.HttpPeer;
import io.sallyport.gateway.net.http.HttpRefusal;
import io.sallyport.gateway.net.http.HttpReply;
import io.sallyport.gateway.net.http.RefusedRequest;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.port.StoredToken;
import io.sallyport.gateway.session.MessageProcessor;
import io.sallyport.gateway.vault.Bodies.Written;
import io.sallyport.gateway.vault.KmipTalk.Caller;
import io.sallyport.gateway.vault.KmipTalk.Held;
import io.sallyport.gateway.vault.KmipTalk.Refused;
import io.sallyport.gateway.vault.Routes.Route;
import io.sallyport.gateway.vault.SecretVersions.Content;
import io.sallyport.gateway.vault.SecretVersions.NotCurrent;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.vertx.core.Future;

/**
 * Everything below {@code /v1/}: docs/spec/vault-kv2.md. Who asks is told by a token; a client
 * certificate is not needed.
 */
public final class VaultEndpoint implements HttpEndpoint {
    private static final int BODY_BYTES_MAX = 65_536;
    private static final String TOKEN = "x-vault-token";
    private static final String NAMESPACE = "x-vault-namespace";
    private static final String BEARER = "Bearer ";

    private static final HttpRefusal NO_TOKEN = HttpRefusal.mild(403,
            "A token is needed.", Refusal.TOKEN_MISSING);
    private static final HttpRefusal WRONG_TOKEN = HttpRefusal.mild(403,
            "This token is not good.", Refusal.TOKEN_REFUSED);
    private static final HttpRefusal NO_BODY = HttpRefusal.mild(400,
            "The body is not the JSON object that is wanted.", Refusal.NOT_A_REQUEST);

    private final TokenRegistry tokens;
    private final SecretVersions secrets;
    private final SecretBuffers buffers;
    private final VaultAudit audit;
    private final InstantSource clock;

    /** An endpoint for these tokens, which has this processor do what is asked for. */
    public VaultEndpoint(TokenRegistry tokens, MessageProcessor processor, SecretBuffers buffers,
            VaultAudit audit, InstantSource clock) {
        this.tokens = tokens;
        this.secrets = new SecretVersions(new KmipTalk(processor, buffers), clock);
        this.buffers = buffers;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith(Routes.PREFIX);
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "LIST", "POST", "PUT", "DELETE");
    }

    @Override
    public int bodyBytesMax() {
        return BODY_BYTES_MAX;
    }

    @Override
    public @Nullable HttpRefusal refuse(HttpHead head, HttpPeer peer) {
        String shown = shown(head);
        if (shown == null) {
            return NO_TOKEN;
        }
        return tokens.find(shown).isPresent() ? null : WRONG_TOKEN;
    }

    private static @Nullable String shown(HttpHead head) {
        String token = head.header(TOKEN);
        if (token != null) {
            return token;
        }
        String authorization = head.header(HttpHeaderNames.AUTHORIZATION);
        return authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length())
                : null;
    }

    @Override
    public Future<HttpReply> answer(HttpHead head, HttpPeer peer, ByteBuf body) {
        String shown = shown(head);
        Optional<StoredToken> found = shown == null ? Optional.empty() : tokens.find(shown);
        if (found.isEmpty()) {
            return Future.failedFuture(new RefusedRequest(WRONG_TOKEN)); // revoked in between
        }
        StoredToken token = found.get();
        Caller caller = new Caller(TokenRegistry.subject(token), peer.address());
        String namespace = head.header(NAMESPACE);
        if (namespace != null && !namespace.isEmpty()
                && !namespace.equals(token.partition())) {
            return denied(caller, head.method());
        }
        return switch (Routes.of(head.method(), head.request().uri(), token.mounts())) {
            case Route.Nowhere _ -> audit.record(caller, head.method(), Outcome.FAILED,
                    Refusal.PATH_UNKNOWN.name()).map(_ -> Replies.error(404));
            case Route.OtherMethod _ -> audit.record(caller, head.method(), Outcome.FAILED,
                    Refusal.METHOD_UNKNOWN.name())
                    .map(_ -> Replies.error(405, "this method is not served here"));
            case Route.NotAllowed _ -> denied(caller, head.method());
            case Route.To(VaultRequest request) when token.readOnly() && !request.isReading() ->
                denied(caller, head.method());
            case Route.To(VaultRequest request) ->
                served(caller, token, request, body).recover(Failures::reply);
        };
    }

    private Future<HttpReply> denied(Caller caller, String method) {
        return audit.record(caller, method, Outcome.DENIED,
                ResultReason.PERMISSION_DENIED.xmlName())
                .map(_ -> Replies.error(403, "permission denied"));
    }

    private Future<HttpReply> served(Caller caller, StoredToken token, VaultRequest request,
            ByteBuf body) {
        return switch (request) {
            case VaultRequest.Read(SecretPath path, Integer version) -> (version == null
                    ? secrets.newest(caller, path)
                    : secrets.version(caller, path, version))
                    .compose(known -> read(caller, known));
            case VaultRequest.Write(SecretPath path) -> write(caller, path, body);
            case VaultRequest.Delete(SecretPath path) -> secrets.newest(caller, path)
                    .compose(known -> known.isEmpty() ? Future.succeededFuture()
                            : secrets.delete(caller, known.get()))
                    .map(_ -> Replies.nothing());
            case VaultRequest.DeleteVersions(SecretPath path) ->
                eachVersion(caller, path, body, true);
            case VaultRequest.UndeleteVersions(SecretPath path) ->
                eachVersion(caller, path, body, false);
            case VaultRequest.Destroy _ -> audit.record(caller, "Destroy", Outcome.DENIED,
                    ResultReason.PERMISSION_DENIED.xmlName()).map(
                            _ -> Replies.error(403,
                                    "keys are destroyed by the operator: sallyport key destroy"));
            case VaultRequest.List(String mount, String folder) ->
                secrets.list(caller, mount, folder).map(names -> names.isEmpty()
                        ? Replies.error(404)
                        : Replies.names(names));
            case VaultRequest.ReadMetadata(SecretPath path) -> secrets.all(caller, path)
                    .map(versions -> versions.isEmpty() ? Replies.error(404)
                            : Replies.versions(versions));
            case VaultRequest.Config _ -> told(caller, Replies.data(Replies.settings()));
            case VaultRequest.Mount(String mount) -> told(caller, Replies.mount(mount));
            case VaultRequest.Tune(String mount) -> told(caller, Replies.mount(mount));
            case VaultRequest.LookupSelf _ ->
                told(caller, Replies.token(token, clock.instant().getEpochSecond()));
        };
    }

    /** An answer that comes from no managed object, after its record. */
    private Future<HttpReply> told(Caller caller, HttpReply reply) {
        return audit.record(caller, "Query", Outcome.SUCCESS, null).map(_ -> reply);
    }

    private Future<HttpReply> read(Caller caller, Optional<SecretVersion> known) {
        if (known.isEmpty()) {
            return Future.succeededFuture(Replies.error(404));
        }
        SecretVersion version = known.get();
        return version.isReadable()
                ? secrets.content(caller, version).map(held -> given(version, held))
                : Future.succeededFuture(Replies.gone(version));
    }

    private static HttpReply given(SecretVersion version, Held<Get.Response> held) {
        KeyBlock block = held.payload().object().keyBlock();
        if (block != null && block.value() instanceof KeyValue.Plain plain
                && plain.keyMaterial() instanceof TtlvItem.ByteStringItem bytes) {
            return Replies.content(version, bytes.value(), held::release);
        }
        held.release();
        throw new IllegalStateException("A version of a secret is not one string of bytes.");
    }

    private Future<HttpReply> write(Caller caller, SecretPath path, ByteBuf body) {
        ByteBuffer text = body.nioBuffer();
        Written written;
        try {
            written = Bodies.written(text);
        } catch (MalformedJsonException malformed) {
            return Future.failedFuture(new RefusedRequest(NO_BODY));
        }
        SecretShape shape = SecretShape.of(text, written.members());
        if (!shape.isKey()) {
            ByteSlice document = ByteSlice.view(text, written.document().from(),
                    written.document().length());
            return secrets.write(caller, path, new Content(shape, document),
                    written.checkAndSet()).map(Replies::written);
        }
        int length = shape.keyBytes(text, written.members());
        ByteBuf key = buffers.take(length).writerIndex(length);
        ByteBuffer clear = key.nioBuffer();
        shape.decode(text, written.members(), clear.duplicate());
        return secrets.write(caller, path,
                new Content(shape, ByteSlice.view(clear, 0, length)), written.checkAndSet())
                .map(Replies::written).onComplete(_ -> key.release());
    }

    private Future<HttpReply> eachVersion(Caller caller, SecretPath path, ByteBuf body,
            boolean delete) {
        List<Integer> numbers;
        try {
            numbers = Bodies.versions(body.nioBuffer());
        } catch (MalformedJsonException malformed) {
            return Future.failedFuture(new RefusedRequest(NO_BODY));
        }
        Future<Void> done = Future.succeededFuture();
        for (int number : numbers) {
            done = done.compose(_ -> secrets.version(caller, path, number))
                    .compose(known -> known.isEmpty() ? Future.succeededFuture()
                            : delete ? secrets.delete(caller, known.get())
                                    : secrets.undelete(caller, known.get()));
        }
        return done.map(_ -> Replies.nothing());
    }

    /** What a failure becomes for the client; what must not be answered stays a failure. */
    private static final class Failures {
        private Failures() {}

        static Future<HttpReply> reply(Throwable failure) {
            return switch (failure) {
                case NotCurrent _ -> Future.succeededFuture(Replies.error(400,
                        "check-and-set parameter did not match the current version"));
                case Refused refused -> Future.succeededFuture(refused(refused.reason()));
                default -> Future.failedFuture(failure);
            };
        }

        private static HttpReply refused(ResultReason reason) {
            if (reason == ResultReason.ITEM_NOT_FOUND || reason == ResultReason.OBJECT_NOT_FOUND
                    || reason == ResultReason.OBJECT_DESTROYED) {
                return Replies.error(404);
            }
            return reason == ResultReason.PERMISSION_DENIED
                    ? Replies.error(403, "permission denied")
                    : Replies.error(500, "the key could not be served");
        }
    }
}
