package io.sallyport.gateway.net.http;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpResponseStatus;

/** Writes an answer, head and body, into one buffer. */
final class HttpWriter {

    /** The answer to "Expect: 100-continue" when the body is wanted. */
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    private static final DateTimeFormatter DATE = DateTimeFormatter
            .ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private HttpWriter() {}

    /**
     * The bytes of an answer, in a buffer of this allocator that the caller releases.
     *
     * @param closes whether the connection is closed after it
     */
    static ByteBuf write(HttpReply reply, boolean closes, ByteBufAllocator allocator) {
        StringBuilder head = new StringBuilder(256).append("HTTP/1.1 ")
                .append(HttpResponseStatus.valueOf(reply.status())).append("\r\n");
        int length = reply.body().length();
        field(head, "content-type", reply.contentType());
        field(head, "content-length", Integer.toString(length));
        field(head, "cache-control", "no-cache");
        field(head, "date", DATE.format(ZonedDateTime.now(ZoneOffset.UTC)));
        for (Map.Entry<String, String> further : reply.headers().entrySet()) {
            field(head, further.getKey(), further.getValue());
        }
        if (closes) {
            field(head, "connection", "close");
        }
        head.append("\r\n");
        int bytes = head.length() + length;
        ByteBuf out = allocator.directBuffer(bytes, bytes);
        boolean written = false;
        try {
            ByteBufUtil.writeAscii(out, head);
            reply.body().writeTo(out.nioBuffer(out.writerIndex(), length));
            out.writerIndex(bytes);
            written = true;
            return out;
        } finally {
            if (!written) {
                out.release();
            }
        }
    }

    /** The interim answer that asks for the body. */
    static ByteBuf writeContinue(ByteBufAllocator allocator) {
        return allocator.directBuffer(CONTINUE.length, CONTINUE.length).writeBytes(CONTINUE);
    }

    private static void field(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
