package io.sallyport.gateway.net.http;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpUtil;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.net.Refusal;
import io.sallyport.gateway.session.Answer;
import io.sallyport.gateway.session.MessageProcessor;
import io.sallyport.kmip.ttlv.TtlvLimits;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * KMIP over HTTPS (KMIP Profiles, HTTPS): {@code POST /kmip} with one request message as the body,
 * answered in the encoding of the request.
 *
 * <p>The binary encoding stays in buffers that are erased. The encodings as text (profiles XML and
 * JSON) can't: their parsers make Strings of keys, which stay until the collector overwrites them.
 * They are served only where the operator has said so.
 */
public final class KmipEndpoint implements HttpEndpoint {

    private static final String PATH = "/kmip";
    private static final String BINARY = "application/octet-stream";
    private static final List<TextEncoding> TEXTS = List.of(new XmlText(), new JsonText());

    /** Tag of a Request Message, and the type of a structure. */
    private static final int REQUEST_MESSAGE = 0x42007801;
    private static final int HEADER_BYTES = 8;

    private static final HttpRefusal NO_CERTIFICATE = HttpRefusal.closing(403,
            "A known client certificate is needed.", Refusal.CERTIFICATE_MISSING);
    private static final HttpRefusal WRONG_TYPE = HttpRefusal.mild(415,
            "This content type is not served.", Refusal.TYPE_UNKNOWN);
    private static final HttpRefusal NO_MESSAGE = HttpRefusal.closing(400,
            "The body is not one KMIP request.", Refusal.NOT_A_REQUEST);

    private final Vertx vertx;
    private final MessageProcessor processor;
    private final Map<String, TextEncoding> texts;
    private final TtlvLimits limits;
    private final int messageBytesMax;

    /**
     * An endpoint for this processor.
     *
     * @param textEncodings whether the encodings as text are served
     * @param messageBytesMax of a request, in its encoding and as a binary frame
     */
    public KmipEndpoint(Vertx vertx, MessageProcessor processor, boolean textEncodings,
            int messageBytesMax) {
        this.vertx = vertx;
        this.processor = processor;
        this.texts = textEncodings
                ? TEXTS.stream().collect(
                        Collectors.toMap(TextEncoding::contentType, Function.identity()))
                : Map.of();
        this.messageBytesMax = messageBytesMax;
        TtlvLimits usual = TtlvLimits.DEFAULT;
        this.limits = new TtlvLimits(messageBytesMax, usual.depthMax(), usual.itemsMax(),
                usual.stringBytesMax(), usual.batchItemsMax());
    }

    @Override
    public boolean serves(String path) {
        return path.equals(PATH);
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public int bodyBytesMax() {
        return messageBytesMax;
    }

    @Override
    public @Nullable HttpRefusal refuse(HttpHead head, HttpPeer peer) {
        X509Certificate certificate = peer.certificate();
        if (certificate == null) {
            return NO_CERTIFICATE;
        }
        if (peer.subject() == null) {
            return HttpRefusal.closing(NO_CERTIFICATE.status(), NO_CERTIFICATE.text(),
                    Refusal.ofUnknown(certificate));
        }
        String type = mediaType(head);
        return type.equals(BINARY) || texts.containsKey(type) ? null : WRONG_TYPE;
    }

    @Override
    public Future<HttpReply> answer(HttpHead head, HttpPeer peer, ByteBuf body) {
        Subject subject = Objects.requireNonNull(peer.subject());
        TextEncoding encoding = texts.get(mediaType(head));
        if (encoding != null) {
            return answerText(encoding, subject, peer.address(), body);
        }
        if (!isOneFrame(body)) {
            return Future.failedFuture(new RefusedRequest(NO_MESSAGE));
        }
        return processor.process(subject, peer.address(), body.nioBuffer())
                .map(answer -> HttpReply.of(200, BINARY, answer));
    }

    /** Parsing takes long, and so is not done on the event loop. */
    private Future<HttpReply> answerText(TextEncoding encoding, Subject subject, String address,
            ByteBuf body) {
        return vertx.executeBlocking(() -> TextMessages.frame(encoding, body, limits), false)
                .map(Objects::requireNonNull).recover(failure -> Future.failedFuture(
                        failure instanceof IOException ? new RefusedRequest(NO_MESSAGE) : failure))
                .compose(frame -> processed(subject, address, frame)
                        .compose(answer -> vertx.executeBlocking(
                                () -> TextMessages.text(encoding, answer, frame), false))
                        .map(text -> HttpReply.text(200, encoding.contentType(),
                                Objects.requireNonNull(text)))
                        .onComplete(_ -> frame.release()));
    }

    private Future<Answer> processed(Subject subject, String address, ByteBuf frame) {
        try {
            return processor.process(subject, address, frame.nioBuffer());
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private static boolean isOneFrame(ByteBuf body) {
        return body.readableBytes() >= HEADER_BYTES
                && body.getInt(body.readerIndex()) == REQUEST_MESSAGE
                && HEADER_BYTES + body.getUnsignedInt(body.readerIndex() + 4) == body
                        .readableBytes();
    }

    /** The media type without parameters, in lower case; empty if there is none. */
    private static String mediaType(HttpHead head) {
        String field = head.header(HttpHeaderNames.CONTENT_TYPE);
        CharSequence type = field == null ? null : HttpUtil.getMimeType(field);
        return type == null ? "" : type.toString().strip().toLowerCase(Locale.ROOT);
    }
}
