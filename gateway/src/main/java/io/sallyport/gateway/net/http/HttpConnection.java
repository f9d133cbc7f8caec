package io.sallyport.gateway.net.http;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.net.ConnectionGate;
import io.sallyport.gateway.net.LoopState;
import io.sallyport.gateway.net.Refusal;
import io.sallyport.gateway.net.RefusalLog;
import io.sallyport.gateway.net.ServedConnection;
import io.vertx.core.AsyncResult;

/**
 * One HTTP connection: gathers a request's body in a secret buffer, has it answered, and only then
 * looks at the next request. Runs on the connection's event loop, and takes the place of Vert.x's
 * own handler, which would copy bytes.
 */
final class HttpConnection extends ChannelInboundHandlerAdapter implements ServedConnection {

    private static final Logger LOG = LoggerFactory.getLogger(HttpConnection.class);

    /** How long a refused peer may go on sending, so that it gets to read why. */
    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final Duration ANONYMOUS_IDLE = Duration.ofMinutes(1);
    private static final int PART_BYTES_MIN = 512;

    private static final HttpRefusal NOT_FOUND = HttpRefusal.mild(404,
            "There is nothing here.", Refusal.PATH_UNKNOWN);
    private static final HttpRefusal TOO_LONG = HttpRefusal.closing(413,
            "The body is too long.", Refusal.MESSAGE_TOO_LONG);
    private static final HttpRefusal TOO_SLOW = HttpRefusal.closing(408,
            "The request took too long.", Refusal.READ_TIMEOUT);
    private static final HttpRefusal NO_MEMORY = HttpRefusal.closing(503,
            "The server is busy.", Refusal.MEMORY_EXHAUSTED);

    /** What the connection is about. */
    private enum Phase {
        /** The next request's head is to come. */
        AWAITING,
        /** The body of an accepted request is to come. */
        GATHERING,
        /** A whole request is being answered. */
        ANSWERING,
        /** The last answer was written; what still comes is erased. */
        LINGERING,
        /** It is over. */
        CLOSED
    }

    private final LoopState loop;
    private final ChannelHandlerContext ctx;
    private final StrictRequestDecoder decoder;
    private final List<HttpEndpoint> endpoints;
    private final RefusalLog refusals;
    private final X509Certificate[] chain;
    private final boolean known;
    private final Deque<HttpObject> unread = new ArrayDeque<>();

    private Phase phase = Phase.AWAITING;
    private ByteBuf body = Unpooled.EMPTY_BUFFER;
    private @Nullable Accepted accepted;
    private boolean keepsAlive;
    private boolean bodyPending;
    private boolean running;
    private boolean advancing;
    private boolean draining;
    private boolean paused;
    private long stalledSince;
    private long lastActivity = System.nanoTime();
    private long lastResolved = lastActivity;

    /** A request whose body is wanted. */
    private record Accepted(HttpEndpoint endpoint, HttpHead head, HttpPeer peer) {}

