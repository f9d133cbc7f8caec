package io.sallyport.gateway.net.http;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.sallyport.gateway.net.Refusal;

/** What every request has to be, whatever it asks for (RFC 9112). */
final class HttpRules {

    private static final int BAD_REQUEST = 400;
    private static final int LINE_TOO_LONG = 414;
    private static final int EXPECTATION_FAILED = 417;
    private static final int HEADERS_TOO_LONG = 431;
    private static final int CODING_UNKNOWN = 501;
    private static final int VERSION_UNKNOWN = 505;

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private HttpRules() {}

    /** Why a request is refused whatever it asks for; null if it may be looked at. */
    static @Nullable HttpRefusal check(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return malformed(request.decoderResult().cause());
        }
        HttpVersion version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            return HttpRefusal.closing(VERSION_UNKNOWN, "Only HTTP/1.1 is served.",
                    Refusal.NOT_A_REQUEST);
        }
        if (version.equals(HttpVersion.HTTP_1_1)
                && request.headers().getAll(HttpHeaderNames.HOST).size() != 1) {
            return HttpRefusal.closing(BAD_REQUEST, "A request needs one Host.",
                    Refusal.NOT_A_REQUEST);
        }
        for (String length : request.headers().getAll(HttpHeaderNames.CONTENT_LENGTH)) {
            if (!LENGTH.matcher(length).matches()) {
                return malformed(null);
            }
        }
        List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (!codings.isEmpty() && (codings.size() > 1 || version.equals(HttpVersion.HTTP_1_0)
                || !HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst()))) {
            return HttpRefusal.closing(CODING_UNKNOWN, "This transfer coding is not served.",
                    Refusal.NOT_A_REQUEST);
        }
        List<String> expected = request.headers().getAll(HttpHeaderNames.EXPECT);
        if (!expected.isEmpty() && !HttpUtil.is100ContinueExpected(request)) {
            return HttpRefusal.closing(EXPECTATION_FAILED, "This expectation is not met.",
                    Refusal.NOT_A_REQUEST);
        }
        return null;
    }

    /** The refusal of what could not be decoded. */
    static HttpRefusal malformed(@Nullable Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return HttpRefusal.closing(LINE_TOO_LONG, "The request line is too long.",
                    Refusal.MESSAGE_TOO_LONG);
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return HttpRefusal.closing(HEADERS_TOO_LONG, "The header fields are too long.",
                    Refusal.MESSAGE_TOO_LONG);
        }
        return HttpRefusal.closing(BAD_REQUEST, "This is no HTTP request.",
                Refusal.NOT_A_REQUEST);
    }

    /**
     * The announced length of the body of a checked request in bytes: 0 if there is none, -1 if it
     * comes in chunks.
     */
    static long bodyBytes(HttpRequest request) {
        return HttpUtil.isTransferEncodingChunked(request)
                ? -1
                : HttpUtil.getContentLength(request, 0L);
    }

    /**
     * Whether the peer may send another request over the same connection. Not after HEAD, which
     * nobody serves: its refusal has a body that the peer doesn't expect.
     */
    static boolean keepsAlive(HttpRequest request) {
        return request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && !request.method().equals(HttpMethod.HEAD) && HttpUtil.isKeepAlive(request);
    }
}
