package io.sallyport.gateway.net.http;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.net.Refusal;

/**
 * A request that is not carried out.
 *
 * @param status the code of the answer
 * @param text what the peer is told: a constant
 * @param headers further fields of the answer
 * @param audited why, for the audit log; null for what is not worth a record, such as a wrong path
 */
public record HttpRefusal(int status, String text, Map<String, String> headers,
        @Nullable Refusal audited) {

    /** A refusal that needs no record. */
    public static HttpRefusal of(int status, String text) {
        return new HttpRefusal(status, text, Map.of(), null);
    }

    /** A refusal whose answer leaves only after its audit record is durable. */
    public static HttpRefusal audited(int status, String text, Refusal reason) {
        return new HttpRefusal(status, text, Map.of(), reason);
    }

    /** The answer. */
    HttpReply reply() {
        return HttpReply.text(status, "text/plain; charset=utf-8", text + "\n")
                .withHeaders(headers);
    }
}
