package io.sallyport.gateway.session;

import static io.sallyport.gateway.session.Requests.activate;
import static io.sallyport.gateway.session.Requests.get;
import static io.sallyport.gateway.session.Requests.hex;
import static io.sallyport.gateway.session.Requests.locate;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.JournalPort.ConflictException;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.kmip.message.KmipCodec;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.RequestHeader;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.message.ResponseMessage;
import io.sallyport.kmip.message.UnknownPayload;
import io.sallyport.kmip.message.payload.Activate;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.DiscoverVersions;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.Query;
import io.sallyport.kmip.model.AsynchronousIndicator;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.BatchErrorContinuationOption;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.MessageExtension;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.QueryFunction;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.UniqueIdentifierEnumeration;
import io.sallyport.kmip.ttlv.TtlvItem;

/** The rules for messages: header, batch, error options, sizes, audit, failures below. */
class MessageRulesTest {
    private static final Get.Request GET_LATEST = new Get.Request(null, null, null, null, null);

    private static List<ResultStatus> statuses(List<ResponseBatchItem> items) {
        return items.stream().map(ResponseBatchItem::status).toList();
    }

    @Test
    void theIdPlaceholderCarriesOver() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        List<ResponseBatchItem> items = talk.batch(null, Requests.create(256, Attribute.name("k")),
                new Activate.Request(null), GET_LATEST, locate(null, null, Attribute.name("k")),
                GET_LATEST, locate(null, null, Attribute.name("none")), GET_LATEST);
        assertThat(statuses(items.subList(0, 6))).containsOnly(ResultStatus.SUCCESS);
        assertThat(items.get(6).reason()).isEqualTo(ResultReason.ITEM_NOT_FOUND);
        for (int i = 0; i < items.size(); i++) {
            assertThat(Objects.requireNonNull(items.get(i).uniqueBatchItemId())
                    .matches(Conversation.id(i))).isTrue();
        }
        assertThat(talk.store.commits()).isEqualTo(1);
        assertThat(talk.store.events()).hasSize(7);
    }

    @Test
    void twoXNamesEarlierItemsByOperationAndByNumber() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        UniqueIdentifier created = new UniqueIdentifier.Placeholder(
                Enumerated.of(UniqueIdentifierEnumeration.CREATE));
        List<ResponseBatchItem> items = talk.batch(null, Requests.create(256),
                new Activate.Request(created),
                new Get.Request(new UniqueIdentifier.Index(0), null, null, null, null),
                new Get.Request(new UniqueIdentifier.Index(-3), null, null, null, null));
        assertThat(statuses(items)).containsOnly(ResultStatus.SUCCESS);
    }

    @Test
    void stopContinueAndUndo() {
        Conversation stop = new Conversation(KmipVersion.V1_2);
        assertThat(
                statuses(stop.batch(null, Requests.create(128), get("no"), Requests.create(128))))
                .containsExactly(ResultStatus.SUCCESS, ResultStatus.OPERATION_FAILED);
        assertThat(stop.store.size()).isEqualTo(1);

        Conversation go = new Conversation(KmipVersion.V1_2);
        assertThat(statuses(go.batch(BatchErrorContinuationOption.CONTINUE, Requests.create(128),
                get("no"), Requests.create(128)))).containsExactly(ResultStatus.SUCCESS,
                        ResultStatus.OPERATION_FAILED, ResultStatus.SUCCESS);
        assertThat(go.store.size()).isEqualTo(2);

        Conversation undo = new Conversation(KmipVersion.V1_2);
        assertThat(statuses(
                undo.batch(BatchErrorContinuationOption.UNDO, Requests.create(128), GET_LATEST,
                        get("no"), Requests.create(128))))
                .containsExactly(ResultStatus.OPERATION_UNDONE,
                        ResultStatus.OPERATION_UNDONE, ResultStatus.OPERATION_FAILED);
        assertThat(undo.store.size()).isZero();
        assertThat(undo.store.events()).extracting(AuditEvent::outcome).containsExactly(
                AuditEvent.Outcome.UNDONE, AuditEvent.Outcome.UNDONE, AuditEvent.Outcome.FAILED);
    }

    private static ResponseBatchItem sent(Conversation talk, RequestHeader header,
            RequestBatchItem... items) {
        ResponseMessage answer = talk.send(new RequestMessage(header, List.of(items)));
        assertThat(answer.header().version()).isEqualTo(header.version());
        assertThat(answer.items()).hasSize(1);
        return answer.items().getFirst();
    }

    @Test
    void aBatchNeedsIdsAndATrueCount() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        RequestBatchItem item = RequestBatchItem.of(Requests.create(128));
        assertThat(sent(talk, RequestHeader.of(KmipVersion.V1_4, 2), item, item).reason())
                .isEqualTo(ResultReason.INVALID_MESSAGE);
        RequestBatchItem same = RequestBatchItem.of(Requests.create(128), hex("01"));
        assertThat(sent(talk, RequestHeader.of(KmipVersion.V1_4, 2), same, same).reason())
                .isEqualTo(ResultReason.INVALID_MESSAGE);
        assertThat(sent(talk, RequestHeader.of(KmipVersion.V1_4, 3), item).reason())
                .isEqualTo(ResultReason.INVALID_MESSAGE);
        assertThat(talk.store.size()).isZero();
        assertThat(talk.store.events()).hasSize(3)
                .allMatch(event -> event.outcome() == AuditEvent.Outcome.FAILED);
    }

    private static RequestHeader header(KmipVersion version, @Nullable Integer max,
            @Nullable AsynchronousIndicator indicator) {
        return new RequestHeader(version, max, null, null, indicator, null, List.of(), null, null,
                null, null, 1);
    }

    @Test
    void anAnswerThatWouldBeTooLargeLeavesNoTrace() {
        Conversation talk = new Conversation(KmipVersion.V1_0);
        ResponseBatchItem item = sent(talk, header(KmipVersion.V1_0, 100, null),
                RequestBatchItem.of(Requests.create(128)));
        assertThat(item.reason()).isEqualTo(ResultReason.RESPONSE_TOO_LARGE);
        assertThat(talk.store.size()).isZero();
        assertThat(sent(talk, header(KmipVersion.V1_0, 8192, null),
                RequestBatchItem.of(Requests.create(128))).status())
                .isEqualTo(ResultStatus.SUCCESS);
    }

    @Test
    void anItemThatMeansSeveralObjectsIsCarriedOutForEach() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        UniqueIdentifier located = new UniqueIdentifier.Placeholder(
                Enumerated.of(UniqueIdentifierEnumeration.LOCATE));
        List<ResponseBatchItem> items = talk.batch(null, Requests.create(128),
                Requests.create(256), locate(null, null), new Activate.Request(located),
                new Get.Request(new UniqueIdentifier.Index(1), null, null, null, null));
        assertThat(statuses(items)).hasSize(6).containsOnly(ResultStatus.SUCCESS);
        List<String> activated = items.subList(3, 5).stream()
                .map(item -> ((Activate.Response) Objects.requireNonNull(item.payload()))
                        .uniqueIdentifier())
                .toList();
        assertThat(activated).doesNotHaveDuplicates();
        for (ResponseBatchItem item : items.subList(3, 5)) {
            assertThat(Objects.requireNonNull(item.uniqueBatchItemId())
                    .matches(Conversation.id(3))).isTrue();
        }
        assertThat(((Get.Response) Objects.requireNonNull(items.get(5).payload()))
                .uniqueIdentifier())
                .isEqualTo(((Create.Response) Objects.requireNonNull(items.get(1).payload()))
                        .uniqueIdentifier());
    }

    @Test
    void aRepeatedItemStopsAtItsFirstFailure() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        UniqueIdentifier located = new UniqueIdentifier.Placeholder(
                Enumerated.of(UniqueIdentifierEnumeration.LOCATE));
        List<ResponseBatchItem> items = talk.batch(null, Requests.create(128),
                Requests.create(256), new Activate.Request(null), locate(null, null),
                new Activate.Request(located), GET_LATEST);
        assertThat(statuses(items).getLast()).isEqualTo(ResultStatus.OPERATION_FAILED);
        assertThat(items).hasSize(5);
    }

    @Test
    void anIdentifierThatNoItemGaveIsSaidSo() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        for (UniqueIdentifier none : List.of(new UniqueIdentifier.Index(0),
                new UniqueIdentifier.Index(-1), new UniqueIdentifier.Placeholder(
                        Enumerated.of(UniqueIdentifierEnumeration.CERTIFY)))) {
            assertThat(talk.refused(new Get.Request(none, null, null, null, null)))
                    .isEqualTo(ResultReason.ITEM_NOT_FOUND);
        }
    }

    @Test
    void theClientsCorrelationValueComesBackAndIsInTheLog() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        RequestHeader header = new RequestHeader(KmipVersion.V1_4, null, "my value", null, null,
                null, List.of(), null, null, null, null, 1);
        ResponseMessage answer = talk.send(new RequestMessage(header,
                List.of(RequestBatchItem.of(Requests.create(128)))));
        assertThat(answer.header().clientCorrelationValue()).isEqualTo("my value");
        assertThat(talk.store.events().getLast().correlation()).isEqualTo("my value");
    }

    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = {"V1_2", "V2_0"})
    void aCriticalExtensionIsRefusedAndAnotherIgnored(KmipVersion version) {
        Conversation talk = new Conversation(version);
        for (boolean critical : new boolean[]{true, false}) {
            MessageExtension extension = new MessageExtension("Acme", critical,
                    new TtlvItem.Structure(Tag.VENDOR_EXTENSION, List.of()));
            RequestBatchItem item = new RequestBatchItem(Enumerated.of(Operation.CREATE), null,
                    null, Requests.create(128), List.of(extension));
            ResponseBatchItem answer = sent(talk, RequestHeader.of(version, 1), item);
            assertThat(answer.reason()).isEqualTo(critical
                    ? version == KmipVersion.V2_0
                            ? ResultReason.UNKNOWN_MESSAGE_EXTENSION
                            : ResultReason.FEATURE_NOT_SUPPORTED
                    : null);
        }
    }

    @Test
    void anUnknownOperationIsEchoed() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        Enumerated<Operation> strange = new Enumerated<>(0x12345, null);
        RequestBatchItem item = new RequestBatchItem(strange, null, null,
                new UnknownPayload(strange,
                        new TtlvItem.Structure(Tag.REQUEST_PAYLOAD, List.of())),
                List.of());
        ResponseBatchItem answer = sent(talk, RequestHeader.of(KmipVersion.V1_4, 1), item);
        assertThat(answer.reason()).isEqualTo(ResultReason.OPERATION_NOT_SUPPORTED);
        assertThat(Objects.requireNonNull(answer.operation()).code())
                .isEqualTo(0x12345);
        assertThat(talk.store.events().getFirst().operation()).isEqualTo("0x00012345");
    }

    @Test
    void rubbishIsAnsweredAndAudited() {
        Conversation talk = new Conversation(KmipVersion.V1_0);
        ByteBuffer rubbish = ByteBuffer.allocateDirect(24);
        rubbish.putInt(Tag.REQUEST_MESSAGE << 8 | 1).putInt(16).putLong(-1).putLong(-1).flip();
        ResponseMessage answer = talk.answer(rubbish);
        assertThat(answer.items().getFirst().reason()).isEqualTo(ResultReason.INVALID_MESSAGE);
        assertThat(answer.items().getFirst().operation()).isNull();
        assertThat(talk.store.events()).hasSize(1);
        assertThat(talk.processor().changesState(rubbish)).isTrue();
    }

    @Test
    void aVersionThatIsNotServedIsSaidSo() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        KmipCodec codec = new KmipCodec();
        RequestMessage request = new RequestMessage(RequestHeader.of(KmipVersion.V1_4, 1),
                List.of(RequestBatchItem.of(new DiscoverVersions.Request(List.of()))));
        ByteBuffer frame = ByteBuffer.allocateDirect(codec.encodedLength(request));
        codec.encodeRequest(request, frame);
        // Message header, request header, protocol version, then the value of the major version.
        frame.putInt(3 * 8 + 8, 9);
        ResponseMessage answer = talk.answer(frame.flip());
        assertThat(answer.header().version()).isEqualTo(KmipVersion.V2_1);
        assertThat(answer.items().getFirst().reason())
                .isEqualTo(ResultReason.UNSUPPORTED_PROTOCOL_VERSION);
    }

    @Test
    void aJournalThatDoesNotTakeItLetsNoAnswerOut() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        talk.store.failNext(new IOException("disk full"));
        RequestMessage request = new RequestMessage(RequestHeader.of(KmipVersion.V1_4, 1),
                List.of(RequestBatchItem.of(Requests.create(128))));
        KmipCodec codec = new KmipCodec();
        ByteBuffer frame = ByteBuffer.allocateDirect(codec.encodedLength(request));
        codec.encodeRequest(request, frame);
        assertThat(talk.processor().process(Conversation.USER, "peer", frame.flip()).failed())
                .isTrue();
        assertThat(talk.store.size()).isZero();
        assertThat(talk.engine.held()).isZero();
    }

    @Test
    void aLostVersionIsTriedOnceMoreAndALostNameIsRefused() {
        Conversation talk = new Conversation(KmipVersion.V2_0);
        talk.store.failNext(new ConflictException(ConflictException.Kind.VERSION, "k"));
        talk.ok(Requests.create(128), Create.Response.class);
        assertThat(talk.store.commits()).isEqualTo(2);
        assertThat(talk.store.events()).hasSize(1);
        talk.store.failNext(new ConflictException(ConflictException.Kind.NAME, "k"));
        assertThat(talk.refused(Requests.create(128, Attribute.name("k"))))
                .isEqualTo(ResultReason.NON_UNIQUE_NAME_ATTRIBUTE);
        assertThat(talk.store.events().getLast().outcome()).isEqualTo(AuditEvent.Outcome.FAILED);
        assertThat(talk.store.size()).isEqualTo(1);
    }

    @Test
    void anEngineThatIsAwayIsSaidSo() {
        Conversation talk = new Conversation(KmipVersion.V1_0);
        talk.engine.failWith(new EngineFault(EngineFault.Reason.UNAVAILABLE, "killed"));
        ResponseBatchItem item = talk.one(Requests.create(128));
        assertThat(item.reason()).isEqualTo(ResultReason.GENERAL_FAILURE);
        assertThat(item.message()).isEqualTo("The key engine is not available; try again.");
        talk.engine.failWith(null);
        talk.ok(Requests.create(128), Create.Response.class);
    }

    @Test
    void theLedgerKnowsWhoGotAKey() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        String key = talk.ok(Requests.create(128), Create.Response.class).uniqueIdentifier();
        talk.ok(activate(key), Activate.Response.class);
        talk.ok(get(key), Get.Response.class);
        assertThat(talk.store.events()).extracting(AuditEvent::exposed).containsExactly(false,
                false, true);
        assertThat(talk.store.events()).allSatisfy(event -> {
            assertThat(event.objectId()).isEqualTo(key);
            assertThat(event.actor()).isEqualTo("app");
            assertThat(event.certificate()).isEqualTo("ab");
        });
    }

    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = {"V1_0", "V1_2", "V2_1"})
    void queryListsWhatTheVersionHas(KmipVersion version) {
        Conversation talk = new Conversation(version);
        Query.Response answer = talk.ok(
                new Query.Request(List.of(Enumerated.of(QueryFunction.QUERY_OPERATIONS),
                        Enumerated.of(QueryFunction.QUERY_OBJECTS))),
                Query.Response.class);
        assertThat(answer.operations()).isNotEmpty().allSatisfy(operation -> assertThat(
                Objects.requireNonNull(operation.known()).definedIn(version)).isTrue());
        assertThat(answer.operations().contains(Enumerated.of(Operation.ENCRYPT)))
                .isEqualTo(version.atLeast(KmipVersion.V1_2));
        assertThat(talk.ok(new DiscoverVersions.Request(List.of()),
                DiscoverVersions.Response.class).versions()).hasSize(7);
    }

    @Test
    void onlyReadsRunSideBySide() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        KmipCodec codec = new KmipCodec();
        for (boolean changes : new boolean[]{true, false}) {
            RequestMessage request = new RequestMessage(RequestHeader.of(KmipVersion.V1_4, 1),
                    List.of(RequestBatchItem.of(changes ? Requests.create(128) : get("k"))));
            ByteBuffer frame = ByteBuffer.allocateDirect(codec.encodedLength(request));
            codec.encodeRequest(request, frame);
            assertThat(talk.processor().changesState(frame.flip())).isEqualTo(changes);
        }
    }
}
