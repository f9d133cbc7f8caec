package io.sallyport.gateway.doctor.probe;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.message.KmipCodec;
import io.sallyport.kmip.message.KmipFault;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.RequestHeader;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.message.ResponseMessage;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.ttlv.TtlvBinary;

/** KMIP requests over one connection. Asks for no key material. For one thread. */
final class KmipProbe {
    private static final int ANSWER_BYTES_MAX = 4 << 20;
    private static final byte[] HTTP = "HTTP/".getBytes(StandardCharsets.US_ASCII);

    private final KmipCodec codec = new KmipCodec();
    private final Socket socket;

    KmipProbe(Socket socket) {
        this.socket = socket;
    }

    /** What came of a request. */
    sealed interface Said {

        /** An answer; {@code seconds} is the server's time stamp, since 1970. */
        record Answered(ResponsePayload payload, long seconds) implements Said {}

        /** The server refused it. */
        record Refused(String reason, String text, long seconds) implements Said {}

        /** The connection was closed instead; {@code alert} is what TLS said last, or null. */
        record Closed(@Nullable String alert) implements Said {}

        /** Nothing came in time. */
        record Nothing() implements Said {}

        /** What came is HTTP. */
        record Http() implements Said {}

        /** What came is nothing that is known. */
        record NotKmip() implements Said {}
    }

    /** Sends a request and reads the answer. */
    Said ask(KmipVersion version, RequestPayload payload) {
        RequestMessage request = new RequestMessage(RequestHeader.of(version, 1),
                List.of(RequestBatchItem.of(payload)));
        ByteBuffer out = ByteBuffer.allocate(codec.encodedLength(request));
        codec.encodeRequest(request, out);
        try {
            socket.getOutputStream().write(out.array());
            socket.getOutputStream().flush();
            return answer();
        } catch (SocketTimeoutException _) {
            return new Said.Nothing();
        } catch (IOException e) {
            String text = e.getMessage();
            return new Said.Closed(text != null && text.contains("alert") ? text : null);
        }
    }

    private Said answer() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] header = in.readNBytes(TtlvBinary.HEADER_BYTES);
        if (header.length < TtlvBinary.HEADER_BYTES) {
            return new Said.Closed(null);
        }
        if (Arrays.equals(header, 0, HTTP.length, HTTP, 0, HTTP.length)) {
            return new Said.Http();
        }
        int length = ByteBuffer.wrap(header).getInt(Integer.BYTES);
        if (length < 0 || length > ANSWER_BYTES_MAX) {
            return new Said.NotKmip();
        }
        byte[] message = Arrays.copyOf(header, header.length + length);
        if (in.readNBytes(message, header.length, length) < length) {
            return new Said.Closed(null);
        }
        try {
            return said(codec.decodeResponse(ByteBuffer.wrap(message)));
        } catch (KmipFault _) {
            return new Said.NotKmip();
        }
    }

    private static Said said(ResponseMessage message) {
        if (message.items().isEmpty()) {
            return new Said.NotKmip();
        }
        ResponseBatchItem item = message.items().getFirst();
        long seconds = message.header().timeStamp();
        if (item.status() == ResultStatus.SUCCESS && item.payload() != null) {
            return new Said.Answered(item.payload(), seconds);
        }
        return new Said.Refused(item.reason() == null ? "no reason" : item.reason().xmlName(),
                Objects.requireNonNullElse(item.message(), "without a text"), seconds);
    }
}
