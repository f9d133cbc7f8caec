package io.sallyport.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.operation.OperationTable;
import io.sallyport.gateway.operation.message.RuleBook;
import io.sallyport.gateway.policy.RngSeeding;
import io.sallyport.kmip.message.KmipCodec;
import io.sallyport.kmip.message.KmipFault;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.RequestHeader;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.message.ResponseMessage;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AsynchronousIndicator;
import io.sallyport.kmip.model.Authentication;
import io.sallyport.kmip.model.BatchErrorContinuationOption;
import io.sallyport.kmip.model.Credential;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/** A client and a processor in one process, talking in encoded messages. */
final class Conversation {
    static final long NOW = 1_800_000_000L;
    static final AsynchronousLimits LIMITS = new AsynchronousLimits(5, 3, 10_000,
            Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofMinutes(10));
    static final Subject USER =
            new Subject("app", "mine", Role.CRYPTO_USER, "ab", Profile.DEFAULT);
    static final Subject OASIS =
            new Subject("oasis", "mine", Role.CRYPTO_USER, "cd", Profile.OASIS);

    final MemoryStore store = new MemoryStore();
    final MemoryEngine engine = new MemoryEngine();
    private final KmipCodec codec = new KmipCodec();
    final HeldFrames frames = new HeldFrames();
    final ManualBackground background = new ManualBackground();
    final MemoryUsers users = new MemoryUsers();
    final MemoryProvisioning provisioning = new MemoryProvisioning();
    final RuleBook rules = new RuleBook(List.of());
    private final KmipMessageProcessor processor;
    private final KmipVersion version;
    private Subject subject = USER;
    private long later;

    Conversation(KmipVersion version) {
        this(version, RngSeeding.ALL);
    }

    /** A talk with a server that takes so much of a seed. */
    Conversation(KmipVersion version, RngSeeding seeding) {
        this.version = version;
        this.processor = new KmipMessageProcessor(codec, new OperationTable("test", seeding),
                store, engine, store, () -> Instant.ofEpochSecond(now()), new SessionPorts(frames,
                        background, users, provisioning, rules, LIMITS));
        store.now(NOW);
    }

    /** Lets this many seconds pass. */
    void letPass(int seconds) {
        later += seconds;
        store.now(now());
    }

    private long now() {
        return NOW + later;
    }

    /** The same with another caller. */
    Conversation as(Subject other) {
        subject = other;
        return this;
    }

    KmipMessageProcessor processor() {
        return processor;
    }

    /** One item that must succeed. */
    <T extends ResponsePayload> T ok(RequestPayload payload, Class<T> type) {
        ResponseBatchItem item = one(payload);
        assertThat(item.status()).as(item.toString()).isEqualTo(ResultStatus.SUCCESS);
        return type.cast(Objects.requireNonNull(item.payload()));
    }

    /** One item that must fail; its reason. */
    @Nullable
    ResultReason refused(RequestPayload payload) {
        ResponseBatchItem item = one(payload);
        assertThat(item.status()).as(item.toString()).isEqualTo(ResultStatus.OPERATION_FAILED);
        assertThat(item.operation()).isNotNull();
        return item.reason();
    }

    ResponseBatchItem one(RequestPayload payload) {
        ResponseMessage answer =
                send(new RequestMessage(RequestHeader.of(version, 1),
                        List.of(RequestBatchItem.of(payload))));
        assertThat(answer.items()).hasSize(1);
        return answer.items().getFirst();
    }

    /** Several items in one message, with an error option. */
    List<ResponseBatchItem> batch(@Nullable BatchErrorContinuationOption option,
            RequestPayload... payloads) {
        List<RequestBatchItem> items = new ArrayList<>();
        for (RequestPayload payload : payloads) {
            items.add(RequestBatchItem.of(payload, id(items.size())));
        }
        RequestHeader header = new RequestHeader(version, null, null, null, null, null, List.of(),
                null, option == null ? null : Enumerated.of(option), null, null, items.size());
        return send(new RequestMessage(header, items)).items();
    }

    /** One item with this indicator in its header; 1.x says it with a truth value. */
    ResponseBatchItem later(AsynchronousIndicator indicator, RequestPayload payload) {
        return send(new RequestMessage(new RequestHeader(version, null, null, null, indicator,
                null, List.of(), null, null, null, null, 1),
                List.of(RequestBatchItem.of(payload)))).items().getFirst();
    }

    /** One item whose answer may not have more bytes than these. */
    ResponseBatchItem within(int bytes, RequestPayload payload) {
        return send(new RequestMessage(new RequestHeader(version, bytes, null, null, null, null,
                List.of(), null, null, null, null, 1),
                List.of(RequestBatchItem.of(payload)))).items().getFirst();
    }

    /** One item with these credentials. */
    ResponseBatchItem with(List<Credential> credentials, RequestPayload payload) {
        return send(new RequestMessage(new RequestHeader(version, null, null, null, null, null,
                List.of(), new Authentication(credentials), null, null, null, 1),
                List.of(RequestBatchItem.of(payload)))).items().getFirst();
    }

    static ByteSlice id(int number) {
        return ByteSlice.of(("item " + number).getBytes(StandardCharsets.US_ASCII));
    }

    ResponseMessage send(RequestMessage request) {
        ByteBuffer frame = ByteBuffer.allocateDirect(codec.encodedLength(request));
        codec.encodeRequest(request, frame);
        return answer(frame.flip());
    }

    ResponseMessage answer(ByteBuffer frame) {
        ByteBuffer bytes = bytes(processor.process(subject, "127.0.0.1:1", frame));
        for (int i = 0; i < frame.capacity(); i++) {
            frame.put(i, (byte) 0xEE); // as the network erases it
        }
        assertThat(engine.held()).as("engine answers not released")
                .isLessThanOrEqualTo(frames.held());
        try {
            ResponseMessage answer = codec.decodeResponse(bytes);
            assertThat(answer.header().timeStamp()).isEqualTo(now());
            return answer;
        } catch (KmipFault fault) {
            throw new AssertionError(fault.detail(), fault);
        }
    }

    private static ByteBuffer bytes(Future<Answer> answered) {
        assertThat(answered.isComplete()).isTrue();
        assertThat(answered.cause()).isNull();
        Answer answer = answered.result();
        ByteBuffer bytes = ByteBuffer.allocateDirect(answer.length());
        answer.writeTo(bytes);
        answer.release();
        assertThat(bytes.hasRemaining()).isFalse();
        return bytes.flip();
    }
}
