package io.sallyport.gateway.net.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

import io.sallyport.gateway.session.Answer;

/**
 * An answer: the body is written once, straight into the buffer that goes to TLS.
 *
 * @param headers further fields; length, connection, date and cache control are the connection's
 */
public record HttpReply(int status, String contentType, Map<String, String> headers, Answer body) {

    /** An answer with this body. */
    public static HttpReply of(int status, String contentType, Answer body) {
        return new HttpReply(status, contentType, Map.of(), body);
    }

    /** An answer with a text. */
    public static HttpReply text(int status, String contentType, String text) {
        return of(status, contentType, new Text(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same with other further fields. */
    HttpReply withHeaders(Map<String, String> others) {
        return new HttpReply(status, contentType, others, body);
    }

    /** A body on the heap, which is erased after use. */
    private static final class Text implements Answer {
        private final byte[] bytes;

        Text(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int length() {
            return bytes.length;
        }

        @Override
        public void writeTo(ByteBuffer out) {
            out.put(bytes);
        }

        @Override
        public void release() {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
