package io.sallyport.gateway.vault;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.netty.buffer.ByteBuf;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.session.Answer;
import io.sallyport.gateway.session.MessageProcessor;
import io.sallyport.kmip.message.KmipCodec;
import io.sallyport.kmip.message.KmipFault;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.RequestHeader;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/**
 * Asks the gateway's own processor by KMIP messages, so that a request of this dialect is
 * authorised, carried out, stored and audited like every other. Called on event loops.
 */
public final class KmipTalk {
    private static final KmipVersion VERSION = KmipVersion.V2_1;

    private final MessageProcessor processor;
    private final SecretBuffers buffers;
    private final KmipCodec codec = new KmipCodec();

    KmipTalk(MessageProcessor processor, SecretBuffers buffers) {
        this.processor = processor;
        this.buffers = buffers;
    }

    /** Who asks, and from where. */
    public record Caller(Subject subject, String address) {}

    /** The gateway said no. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final ResultReason reason;

        Refused(ResultReason reason) {
            super(reason.xmlName(), null, false, false);
            this.reason = reason;
        }

        ResultReason reason() {
            return reason;
        }
    }

    /**
     * An answer, whose bytes are views on a buffer that is erased by {@link #release}.
     *
     * @param payload of the operation that was asked for
     */
    record Held<R>(R payload, ByteBuf buffer) {
        void release() {
            buffer.release();
        }
    }

    /**
     * One operation. Fails with {@link Refused}.
     *
     * @param read takes what is wanted out of the answer, which is erased when it returns
     */
    <R extends ResponsePayload, T> Future<T> ask(Caller caller, RequestPayload request,
            Class<R> type, Function<R, T> read) {
        return hold(caller, request, type).map(held -> {
            try {
                return read.apply(held.payload());
            } finally {
                held.release();
            }
        });
    }

    /** One operation; the caller releases the answer. Fails with {@link Refused}. */
    <R extends ResponsePayload> Future<Held<R>> hold(Caller caller, RequestPayload request,
            Class<R> type) {
        return send(caller, List.of(RequestBatchItem.of(request))).compose(answer -> {
            try {
                List<ResponseBatchItem> items = items(answer);
                R payload = payload(items.getFirst(), type);
                return Future.succeededFuture(new Held<>(payload, answer));
            } catch (Refused refused) {
                answer.release();
                return Future.failedFuture(refused);
            } catch (RuntimeException | KmipFault unreadable) {
                answer.release();
                return Future.failedFuture(new IllegalStateException(
                        "An answer of the gateway to itself can't be read.", unreadable));
            }
        });
    }

    /** Several operations of one kind in one message; otherwise as {@link #ask}. */
    <R extends ResponsePayload, T> Future<List<T>> askAll(Caller caller,
            List<? extends RequestPayload> requests, Class<R> type, Function<R, T> read) {
        if (requests.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        List<RequestBatchItem> items = new ArrayList<>();
        for (RequestPayload request : requests) {
            items.add(RequestBatchItem.of(request,
                    ByteSlice.ofText(Integer.toString(items.size()))));
        }
        return send(caller, items).compose(answer -> {
            try {
                List<T> all = new ArrayList<>();
                for (ResponseBatchItem item : items(answer)) {
                    all.add(read.apply(payload(item, type)));
                }
                return Future.succeededFuture(all);
            } catch (Refused refused) {
                return Future.failedFuture(refused);
            } catch (KmipFault unreadable) {
                return Future.failedFuture(new IllegalStateException(
                        "An answer of the gateway to itself can't be read.", unreadable));
            } finally {
                answer.release();
            }
        });
    }

    private List<ResponseBatchItem> items(ByteBuf answer) throws KmipFault {
        return codec.decodeResponse(answer.nioBuffer()).items();
    }

    private static <R extends ResponsePayload> R payload(ResponseBatchItem item, Class<R> type)
            throws Refused {
        if (item.status() == ResultStatus.SUCCESS) {
            return Objects.requireNonNull(type.cast(item.payload()));
        }
        ResultReason reason = item.reason();
        throw new Refused(reason == null ? ResultReason.GENERAL_FAILURE : reason);
    }

    /** The encoded answer, in a buffer that the caller releases. */
    private Future<ByteBuf> send(Caller caller, List<RequestBatchItem> items) {
        RequestMessage message = new RequestMessage(RequestHeader.of(VERSION, items.size()),
                items);
        int length = codec.encodedLength(message);
        ByteBuf frame = buffers.take(length);
        ByteBuffer view = frame.writerIndex(length).nioBuffer();
        codec.encodeRequest(message, view.duplicate());
        Future<Answer> answered;
        try {
            answered = processor.process(caller.subject(), caller.address(), view);
        } catch (RuntimeException e) {
            answered = Future.failedFuture(e);
        }
        return answered.map(this::copied).onComplete(_ -> frame.release());
    }

    private ByteBuf copied(Answer answer) {
        try {
            int length = answer.length();
            ByteBuf copy = buffers.take(length);
            answer.writeTo(copy.writerIndex(length).nioBuffer());
            return copy;
        } finally {
            answer.release();
        }
    }
}
