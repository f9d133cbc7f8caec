package io.sallyport.gateway;

import java.nio.ByteBuffer;
import java.time.Clock;

import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.gateway.port.JournalPort;
import io.sallyport.gateway.port.ObjectPort;
import io.sallyport.gateway.session.Answer;
import io.sallyport.gateway.session.MessageProcessor;
import io.vertx.core.Future;

/** The processor of messages on the gateway's ports. */
final class Processing implements MessageProcessor {
    private Processing() {}

    static MessageProcessor create(ObjectPort objects, EnginePort engine, JournalPort journal,
            Clock clock) {
        return new Processing();
    }

    @Override
    public Future<Answer> process(Subject subject, String peer, ByteBuffer frame) {
        return Future.failedFuture("Operations are not part of this build.");
    }

    @Override
    public boolean changesState(ByteBuffer frame) {
        return true;
    }
}
