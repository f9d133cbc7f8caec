package io.sallyport.gateway.session;

/** The client's end of a connection on which the server may ask as well. Safe for every thread. */
public interface ClientEndpoint {

    /** Address and port of the client; no other open connection has the same. */
    String peer();

    /**
     * Sends a request of the server, in the order of the calls. It is let go of when it was
     * written or the connection is closed.
     */
    void send(Answer request);
}
