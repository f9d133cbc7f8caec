package io.sallyport.gateway.net.tls;

import java.util.List;
import java.util.concurrent.Executor;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import io.sallyport.gateway.net.buffer.SecretMemory;

/**
 * A TLS handler that leaves no decrypted byte behind.
 *
 * <p>The JDK's engine decrypts a record in place, in the buffer that holds it. So every record is
 * moved into a heap block that the collector doesn't move, decrypted there, copied by the engine
 * to an off-heap buffer, and the block is erased before the next handler sees anything else. (With
 * off-heap records the engine's cipher would make temporary arrays that nobody erases.)
 */
final class SecretSslHandler extends SslHandler {

    private static final int RECORD_HEADER_BYTES = 5;
    private static final int CONTENT_TYPE_FIRST = 20;
    private static final int CONTENT_TYPE_LAST = 23;
    private static final int PROTOCOL_MAJOR = 3;

    private final SecretMemory memory;
    private final HandshakeWatch watch;

    SecretSslHandler(SSLEngine engine, boolean startTls, Executor tasks, SecretMemory memory,
            HandshakeWatch watch) {
        super(engine, startTls, tasks);
        this.memory = memory;
        this.watch = watch;
        setCumulator(MERGE_CUMULATOR);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) throws Exception {
        ctx.channel().config().setAllocator(memory.allocatorOf(ctx.channel().eventLoop()));
        boolean admitted = watch.admit(ctx.channel());
        if (admitted) {
            handshakeFuture().addListener(done -> {
                if (!done.isSuccess()) {
                    watch.failed(ctx.channel(), done.cause());
                }
            });
        }
        super.handlerAdded(ctx);
        if (!admitted) {
            ctx.channel().unsafe().close(ctx.voidPromise());
        }
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
            throws SSLException {
        int length = nextRecordBytes(in);
        if (length == 0) {
            return;
        }
        ByteBuf block = ctx.alloc().heapBuffer(length, length);
        try {
            block.writeBytes(in, in.readerIndex(), length);
            super.decode(ctx, block, out);
            if (in.refCnt() > 0) {
                in.skipBytes(block.readerIndex());
            }
        } finally {
            block.release();
        }
    }

    /**
     * How many bytes to hand on: one record; nothing while it is incomplete; everything if this is
     * no record, so that the superclass refuses it.
     */
    private static int nextRecordBytes(ByteBuf in) {
        int readable = in.readableBytes();
        if (readable < RECORD_HEADER_BYTES) {
            return 0;
        }
        int start = in.readerIndex();
        int type = in.getUnsignedByte(start);
        if (type < CONTENT_TYPE_FIRST || type > CONTENT_TYPE_LAST
                || in.getUnsignedByte(start + 1) != PROTOCOL_MAJOR) {
            return readable;
        }
        int length = RECORD_HEADER_BYTES + in.getUnsignedShort(start + 3);
        return readable < length ? 0 : length;
    }
}
