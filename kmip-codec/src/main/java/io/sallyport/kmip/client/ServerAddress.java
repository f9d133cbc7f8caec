package io.sallyport.kmip.client;

/** Where a server listens. */
public record ServerAddress(String host, int port) {

    /** The port that IANA gave to KMIP. */
    public static final int DEFAULT_PORT = 5696;

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
