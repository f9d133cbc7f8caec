package io.sallyport.gateway.net.tls;

import java.util.LinkedHashSet;

import javax.net.ssl.SSLException;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslProvider;
import io.sallyport.gateway.net.buffer.SecretMemory;
import io.vertx.core.spi.tls.DefaultSslContextFactory;

/** Makes {@link SecretSslContext}s over the JDK's TLS engine. */
final class SecretSslContextFactory extends DefaultSslContextFactory {

    private static final int SESSION_SECONDS = 3600;

    private final SecretMemory memory;
    private final HandshakeWatch watch;

    SecretSslContextFactory(SecretMemory memory, HandshakeWatch watch) {
        super(SslProvider.JDK, false);
        this.memory = memory;
        this.watch = watch;
    }

    @Override
    public SslContext create() throws SSLException {
        super.enabledCipherSuites(new LinkedHashSet<>(ServedTls.SUITES));
        SslContext context = super.create();
        context.sessionContext().setSessionTimeout(SESSION_SECONDS);
        return new SecretSslContext(context, memory, watch);
    }
}
