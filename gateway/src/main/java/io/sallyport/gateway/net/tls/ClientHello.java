package io.sallyport.gateway.net.tls;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.net.tls.FirstFlight.Kind;

/**
 * Reads the offer of a ClientHello (RFC 8446 section 4.1.2) out of the first TLS record. The bytes
 * are a stranger's: what is cut off or contradicts itself ends the reading, and what was read until
 * then stays. For one thread.
 */
final class ClientHello {
    private static final int RECORD_HEADER_BYTES = 5;
    private static final int CLIENT_HELLO = 1;
    private static final int LENGTH_BYTES = 3;
    private static final int RANDOM_BYTES = 32;
    private static final int SERVER_NAME = 0;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int VERSIONS_MAX = 8;
    private static final int SUITES_MAX = 48;
    private static final int NAME_BYTES_MAX = 255;
    /** Values that clients send to keep servers tolerant (RFC 8701): 0x0A0A, 0x1A1A, … */
    private static final int GREASE_MASK = 0x0F0F;
    private static final int GREASE = 0x0A0A;
    /** "No renegotiation" and "no fallback" in the guise of suites (RFC 5746, RFC 7507). */
    private static final List<Integer> SIGNALS = List.of(0x00FF, 0x5600);

    private static final Map<Integer, String> VERSIONS = Map.of(0x0300, "SSLv3", 0x0301, "TLSv1",
            0x0302, "TLSv1.1", 0x0303, "TLSv1.2", 0x0304, "TLSv1.3");

    private static final Map<Integer, String> SUITES = Map.ofEntries(
            Map.entry(0x1301, "TLS_AES_128_GCM_SHA256"),
            Map.entry(0x1302, "TLS_AES_256_GCM_SHA384"),
            Map.entry(0x1303, "TLS_CHACHA20_POLY1305_SHA256"),
            Map.entry(0x002F, "TLS_RSA_WITH_AES_128_CBC_SHA"),
            Map.entry(0x0035, "TLS_RSA_WITH_AES_256_CBC_SHA"),
            Map.entry(0x003C, "TLS_RSA_WITH_AES_128_CBC_SHA256"),
            Map.entry(0x003D, "TLS_RSA_WITH_AES_256_CBC_SHA256"),
            Map.entry(0x009C, "TLS_RSA_WITH_AES_128_GCM_SHA256"),
            Map.entry(0x009D, "TLS_RSA_WITH_AES_256_GCM_SHA384"),
            Map.entry(0x009E, "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"),
            Map.entry(0x009F, "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384"),
            Map.entry(0xC009, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"),
            Map.entry(0xC00A, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"),
            Map.entry(0xC013, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"),
            Map.entry(0xC014, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA"),
            Map.entry(0xC023, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"),
            Map.entry(0xC024, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384"),
            Map.entry(0xC027, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256"),
            Map.entry(0xC028, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384"),
            Map.entry(0xC02B, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"),
            Map.entry(0xC02C, "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"),
            Map.entry(0xC02F, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
            Map.entry(0xC030, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"),
            Map.entry(0xCCA8, "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"),
            Map.entry(0xCCA9, "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"));

    private final ByteBuffer in;
    private final List<String> versions = new ArrayList<>();
    private final List<String> suites = new ArrayList<>();
    private @Nullable String serverName;

    ClientHello(byte[] record) {
        this.in = ByteBuffer.wrap(record);
    }

    FirstFlight read() {
        try {
            in.position(Math.min(RECORD_HEADER_BYTES, in.limit()));
            if (in.get() == CLIENT_HELLO) {
                hello();
            }
        } catch (BufferUnderflowException _) {
            // The rest is in another record, or is missing: what was read is what is known.
        }
        return new FirstFlight(Kind.TLS, versions, suites, serverName);
    }

    private void hello() {
        part(LENGTH_BYTES);
        int legacyVersion = Short.toUnsignedInt(in.getShort());
        part(RANDOM_BYTES);
        part(Byte.toUnsignedInt(in.get()));
        // Replaced by the extension that newer clients send.
        addVersion(legacyVersion);
        ByteBuffer offered = part(Short.toUnsignedInt(in.getShort()));
        while (offered.remaining() >= Short.BYTES && suites.size() < SUITES_MAX) {
            addSuite(Short.toUnsignedInt(offered.getShort()));
        }
        part(Byte.toUnsignedInt(in.get()));
        in.getShort();
        while (in.hasRemaining()) {
            int type = Short.toUnsignedInt(in.getShort());
            extension(type, part(Short.toUnsignedInt(in.getShort())));
        }
    }

    private void extension(int type, ByteBuffer body) {
        if (type == SUPPORTED_VERSIONS) {
            versions.clear();
            body.get();
            while (body.remaining() >= Short.BYTES && versions.size() < VERSIONS_MAX) {
                addVersion(Short.toUnsignedInt(body.getShort()));
            }
        } else if (type == SERVER_NAME) {
            body.getShort();
            body.get();
            byte[] name = new byte[Math.min(NAME_BYTES_MAX, Short.toUnsignedInt(body.getShort()))];
            body.get(name);
            serverName = new String(name, StandardCharsets.US_ASCII);
        }
    }

    private void addVersion(int code) {
        if (!isGrease(code)) {
            versions.add(VERSIONS.getOrDefault(code, hex(code)));
        }
    }

    private void addSuite(int code) {
        if (!isGrease(code) && !SIGNALS.contains(code)) {
            suites.add(SUITES.getOrDefault(code, hex(code)));
        }
    }

    /** The next bytes as a buffer of their own. */
    private ByteBuffer part(int bytes) {
        if (bytes > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer part = in.slice(in.position(), bytes);
        in.position(in.position() + bytes);
        return part;
    }

    private static boolean isGrease(int code) {
        return (code & GREASE_MASK) == GREASE && code >>> Byte.SIZE == (code & 0xFF);
    }

    private static String hex(int code) {
        return String.format(Locale.ROOT, "0x%04X", code);
    }
}
