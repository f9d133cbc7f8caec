package io.sallyport.gateway.net.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.sallyport.gateway.net.NetMetrics;
import io.netty.buffer.ByteBuf;

/**
 * Cuts decrypted bytes into the parts of requests. Of two ways to read a request it takes neither:
 * a request that another server could cut elsewhere is refused (RFC 9112, section 6.3). Body parts
 * are views of the buffers that TLS has written; only heads are copied to the heap.
 */
final class StrictRequestDecoder extends HttpRequestDecoder {

    private static final int LINE_BYTES_MAX = 4096;
    private static final int HEADERS_BYTES_MAX = 16 << 10;
    private static final int PART_BYTES_MAX = 32 << 10;

    private final NetMetrics metrics;
    private boolean withinRequest;
    private long requestBegan;

    StrictRequestDecoder(NetMetrics metrics) {
        super(new HttpDecoderConfig().setMaxInitialLineLength(LINE_BYTES_MAX)
                .setMaxHeaderSize(HEADERS_BYTES_MAX).setMaxChunkSize(PART_BYTES_MAX)
                .setStrictLineParsing(true).setUseRfc9112TransferEncoding(true)
                .setAllowDuplicateContentLengths(false).setValidateHeaders(true));
        this.metrics = metrics;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof ByteBuf bytes) {
            metrics.received(bytes.readableBytes());
        }
        if (!withinRequest) {
            withinRequest = true;
            requestBegan = System.nanoTime();
        }
        super.channelRead(context, message);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("A request has two lengths.");
    }

    /** The time of a request that has begun already counts from now. */
    void requestBegins() {
        requestBegan = System.nanoTime();
    }

    /** The connection has taken the last part of a request. */
    void requestEnded() {
        withinRequest = false;
    }

    /** Whether a request has begun and was not taken whole, as far as bytes have come. */
    boolean isWithinRequest() {
        return withinRequest;
    }

    /** When the request began, as {@link System#nanoTime()} told it. */
    long requestBegan() {
        return requestBegan;
    }
}
