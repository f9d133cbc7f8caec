package io.sallyport.gateway.doctor.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

import io.sallyport.kmip.message.KmipCodec;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.RequestHeader;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.message.payload.DiscoverVersions;
import io.sallyport.kmip.model.KmipVersion;

/**
 * Finds out what answers at a port: it says what a TLS client says first and looks at the answer;
 * only what is no TLS server is asked in other languages.
 */
record ServiceProbe(InetSocketAddress address, Duration patience) {
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int TLS_MAJOR = 3;
    private static final int KMIP_ANSWER = 0x42007B01;
    private static final byte[] HTTP_REQUEST = "GET / HTTP/1.0\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    Service look() throws IOException, GeneralSecurityException {
        byte[] answer = ask(clientHello());
        if (answer.length > 1 && (answer[0] == ALERT || answer[0] == HANDSHAKE)
                && answer[1] == TLS_MAJOR) {
            return new Service.Tls();
        }
        if (answer.length > 0) {
            return text(answer);
        }
        byte[] kmip = ask(discoverVersions());
        if (kmip.length >= Integer.BYTES && ByteBuffer.wrap(kmip).getInt() == KMIP_ANSWER) {
            return new Service.Kmip();
        }
        byte[] http = ask(HTTP_REQUEST);
        return http.length > 0 ? text(http) : new Service.Silent();
    }

    private static Service text(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        return text.startsWith("HTTP/") ? new Service.Http() : new Service.Banner(text.strip());
    }

    private byte[] ask(byte[] question) throws IOException {
        try (Socket socket = Sockets.connect(address, patience)) {
            socket.getOutputStream().write(question);
            socket.getOutputStream().flush();
            return Sockets.firstBytes(socket);
        }
    }

    private static byte[] clientHello() throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(true);
        engine.beginHandshake();
        ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), out);
        byte[] bytes = new byte[out.flip().remaining()];
        out.get(bytes);
        return bytes;
    }

    private static byte[] discoverVersions() {
        KmipCodec codec = new KmipCodec();
        RequestMessage request = new RequestMessage(RequestHeader.of(KmipVersion.V1_2, 1),
                List.of(RequestBatchItem.of(new DiscoverVersions.Request(List.of()))));
        ByteBuffer out = ByteBuffer.allocate(codec.encodedLength(request));
        codec.encodeRequest(request, out);
        return out.array();
    }
}
