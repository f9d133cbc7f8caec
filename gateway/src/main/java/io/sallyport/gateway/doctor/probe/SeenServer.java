package io.sallyport.gateway.doctor.probe;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Takes down the server's certificates and lets every one pass, so that the handshake shows all
 * that is wrong and not only the first. They are judged afterwards, and nothing but a name is
 * asked of a server that the database would not trust. For one connection.
 */
final class SeenServer extends X509ExtendedTrustManager {
    private List<X509Certificate> chain = List.of();

    /** The server's certificate first; none before the handshake has come that far. */
    List<X509Certificate> chain() {
        return chain;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType, Socket socket) {
        chain = List.of(shown);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType, SSLEngine engine) {
        chain = List.of(shown);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType) {
        chain = List.of(shown);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType, Socket socket) {
        throw notForClients();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType, SSLEngine engine) {
        throw notForClients();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType) {
        throw notForClients();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    private static IllegalStateException notForClients() {
        return new IllegalStateException("This is the side of a client.");
    }
}
