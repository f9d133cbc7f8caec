package io.sallyport.gateway.net.http;

import org.jspecify.annotations.Nullable;

import io.netty.handler.codec.http.HttpRequest;

/**
 * What a request says before its body. Immutable.
 *
 * @param request as decoded; its framing was found sound
 * @param path the part of the target that names the resource, as it was sent: nothing in it was
 *        unescaped
 */
public record HttpHead(HttpRequest request, String path) {

    private static final String SCHEME = "https://";

    /** Takes the path out of the target (RFC 9112, section 3.2: origin-form and absolute-form). */
    static HttpHead of(HttpRequest request) {
        String target = request.uri();
        if (target.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            int slash = target.indexOf('/', SCHEME.length());
            target = slash < 0 ? "/" : target.substring(slash);
        }
        int query = target.indexOf('?');
        return new HttpHead(request, query < 0 ? target : target.substring(0, query));
    }

    /** The method's name. */
    public String method() {
        return request.method().name();
    }

    /** The first value of a header field, or null. */
    public @Nullable String header(CharSequence name) {
        return request.headers().get(name);
    }
}
