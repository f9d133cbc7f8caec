package io.sallyport.gateway.net.tls;

import java.util.LinkedHashSet;
import java.util.List;

import javax.net.ssl.SSLException;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslProvider;
import io.sallyport.gateway.net.buffer.SecretMemory;
import io.vertx.core.spi.tls.DefaultSslContextFactory;

/** Makes {@link SecretSslContext}s over the JDK's TLS engine. */
final class SecretSslContextFactory extends DefaultSslContextFactory {

    private static final int SESSION_SECONDS = 3600;

    /**
     * In the order of preference. Authenticated encryption with forward secrecy only, and only the
     * ciphers of which it is known what they leave in memory.
     */
    private static final List<String> SUITES = List.of("TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

    private final SecretMemory memory;
    private final HandshakeWatch watch;

    SecretSslContextFactory(SecretMemory memory, HandshakeWatch watch) {
        super(SslProvider.JDK, false);
        this.memory = memory;
        this.watch = watch;
    }

    @Override
    public SslContext create() throws SSLException {
        super.enabledCipherSuites(new LinkedHashSet<>(SUITES));
        SslContext context = super.create();
        context.sessionContext().setSessionTimeout(SESSION_SECONDS);
        return new SecretSslContext(context, memory, watch);
    }
}
