package io.sallyport.gateway.net;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.session.Answer;
import io.sallyport.gateway.session.ClientEndpoint;
import io.sallyport.gateway.session.MessageProcessor;

/**
 * One authenticated connection: cuts what was decrypted into messages, has them answered, and
 * writes the answers in the order of the requests, as many in one TLS record as fit. Runs on the
 * connection's event loop, and takes the place of Vert.x's own handler, which would copy bytes.
 */
final class KmipFrameHandler extends ChannelInboundHandlerAdapter
        implements
            ServedConnection,
            ClientEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(KmipFrameHandler.class);

    private final LoopState loop;
    private final ChannelHandlerContext ctx;
    private final X509Certificate[] chain;
    private final FrameReader reader;
    private final ExchangeQueue queue;
    private final MessageProcessor processor;
    private final String peer;
    /** Requests of the server that are not written yet. */
    private final Deque<Answer> asking = new ArrayDeque<>();
    /** Requests of the server that were written and have no answer. */
    private int awaited;

    private boolean closed;
    private boolean draining;
    private boolean paused;
    private boolean flushScheduled;
    private long messageBegan;
    private long stalledSince;
    private long lastActivity = System.nanoTime();
    private long lastResolved = lastActivity;

    /**
     * @param context of the pipeline's last handler, before which this one is added
     * @param chain the client's certificates, its own first
     */
    KmipFrameHandler(LoopState loop, MessageProcessor processor, ChannelHandlerContext context,
            Subject subject, X509Certificate[] chain) {
        this.loop = loop;
        this.ctx = context;
        this.chain = chain;
        this.peer = ConnectionGate.peerOf(context.channel());
        this.reader = new FrameReader(context.alloc(), loop.limits().messageBytesMax(),
                () -> awaited > 0);
        this.queue = new ExchangeQueue(loop, processor, subject, peer, this::answered);
        loop.add(this);
        this.processor = processor;
        processor.opened(subject, this);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closed || !(message instanceof ByteBuf bytes)) {
            ReferenceCountUtil.release(message);
            return;
        }
        lastActivity = System.nanoTime();
        loop.metrics().bytesIn.add(bytes.readableBytes());
        reader.feed(bytes);
        readMessages();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (flushScheduled) {
            flush();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            stalledSince = 0;
            flush();
            resume();
        } else {
            stalledSince = System.nanoTime();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        // Vert.x would close at once when its server shuts down; drain() does it when all is said.
        ReferenceCountUtil.release(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        erase();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        erase();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("The connection from {} broke: {}", ConnectionGate.peerOf(context.channel()),
                cause.getClass().getSimpleName());
        close();
    }

    @Override
    public void resume() {
        ConnectionLimits limits = loop.limits();
        if (!paused || closed || draining || !ctx.channel().isWritable()
                || queue.size() > limits.inFlightPerConnection() / 2) {
            return;
        }
        paused = false;
        messageBegan = System.nanoTime();
        readMessages();
        if (!paused && !closed) {
            ctx.channel().config().setAutoRead(true);
        }
    }

    @Override
    public void drain() {
        draining = true;
        pause();
        closeIfDrained();
    }

    @Override
    public void check(long now) {
        ConnectionLimits limits = loop.limits();
        if (stalledSince != 0 && isOver(limits.readTimeout(), stalledSince, now)) {
            refuse(Refusal.WRITE_TIMEOUT);
        } else if (!paused && reader.isWithinMessage()
                && isOver(limits.readTimeout(), messageBegan, now)) {
            refuse(Refusal.READ_TIMEOUT);
        } else if (queue.size() == 0 && !reader.isWithinMessage()
                && isOver(limits.idleTimeout(), lastActivity, now)) {
            close();
        } else if (isOver(limits.subjectRecheck(), lastResolved, now)) {
            lastResolved = now;
            if (loop.resolve(chain).isEmpty()) {
                refuse(Refusal.CLIENT_REVOKED);
            }
        }
    }

    private void readMessages() {
        try {
            boolean wasWithin = reader.isWithinMessage();
            boolean sawWhole = takeMessages();
            if (reader.isWithinMessage() && (sawWhole || !wasWithin)) {
                messageBegan = System.nanoTime();
            }
            queue.startReady();
            if (reader.isWithinMessage() && loop.memoryExhausted()) {
                refuse(Refusal.MEMORY_EXHAUSTED);
            }
        } catch (FrameFault e) {
            refuse(e.refusal());
        }
    }

    /** True if there was at least one whole message. */
    private boolean takeMessages() throws FrameFault {
        boolean sawWhole = false;
        while (!closed && !draining) {
            if (queue.size() >= loop.limits().inFlightPerConnection()) {
                pause();
                return sawWhole;
            }
            if (!loop.hasRoom()) {
                pause();
                loop.waitForRoom(this);
                return sawWhole;
            }
            ByteBuf frame = reader.next();
            if (frame == null) {
                return sawWhole;
            }
            sawWhole = true;
            loop.metrics().framesIn.increment();
            if (FrameReader.isAnswer(frame)) {
                confirm(frame);
            } else {
                queue.add(frame);
            }
        }
        return sawWhole;
    }

    /** The peer answered a request of the server. */
    private void confirm(ByteBuf frame) {
        awaited--;
        try {
            processor.answered(this, frame.nioBuffer());
        } finally {
            frame.release();
        }
    }

    @Override
    public String peer() {
        return peer;
    }

    @Override
    public void send(Answer request) {
        ctx.channel().eventLoop().execute(() -> {
            if (closed) {
                request.release();
            } else {
                asking.add(request);
                flush();
            }
        });
    }

    /** The next request of the server; null if there is none. */
    private @Nullable ByteBuf encodeAsking() {
        Answer request = asking.poll();
        if (request == null) {
            return null;
        }
        int bytes = request.length();
        ByteBuf out = ctx.alloc().directBuffer(bytes, bytes);
        request.writeTo(out.nioBuffer(0, bytes));
        out.writerIndex(bytes);
        request.release();
        awaited++;
        return out;
    }

    private void pause() {
        if (!paused) {
            paused = true;
            ctx.channel().config().setAutoRead(false);
        }
    }

    private void answered() {
        if (!closed && !flushScheduled) {
            flushScheduled = true;
            ctx.channel().eventLoop().execute(this::flushIfScheduled);
        }
    }

    private void flushIfScheduled() {
        if (flushScheduled) {
            flush();
        }
    }

    /** Writes the answers that are ready and whose predecessors are written. */
    private void flush() {
        flushScheduled = false;
        while (!closed && ctx.channel().isWritable()) {
            ByteBuf answers = queue.encodeReady(ctx.alloc());
            if (answers == null) {
                answers = encodeAsking();
            }
            if (answers == null) {
                break;
            }
            lastActivity = System.nanoTime();
            loop.metrics().bytesOut.add(answers.readableBytes());
            loop.metrics().writes.increment();
            // Flushed one by one: the TLS handler would cut answers anew if there were several.
            ChannelFuture _ = ctx.writeAndFlush(answers);
        }
        if (closed) {
            return;
        }
        if (queue.isBroken()) {
            close();
            return;
        }
        closeIfDrained();
        resume();
    }

    private void closeIfDrained() {
        if (draining && queue.size() == 0) {
            close();
        }
    }

    private void refuse(Refusal reason) {
        if (!closed) {
            loop.gate().refuse(ctx.channel(), reason, chain[0]);
            close();
        }
    }

    private void close() {
        erase();
        ChannelFuture _ = ctx.close();
    }

    private void erase() {
        if (!closed) {
            closed = true;
            loop.remove(this);
            reader.release();
            queue.abandon();
            asking.forEach(Answer::release);
            asking.clear();
            processor.closed(this);
        }
    }

    private static boolean isOver(Duration limit, long since, long now) {
        return now - since > limit.toNanos();
    }
}
