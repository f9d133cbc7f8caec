package io.sallyport.gateway.net.tls;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a peer said first on a connection whose handshake failed: the offer of its TLS library as
 * far as the first record tells, or that it spoke something else. Of what is not TLS nothing is
 * kept: it may be a request with a key in it.
 *
 * @param versions TLS versions offered, the best first, as the JDK names them
 * @param suites cipher suites offered, the best first, as the JDK names them, or 0x and four digits
 * @param serverName the name that it wanted to reach, or null; chosen by the peer
 */
public record FirstFlight(Kind kind, List<String> versions, List<String> suites,
        @Nullable String serverName) {

    /** Nothing was said, or nobody looked. */
    public static final FirstFlight UNSEEN =
            new FirstFlight(Kind.NOTHING, List.of(), List.of(), null);

    private static final int HANDSHAKE_RECORD = 22;
    private static final int TLS_BYTES_MAX = 2048;
    private static final int OTHER_BYTES_MAX = 8;
    private static final int[] KMIP_REQUEST = {0x42, 0x00, 0x78, 0x01};
    private static final List<String> HTTP_METHODS = List.of("GET ", "POST ", "PUT ", "HEAD ",
            "OPTIONS ", "DELETE ", "CONNECT ");

    /** What it was. */
    public enum Kind {
        TLS, KMIP, HTTP, OTHER, NOTHING
    }

    /** Copies the lists. */
    public FirstFlight {
        versions = List.copyOf(versions);
        suites = List.copyOf(suites);
    }

    /** How many bytes are worth keeping of what begins with this one. */
    static int bytesMax(byte first) {
        return first == HANDSHAKE_RECORD ? TLS_BYTES_MAX : OTHER_BYTES_MAX;
    }

    /** What these bytes are the start of. */
    static FirstFlight of(byte @Nullable [] opening) {
        if (opening == null || opening.length == 0) {
            return UNSEEN;
        }
        if (opening[0] == HANDSHAKE_RECORD) {
            return new ClientHello(opening).read();
        }
        return new FirstFlight(kindOf(opening), List.of(), List.of(), null);
    }

    private static Kind kindOf(byte[] opening) {
        boolean kmip = opening.length >= KMIP_REQUEST.length;
        for (int i = 0; kmip && i < KMIP_REQUEST.length; i++) {
            kmip = opening[i] == KMIP_REQUEST[i];
        }
        if (kmip) {
            return Kind.KMIP;
        }
        String text = new String(Arrays.copyOf(opening, OTHER_BYTES_MAX),
                StandardCharsets.US_ASCII);
        return HTTP_METHODS.stream().anyMatch(text::startsWith) ? Kind.HTTP : Kind.OTHER;
    }
}
