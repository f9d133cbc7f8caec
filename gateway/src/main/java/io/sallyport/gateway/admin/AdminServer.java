package io.sallyport.gateway.admin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.sallyport.gateway.identity.PrivateFiles;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.net.buffer.SecretMemory;
import io.sallyport.gateway.port.UserPort;
import io.sallyport.gateway.session.Answer;
import io.sallyport.gateway.session.MessageProcessor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;

/**
 * HTTP over the Unix socket {@code admin.sock}: JSON for clients, audit log, domain keys and status; KMIP
 * messages of the operator for keys. Only the user of the gateway reaches the socket.
 */
public final class AdminServer {
    private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);
    private static final int BODY_BYTES_MAX = 1 << 20;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int REFUSED = 409;
    private static final int FAILED = 500;

    private final Vertx vertx;
    private final Administration administration;
    private final EngineAdministration engine;
    private final Diagnostics diagnostics;
    private final MessageProcessor processor;
    private final SecretMemory memory;
    private final Supplier<Future<JsonObject>> status;
    private final HttpServer server;

    /** A server that does not listen yet. */
    public AdminServer(Vertx vertx, Administration administration,
            EngineAdministration engine, Diagnostics diagnostics, MessageProcessor processor,
            SecretMemory memory, Supplier<Future<JsonObject>> status) {
        this.vertx = vertx;
        this.administration = administration;
        this.engine = engine;
        this.diagnostics = diagnostics;
        this.processor = processor;
        this.memory = memory;
        this.status = status;
        this.server = vertx.createHttpServer().requestHandler(this::route);
    }

    /** Listens at the socket; an old one of a process that is gone is replaced. */
    public Future<Void> start(Path socket) {
        try {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            return Future.failedFuture(e);
        }
        return server.listen(SocketAddress.domainSocketAddress(socket.toString()))
                .compose(_ -> {
                    try {
                        Files.setPosixFilePermissions(socket, PrivateFiles.PRIVATE_MODE);
                        return Future.succeededFuture();
                    } catch (IOException e) {
                        return Future.failedFuture(e);
                    }
                });
    }

    /** Stops listening. */
    public Future<Void> stop() {
        return server.close();
    }

    private void route(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            if (body.length() > BODY_BYTES_MAX) {
                answer(request, BAD_REQUEST, error("The request is too large."));
            } else {
                dispatch(request, body);
            }
        });
    }

    private void dispatch(HttpServerRequest request, Buffer body) {
        String route = request.method() + " " + request.path();
        switch (route) {
            case "GET /status" -> reply(request, status.get());
            case "GET /clients" -> reply(request, act(() -> new JsonObject().put("clients",
                    AdminJson.clients(administration.clients()))));
            case "POST /clients" -> reply(request, act(() -> {
                administration.enrol(AdminJson.client(body.toJsonObject()));
                return new JsonObject();
            }));
            case "POST /clients/revoke" -> reply(request, act(() -> {
                administration.revoke(body.toJsonObject().getString("client"));
                return new JsonObject();
            }));
            case "GET /users" -> reply(request, act(() -> new JsonObject().put("users",
                    AdminJson.users(administration.users()))));
            case "POST /users" -> reply(request, act(() -> {
                administration.addUser(AdminJson.user(body.toJsonObject()));
                return new JsonObject();
            }));
            case "POST /users/remove" -> reply(request, act(() -> {
                JsonObject user = body.toJsonObject();
                administration.removeUser(user.getString("partition"),
                        UserPort.Kind.valueOf(user.getString("kind")), user.getString("name"));
                return new JsonObject();
            }));
            case "GET /tokens" -> reply(request, act(() -> new JsonObject().put("tokens",
                    AdminJson.tokens(administration.tokens()))));
            case "POST /tokens" -> reply(request, act(() -> {
                administration.addToken(AdminJson.token(body.toJsonObject()));
                return new JsonObject();
            }));
            case "POST /tokens/renew" -> reply(request, act(() -> {
                JsonObject token = body.toJsonObject();
                administration.renewToken(token.getString("name"), token.getLong("expires"));
                return new JsonObject();
            }));
            case "POST /tokens/revoke" -> reply(request, act(() -> {
                administration.revokeToken(body.toJsonObject().getString("name"));
                return new JsonObject();
            }));
            case "POST /audit/verify" ->
                reply(request, act(() -> AdminJson.audit(administration.verifyAudit())));
            case "GET /engine" -> reply(request, act(engine::engine));
            case "GET /engine/rewrap" ->
                reply(request, act(() -> AdminJson.progress(engine.rewrapProgress())));
            case "POST /engine/rewrap" -> reply(request, act(() -> {
                engine.rewrap();
                return new JsonObject();
            }));
            case "POST /engine/test" ->
                reply(request, act(() -> AdminJson.selfTest(engine.selfTest())));
            case "POST /engine/seal" -> reply(request, act(() -> {
                engine.seal();
                return new JsonObject();
            }));
            case "POST /engine/unseal" -> reply(request, act(() -> {
                engine.unseal();
                return new JsonObject();
            }));
            case "POST /engine/rotate" ->
                reply(request, act(() -> new JsonObject().put("term", engine.rotateTerm())));
            case "POST /engine/retire" -> reply(request, act(() -> {
                engine.retireTerm(body.toJsonObject().getInteger("term"));
                return new JsonObject();
            }));
            case "GET /refused/connections" -> reply(request,
                    act(() -> new JsonObject().put("connections",
                            RefusalJson.connections(diagnostics.refusedConnections()))));
            case "POST /refused/operations" -> reply(request, act(() -> {
                JsonObject asked = body.toJsonObject();
                return new JsonObject().put("operations", RefusalJson.operations(
                        diagnostics.refusedOperations(asked.getString("client"),
                                asked.getLong("since"))));
            }));
            case "GET /clock-steps" -> reply(request, act(() -> new JsonObject().put("steps",
                    RefusalJson.steps(diagnostics.clockSteps()))));
            case "POST /kmip" -> kmip(request, body);
            default -> answer(request, NOT_FOUND, error("There is no " + route + "."));
        }
    }

    private Future<JsonObject> act(Callable<JsonObject> act) {
        return vertx.executeBlocking(act, false).map(Objects::requireNonNull);
    }

    /** The operator's message goes the way of every message; only its subject is another. */
    private void kmip(HttpServerRequest request, Buffer body) {
        String partition = request.getParam("partition", "default");
        ByteBuf frame = memory.allocatorOf(loop()).directBuffer(Math.max(body.length(), 1));
        frame.writeBytes(body.getBytes());
        ByteBuffer view = frame.nioBuffer();
        processor.process(Subject.operator(partition), "local", view).onComplete(result -> {
            try {
                if (result.succeeded()) {
                    request.response().putHeader("content-type", "application/octet-stream")
                            .end(written(result.result()));
                } else {
                    answer(request, FAILED, error(
                            "Nothing was changed, because it can't be audited: "
                                    + result.cause().getMessage()));
                }
            } finally {
                frame.release();
            }
        });
    }

    private static EventLoop loop() {
        return ContextInternal.current().nettyEventLoop();
    }

    /** The operator's role never gets key material, so the answer may lie in ordinary memory. */
    private static Buffer written(Answer answer) {
        try {
            ByteBuffer out = ByteBuffer.allocateDirect(answer.length());
            answer.writeTo(out);
            byte[] bytes = new byte[out.flip().remaining()];
            out.get(bytes);
            return Buffer.buffer(bytes);
        } finally {
            answer.release();
        }
    }

    private static void reply(HttpServerRequest request, Future<JsonObject> result) {
        result.onSuccess(json -> answer(request, OK, json)).onFailure(cause -> {
            if (cause instanceof AdminException refusal) {
                answer(request, REFUSED, error(String.valueOf(refusal.getMessage())));
            } else {
                LOG.warn("{} {} failed.", request.method(), request.path(), cause);
                answer(request, request.method().equals(HttpMethod.GET) ? FAILED : BAD_REQUEST,
                        error("The request failed; the gateway's log says why."));
            }
        });
    }

    private static JsonObject error(String sentence) {
        return new JsonObject().put("error", sentence);
    }

    private static void answer(HttpServerRequest request, int code, JsonObject json) {
        request.response().setStatusCode(code).putHeader("content-type", "application/json")
                .end(json.toBuffer());
    }
}
