package io.sallyport.gateway.admin;

import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.sallyport.gateway.net.http.HttpEndpoint;
import io.sallyport.gateway.net.http.HttpHead;
import io.sallyport.gateway.net.http.HttpPeer;
import io.sallyport.gateway.net.http.HttpRefusal;
import io.sallyport.gateway.net.http.HttpReply;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/**
 * For load balancers and monitors, who need no certificate: {@code /health/live} says that the
 * process answers, {@code /health/ready} whether it can serve keys, and if not, what the engine's
 * process does. Says nothing else to anybody.
 */
public final class HealthEndpoint implements HttpEndpoint {
    private static final String LIVE = "/health/live";
    private static final String READY = "/health/ready";
    private static final int SERVES = 200;
    private static final int DOES_NOT_SERVE = 503;

    private final BooleanSupplier ready;
    private final Supplier<String> engine;

    /**
     * An endpoint that asks whether keys can be served.
     *
     * @param engine one word about the engine's process
     */
    public HealthEndpoint(BooleanSupplier ready, Supplier<String> engine) {
        this.ready = ready;
        this.engine = engine;
    }

    @Override
    public boolean serves(String path) {
        return path.equals(LIVE) || path.equals(READY);
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public int bodyBytesMax() {
        return 0;
    }

    @Override
    public @Nullable HttpRefusal refuse(HttpHead head, HttpPeer peer) {
        return null;
    }

    @Override
    public Future<HttpReply> answer(HttpHead head, HttpPeer peer, ByteBuf body) {
        boolean up = head.path().equals(LIVE) || ready.getAsBoolean();
        JsonObject said = new JsonObject().put("status", up ? "up" : "down");
        if (!up) {
            said.put("engine", engine.get());
        }
        return Future.succeededFuture(HttpReply.text(up ? SERVES : DOES_NOT_SERVE,
                "application/json", said.encode()));
    }
}
