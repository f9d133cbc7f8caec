package io.sallyport.gateway.net;

import java.security.cert.X509Certificate;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Future;

/** Tells of refusals that are answered: the answer may leave only when the record is durable. */
@FunctionalInterface
public interface RefusalLog {

    /**
     * Records a refusal. Called on event loops; never blocks.
     *
     * @param peer address and port of the other side
     * @param certificate the client's, if it was verified
     * @return succeeds when the record is durable; fails if it could not be written
     */
    Future<Void> record(String peer, Refusal reason, @Nullable X509Certificate certificate);
}
