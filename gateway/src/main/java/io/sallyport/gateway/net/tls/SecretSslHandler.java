package io.sallyport.gateway.net.tls;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.netty.util.concurrent.Future;
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
    private long lastHeard = System.nanoTime();
    private boolean cutForSilence;
    /** The start of what the peer said first, until its handshake is over. */
    private byte @Nullable [] opening;

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
        super.handlerAdded(ctx);
        if (!admitted) {
            ctx.channel().unsafe().close(ctx.voidPromise());
            return;
        }
        Future<?> listening = checkSilenceIn(ctx,
                TimeUnit.MILLISECONDS.toNanos(watch.silenceMillisMax()));
        handshakeFuture().addListener(done -> {
            listening.cancel(false);
            if (!done.isSuccess() && !cutForSilence) {
                watch.failed(ctx.channel(), done.cause(), FirstFlight.of(opening));
            }
            opening = null;
        });
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        lastHeard = System.nanoTime();
        super.channelRead(ctx, message);
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
            throws SSLException {
        int length = nextRecordBytes(in);
        if (length == 0) {
            return;
        }
        if (opening == null && !handshakeFuture().isDone()) {
            opening =
                    new byte[Math.min(length, FirstFlight.bytesMax(in.getByte(in.readerIndex())))];
            in.getBytes(in.readerIndex(), opening);
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

    private Future<?> checkSilenceIn(ChannelHandlerContext ctx, long nanos) {
        return ctx.executor().schedule(() -> checkSilence(ctx), nanos, TimeUnit.NANOSECONDS);
    }

    /** What the peer has sent was read before this runs, however busy the event loop is. */
    private void checkSilence(ChannelHandlerContext ctx) {
        long left = TimeUnit.MILLISECONDS.toNanos(watch.silenceMillisMax())
                - (System.nanoTime() - lastHeard);
        if (handshakeFuture().isDone()) {
            return;
        }
        if (left > 0) {
            Future<?> _ = checkSilenceIn(ctx, left);
            return;
        }
        cutForSilence = true;
        watch.failed(ctx.channel(), new SslHandshakeTimeoutException("The peer is silent."),
                FirstFlight.of(opening));
        ChannelFuture _ = ctx.close();
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
