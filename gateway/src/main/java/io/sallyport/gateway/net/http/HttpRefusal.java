package io.sallyport.gateway.net.http;

import java.util.Map;

import io.sallyport.gateway.net.Refusal;

/**
 * A request that is not carried out. Its answer leaves only after its audit record is durable.
 *
 * @param status the code of the answer
 * @param text what the peer is told: a constant
 * @param headers further fields of the answer
 * @param reason why, for the audit log
 * @param closes whether the connection is closed after it; if not, the peer may ask so often that
 *        not every request gets a record and an answer
 */
public record HttpRefusal(int status, String text, Map<String, String> headers,
        Refusal reason, boolean closes) {

    /** A refusal after which the peer may ask for something else. */
    public static HttpRefusal mild(int status, String text, Refusal reason) {
        return new HttpRefusal(status, text, Map.of(), reason, false);
    }

    /** A refusal after which the connection is closed. */
    public static HttpRefusal closing(int status, String text, Refusal reason) {
        return new HttpRefusal(status, text, Map.of(), reason, true);
    }

    /** The answer. */
    HttpReply reply() {
        return HttpReply.text(status, "text/plain; charset=utf-8", text + "\n")
                .withHeaders(headers);
    }
}
