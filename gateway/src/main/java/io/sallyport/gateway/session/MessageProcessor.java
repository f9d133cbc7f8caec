package io.sallyport.gateway.session;

import java.nio.ByteBuffer;

import io.sallyport.gateway.identity.Subject;
import io.vertx.core.Future;

/** Answers KMIP messages. Called on event loops; never blocks. */
public interface MessageProcessor {

    /**
     * Answers one request message.
     *
     * <p>Whatever the message is, there is an answer to it; the future fails only if no answer may
     * leave (its audit record could not be written): the connection is closed then.
     *
     * @param peer address and port of the other side, for the audit log
     * @param frame the whole message in a direct buffer, which stays valid and unchanged until the
     *        answer was written or the future failed, and is erased after that
     */
    Future<Answer> process(Subject subject, String peer, ByteBuffer frame);

    /**
     * Whether the message may change state, told by a cheap look at its operation codes. Messages
     * of one connection that do not are processed concurrently; one that does waits for all before
     * it and holds back all after it. In doubt, true.
     *
     * @param frame as for {@link #process}; its position is left as it was
     */
    boolean changesState(ByteBuffer frame);

    /** A connection of this client is open; called on its event loop before its first message. */
    default void opened(Subject subject, ClientEndpoint endpoint) {}

    /** A connection is closed; called on its event loop after its last message. */
    default void closed(ClientEndpoint endpoint) {}

    /**
     * The client answered a request of the server.
     *
     * @param frame the whole message in a direct buffer, valid until the method returns
     */
    default void answered(ClientEndpoint endpoint, ByteBuffer frame) {}
}
