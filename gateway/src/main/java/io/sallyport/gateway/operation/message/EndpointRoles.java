package io.sallyport.gateway.operation.message;

import io.sallyport.gateway.identity.Subject;
import io.sallyport.kmip.model.KmipVersion;

/** Which role the server plays on which connection. Safe for every thread. */
public interface EndpointRoles {

    /**
     * From now on the server asks on this connection: it tells the client of new and changed
     * objects that the client may get.
     *
     * @param peer address and port of the client
     * @return false if there is no such connection that could be asked on
     */
    boolean ask(String peer, Subject subject, KmipVersion version);

    /** From now on the server only answers on this connection. */
    void answerOnly(String peer);
}
