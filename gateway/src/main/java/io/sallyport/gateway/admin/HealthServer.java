package io.sallyport.gateway.admin;

import java.util.function.BooleanSupplier;

import javax.net.ssl.KeyManagerFactory;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.KeyCertOptions;

/**
 * HTTPS for load balancers and monitors: {@code /health/live} says that the process answers,
 * {@code /health/ready} whether it can serve keys. Says nothing else to anybody.
 */
public final class HealthServer {
    private static final int READY = 200;
    private static final int NOT_READY = 503;
    private static final int NOT_FOUND = 404;
    private static final int IDLE_SECONDS = 60;

    private final HttpServer server;
    private final BooleanSupplier ready;

    /** A server with this key and certificate that does not listen yet. */
    public HealthServer(Vertx vertx, KeyManagerFactory identity, BooleanSupplier ready) {
        this.ready = ready;
        this.server = vertx.createHttpServer(
                new HttpServerOptions().setSsl(true)
                        .setKeyCertOptions(KeyCertOptions.wrap(identity))
                        .setIdleTimeout(IDLE_SECONDS))
                .requestHandler(this::answer);
    }

    /** Listens; succeeds with the port. */
    public Future<Integer> start(String host, int port) {
        return server.listen(port, host).map(HttpServer::actualPort);
    }

    /** Stops listening. */
    public Future<Void> stop() {
        return server.close();
    }

    private void answer(HttpServerRequest request) {
        boolean readable = request.method().equals(HttpMethod.GET);
        if (readable && "/health/live".equals(request.path())) {
            answer(request, READY, "up");
        } else if (readable && "/health/ready".equals(request.path())) {
            boolean up = ready.getAsBoolean();
            answer(request, up ? READY : NOT_READY, up ? "up" : "down");
        } else {
            answer(request, NOT_FOUND, "unknown");
        }
    }

    private static void answer(HttpServerRequest request, int code, String status) {
        request.response().setStatusCode(code).putHeader("content-type", "application/json")
                .end(new JsonObject().put("status", status).toBuffer());
    }
}
