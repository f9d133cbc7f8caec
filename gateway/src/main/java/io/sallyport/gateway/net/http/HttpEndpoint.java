package io.sallyport.gateway.net.http;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.vertx.core.Future;

/**
 * What lies behind a path, or behind all paths that begin alike. Asked on event loops; never
 * blocks. The order for a request is: {@link #serves}, {@link #methods}, {@link #refuse}, the body
 * is read, {@link #answer}.
 */
public interface HttpEndpoint {

    /** Whether this path is its own. */
    boolean serves(String path);

    /** The methods it answers; others get 405. */
    Set<String> methods();

    /** The longest body it reads, in bytes; 0 if it reads none. A longer one gets 413. */
    int bodyBytesMax();

    /** Refuses a request before a byte of its body is kept; null to go on. */
    @Nullable
    HttpRefusal refuse(HttpHead head, HttpPeer peer);

    /**
     * Answers a request.
     *
     * @param body the whole body in an off-heap buffer, which stays valid and unchanged until the
     *        answer was written or the future failed, and is erased after that
     * @return the answer; fails with {@link RefusedRequest} to refuse, and with anything else if no
     *         answer may leave: the connection is closed then
     */
    Future<HttpReply> answer(HttpHead head, HttpPeer peer, ByteBuf body);
}
