package io.sallyport.gateway.net;

import java.security.cert.X509Certificate;

import org.jspecify.annotations.Nullable;

/** Who is told of refused connections, for the audit log. Called on event loops; never blocks. */
@FunctionalInterface
public interface ConnectionEvents {

    /**
     * A connection was refused or cut by the server. Of refusals for too many connections at most
     * one in a second is told for each reason: a flood of connections is no flood of records.
     *
     * @param peer address and port of the other side
     * @param certificate the client's, as far as it showed one: where the reason is that it is
     *        expired or not trusted, the client did not prove that it has the key
     */
    void refused(String peer, Refusal reason, @Nullable X509Certificate certificate);
}