    /**
     * @param context of the pipeline's last handler, before which this one is added
     * @param chain the client's certificates, its own first; empty if it has shown none
     * @param known whether the client is enrolled
     */
    HttpConnection(LoopState loop, ChannelHandlerContext context, StrictRequestDecoder decoder,
            HttpsListener.Served served, X509Certificate[] chain, boolean known) {
        this.loop = loop;
        this.ctx = context;
        this.decoder = decoder;
        this.endpoints = served.endpoints();
        this.refusals = served.refusals();
        this.chain = chain;
        this.known = known;
        loop.add(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (phase == Phase.CLOSED || phase == Phase.LINGERING
                || !(message instanceof HttpObject part)) {
            ReferenceCountUtil.release(message);
            return;
        }
        lastActivity = System.nanoTime();
        unread.add(part);
        advance();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            stalledSince = 0;
            advance();
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
        advance();
    }

    @Override
    public void drain() {
        draining = true;
        if (phase == Phase.AWAITING || phase == Phase.GATHERING) {
            close();
        }
    }

    @Override
    public void check(long now) {
        Duration patience = loop.limits().readTimeout();
        if (phase == Phase.LINGERING && isOver(LINGER, lastActivity, now)) {
            close();
        } else if (stalledSince != 0 && isOver(patience, stalledSince, now)) {
            cut(Refusal.WRITE_TIMEOUT);
        } else if (isReading() && decoder.isWithinRequest()) {
            if (isOver(patience, decoder.requestBegan(), now)) {
                refuse(TOO_SLOW);
            }
        } else if (phase == Phase.AWAITING && isOver(idleTimeout(), lastActivity, now)) {
            close();
        } else if (known && isOver(loop.limits().subjectRecheck(), lastResolved, now)) {
            lastResolved = now;
            if (loop.resolve(chain).isEmpty()) {
                cut(Refusal.CLIENT_REVOKED);
            }
        }
    }

    private boolean isReading() {
        return !paused && (phase == Phase.AWAITING || phase == Phase.GATHERING);
    }

    private Duration idleTimeout() {
        Duration idle = loop.limits().idleTimeout();
        return known || idle.compareTo(ANONYMOUS_IDLE) < 0 ? idle : ANONYMOUS_IDLE;
    }

    /** Takes what has come, until a request has to be answered first. */
    private void advance() {
        if (advancing) {
            return;
        }
        advancing = true;
        try {
            while (!unread.isEmpty() && isTaking()) {
                HttpObject part = unread.remove();
                try {
                    take(part);
                } finally {
                    ReferenceCountUtil.release(part);
                }
            }
        } finally {
            advancing = false;
        }
        setReading(unread.isEmpty());
    }

    private boolean isTaking() {
        if (phase == Phase.AWAITING && !loop.hasRoom()) {
            loop.waitForRoom(this);
            return false;
        }
        return (phase == Phase.AWAITING || phase == Phase.GATHERING)
                && ctx.channel().isWritable();
    }

    private void setReading(boolean reading) {
        if (phase != Phase.CLOSED && paused == reading) {
            paused = !reading;
            ctx.channel().config().setAutoRead(reading);
        }
    }

    private void take(HttpObject part) {
        if (part instanceof HttpRequest request) {
            begin(request);
        } else if (part instanceof HttpContent content) {
            gather(content);
        }
    }

    private void begin(HttpRequest request) {
        keepsAlive = HttpRules.keepsAlive(request);
        HttpRefusal malformed = HttpRules.check(request);
        if (malformed != null) {
            bodyPending = true; // as far as anybody can tell
            keepsAlive = false;
            refuse(malformed);
            return;
        }
        bodyPending = HttpRules.bodyBytes(request) != 0;
        HttpHead head = HttpHead.of(request);
        HttpEndpoint endpoint = endpoints.stream().filter(one -> one.serves(head.path()))
                .findFirst().orElse(null);
        if (endpoint == null) {
            refuse(NOT_FOUND);
            return;
        }
        Subject subject = chain.length == 0 ? null : loop.resolve(chain).orElse(null);
        HttpPeer peer = new HttpPeer(ConnectionGate.peerOf(ctx.channel()),
                chain.length == 0 ? null : chain[0], subject);
        HttpRefusal refusal = refusal(endpoint, head, peer);
        if (refusal != null) {
            refuse(refusal);
            return;
        }
        accepted = new Accepted(endpoint, head, peer);
        phase = Phase.GATHERING;
        if (bodyPending && HttpUtil.is100ContinueExpected(request)) {
            ChannelFuture _ = ctx.writeAndFlush(HttpWriter.writeContinue(ctx.alloc()));
        }
    }

    private static @Nullable HttpRefusal refusal(HttpEndpoint endpoint, HttpHead head,
            HttpPeer peer) {
        if (!endpoint.methods().contains(head.method())) {
            return new HttpRefusal(405, "This method is not served here.",
                    Map.of("allow", String.join(", ", endpoint.methods())),
                    Refusal.METHOD_UNKNOWN, false);
        }
        HttpRefusal refusal = endpoint.refuse(head, peer);
        return refusal == null && HttpRules.bodyBytes(head.request()) > endpoint.bodyBytesMax()
                ? TOO_LONG
                : refusal;
    }

    private void gather(HttpContent content) {
        if (content.decoderResult().isFailure()) {
            keepsAlive = false;
            refuse(HttpRules.malformed(content.decoderResult().cause()));
            return;
        }
        boolean last = content instanceof LastHttpContent;
        if (last) {
            decoder.requestEnded();
            bodyPending = false;
        }
        Accepted request = accepted;
        if (phase != Phase.GATHERING || request == null) {
            return; // the end of a request that was refused
        }
        ByteBuf part = content.content();
        if (body.readableBytes() + part.readableBytes() > request.endpoint().bodyBytesMax()) {
            refuse(TOO_LONG);
            return;
        }
        if (part.isReadable()) {
            if (body.maxCapacity() == 0) {
                body = ctx.alloc().directBuffer(Math.max(PART_BYTES_MIN, part.readableBytes()),
                        Math.max(PART_BYTES_MIN, request.endpoint().bodyBytesMax()));
            }
            body.writeBytes(part);
        }
        if (last) {
            answer(request);
        } else if (loop.memoryExhausted()) {
            refuse(NO_MEMORY);
        }
    }

    private void answer(Accepted request) {
        phase = Phase.ANSWERING;
        running = true;
        loop.requestBegins();
        loop.metrics().requestRead();
        loop.run(() -> request.endpoint().answer(request.head(), request.peer(), body),
                this::answered);
    }

    private void answered(AsyncResult<HttpReply> result) {
        running = false;
        loop.requestEnds();
        if (phase == Phase.CLOSED) {
            if (result.succeeded()) {
                result.result().body().release();
            }
            releaseBody();
        } else if (result.succeeded()) {
            write(result.result());
        } else if (result.cause() instanceof RefusedRequest refused) {
            refuse(refused.refusal());
        } else {
            LOG.error("No answer may leave to {}; the connection is closed.",
                    ConnectionGate.peerOf(ctx.channel()), result.cause());
            close();
        }
        advance();
    }

    /** Answers with a refusal, after its record; if it gets none, it gets no answer either. */
    private void refuse(HttpRefusal refusal) {
        phase = Phase.ANSWERING;
        releaseBody();
        X509Certificate own = chain.length == 0 ? null : chain[0];
        if (!refusal.closes() && !loop.gate().mayRecord(ctx.channel(), own)) {
            close();
            return;
        }
        keepsAlive &= !refusal.closes() && !bodyPending;
        loop.metrics().requestRefused();
        loop.gate().remember(ctx.channel(), refusal.reason(), own);
        loop.run(() -> refusals.record(ConnectionGate.peerOf(ctx.channel()), refusal.reason(),
                own), recorded -> {
                    if (phase != Phase.CLOSED && recorded.succeeded()) {
                        write(refusal.reply());
                    } else {
                        close();
                    }
                    advance();
                });
    }

    private void write(HttpReply reply) {
        boolean closes = !keepsAlive || draining;
        ByteBuf out;
        try {
            out = HttpWriter.write(reply, closes, ctx.alloc());
        } catch (RuntimeException e) {
            LOG.error("An answer could not be encoded; the connection is closed.", e);
            close();
            return;
        } finally {
            reply.body().release();
            releaseBody();
        }
        lastActivity = System.nanoTime();
        loop.metrics().answerWritten(out.readableBytes());
        accepted = null;
        if (!closes) {
            phase = Phase.AWAITING;
            decoder.requestBegins(); // the peer had to wait for us until now
            ChannelFuture _ = ctx.writeAndFlush(out);
            return;
        }
        phase = Phase.LINGERING;
        releaseUnread();
        setReading(true);
        ChannelFuture written = ctx.writeAndFlush(out);
        if (!bodyPending) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void cut(Refusal reason) {
        loop.gate().refuse(ctx.channel(), reason, chain.length == 0 ? null : chain[0]);
        close();
    }

    private void close() {
        erase();
        ChannelFuture _ = ctx.close();
    }

    /** Erases all but a body that is still being worked on. */
    private void erase() {
        if (phase != Phase.CLOSED) {
            phase = Phase.CLOSED;
            loop.remove(this);
            releaseUnread();
            if (!running) {
                releaseBody();
            }
        }
    }

    private void releaseUnread() {
        unread.forEach(ReferenceCountUtil::release);
        unread.clear();
    }

    private void releaseBody() {
        body.release();
        body = Unpooled.EMPTY_BUFFER;
    }

    private static boolean isOver(Duration limit, long since, long now) {
        return now - since > limit.toNanos();
    }
}
