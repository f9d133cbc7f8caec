package io.sallyport.gateway.net.tls;

import io.sallyport.gateway.net.buffer.SecretMemory;
import io.vertx.core.net.SSLEngineOptions;
import io.vertx.core.spi.tls.SslContextFactory;

/** Makes a Vert.x server use {@link SecretSslHandler}. */
public final class SecretEngineOptions extends SSLEngineOptions {

    private static final String REJECT_RENEGOTIATION = "jdk.tls.rejectClientInitiatedRenegotiation";

    static {
        // Read once by the JDK, when its first handshake begins.
        System.setProperty(REJECT_RENEGOTIATION, "true");
    }

    private final SecretMemory memory;
    private final HandshakeWatch watch;

    /** Options of servers that take their buffers from this memory and report to this watch. */
    public SecretEngineOptions(SecretMemory memory, HandshakeWatch watch) {
        this.memory = memory;
        this.watch = watch;
    }

    @Override
    public SecretEngineOptions copy() {
        return new SecretEngineOptions(memory, watch);
    }

    @Override
    public SslContextFactory sslContextFactory() {
        return new SecretSslContextFactory(memory, watch);
    }
}
