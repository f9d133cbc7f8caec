package io.sallyport.gateway.admin;

import java.util.Set;
import java.util.function.BooleanSupplier;

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
 * process answers, {@code /health/ready} whether it can serve keys. Says nothing else to anybody.
 */
public final class HealthEndpoint implements HttpEndpoint {
    private static final String LIVE = "/health/live";
    private static final String READY = "/health/ready";
    private static final int SERVES = 200;
    private static final int DOES_NOT_SERVE = 503;

    private final BooleanSupplier ready;

    /** An endpoint that asks whether keys can be served. */
    public HealthEndpoint(BooleanSupplier ready) {
        this.ready = ready;
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
        return Future.succeededFuture(HttpReply.text(up ? SERVES : DOES_NOT_SERVE,
                "application/json", new JsonObject().put("status", up ? "up" : "down").encode()));
    }
}
