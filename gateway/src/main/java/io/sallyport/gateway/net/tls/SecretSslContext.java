package io.sallyport.gateway.net.tls;

import java.util.concurrent.Executor;

import javax.net.ssl.SSLEngine;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.sallyport.gateway.net.buffer.SecretMemory;

/** A TLS context whose handlers are {@link SecretSslHandler}s. */
final class SecretSslContext extends DelegatingSslContext {

    private final SecretMemory memory;
    private final HandshakeWatch watch;

    SecretSslContext(SslContext context, SecretMemory memory, HandshakeWatch watch) {
        super(context);
        this.memory = memory;
        this.watch = watch;
    }

    @Override
    protected void initEngine(SSLEngine engine) {
        // Protocols are set by Vert.x, suites and client authentication by the factory.
    }

    @Override
    protected SslHandler newHandler(ByteBufAllocator alloc, boolean startTls, Executor executor) {
        return new SecretSslHandler(newEngine(alloc), startTls, executor, memory, watch);
    }

    @Override
    protected SslHandler newHandler(ByteBufAllocator alloc, String peerHost, int peerPort,
            boolean startTls, Executor executor) {
        return new SecretSslHandler(newEngine(alloc, peerHost, peerPort), startTls, executor,
                memory, watch);
    }
}
