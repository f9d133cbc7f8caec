package io.sallyport.gateway.session;

import static io.sallyport.gateway.session.Requests.get;
import static io.sallyport.gateway.session.Requests.hex;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.RequestHeader;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.message.payload.Cancel;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.Poll;
import io.sallyport.kmip.message.payload.ProcessRequest;
import io.sallyport.kmip.message.payload.QueryAsynchronousRequests;
import io.sallyport.kmip.model.AsynchronousIndicator;
import io.sallyport.kmip.model.AsynchronousRequest;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.BatchErrorContinuationOption;
import io.sallyport.kmip.model.CancellationResult;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ProcessingStage;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Requests that are carried out after their answer. */
class AsynchronousTest {
    private static final Subject OTHER =
            new Subject("other", "mine", Role.CRYPTO_USER, "ee", Profile.DEFAULT);

    private static ByteSlice submitted(ResponseBatchItem item) {
        assertThat(item.status()).as(item.toString()).isEqualTo(ResultStatus.OPERATION_PENDING);
        assertThat(item.payload()).isNull();
        return ByteSlice.of(Objects.requireNonNull(item.asynchronousCorrelationValue())
                .toByteArray());
    }

    private static ByteSlice submitCreate(Conversation talk) {
        return submitted(talk.later(AsynchronousIndicator.MANDATORY, Requests.create(128)));
    }

    private static List<ProcessingStage> stages(Conversation talk) {
        return talk.ok(new QueryAsynchronousRequests.Request(List.of(), List.of()),
                QueryAsynchronousRequests.Response.class).requests().stream()
                .map(AsynchronousRequest::stage).map(Enumerated::known).toList();
    }

    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = {"V1_0", "V1_4", "V2_1"})
    void aPollCarriesItOutAndAnswersAsItself(KmipVersion version) {
        Conversation talk = new Conversation(version);
        ByteSlice correlation = submitted(talk.later(version.atLeast(KmipVersion.V2_0)
                ? AsynchronousIndicator.MANDATORY
                : AsynchronousIndicator.OPTIONAL, Requests.create(128)));
        assertThat(talk.store.size()).isZero();
        assertThat(talk.frames.held()).isEqualTo(1);

        ResponseBatchItem polled = talk.one(new Poll.Request(correlation));
        assertThat(polled.status()).isEqualTo(ResultStatus.SUCCESS);
        assertThat(Objects.requireNonNull(polled.operation()).known())
                .isEqualTo(Operation.CREATE);
        assertThat(polled.payload()).isInstanceOf(Create.Response.class);
        assertThat(talk.store.size()).isEqualTo(1);
        assertThat(talk.frames.held()).isZero();
        assertThat(talk.refused(new Poll.Request(correlation)))
                .isEqualTo(version.atLeast(KmipVersion.V2_0)
                        ? ResultReason.INVALID_ASYNCHRONOUS_CORRELATION_VALUE
                        : ResultReason.ITEM_NOT_FOUND);
        assertThat(talk.store.events()).extracting(AuditEvent::operation)
                .containsExactly("Submit Create", "Create", "Poll", "Poll");
        assertThat(talk.store.events().get(1).objectId()).isNotNull()
                .isEqualTo(talk.store.events().get(2).objectId());
    }

    @Test
    void itRunsByItselfWhenNobodyAsksForIt() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        ByteSlice correlation = submitCreate(talk);
        assertThat(stages(talk)).containsExactly(ProcessingStage.SUBMITTED);
        talk.background.pass(Conversation.LIMITS.patience());
        assertThat(talk.store.size()).isEqualTo(1);
        assertThat(stages(talk)).containsExactly(ProcessingStage.COMPLETED);
        assertThat(talk.one(new Poll.Request(correlation)).status())
                .isEqualTo(ResultStatus.SUCCESS);
        assertThat(stages(talk)).isEmpty();
    }

    @Test
    void processCarriesItOutAtOnce() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        ByteSlice correlation = submitCreate(talk);
        talk.ok(new ProcessRequest.Request(correlation), ProcessRequest.Response.class);
        assertThat(talk.store.size()).isEqualTo(1);
        assertThat(talk.refused(new ProcessRequest.Request(hex("00"))))
                .isEqualTo(ResultReason.INVALID_ASYNCHRONOUS_CORRELATION_VALUE);
    }

    @Test
    void whatWasNotBegunCanBeCancelled() {
        Conversation talk = new Conversation(KmipVersion.V1_2);
        ByteSlice correlation = submitted(
                talk.later(AsynchronousIndicator.OPTIONAL, Requests.create(128)));
        Cancel.Request cancel = new Cancel.Request(correlation);
        assertThat(result(talk, cancel)).isEqualTo(CancellationResult.CANCELED);
        assertThat(talk.frames.held()).isZero();
        assertThat(result(talk, cancel)).isEqualTo(CancellationResult.UNAVAILABLE);
        talk.background.pass(Duration.ofHours(1));
        assertThat(talk.store.size()).isZero();

        ByteSlice done = submitted(
                talk.later(AsynchronousIndicator.OPTIONAL, Requests.create(128)));
        talk.background.pass(Conversation.LIMITS.patience());
        assertThat(result(talk, new Cancel.Request(done)))
                .isEqualTo(CancellationResult.COMPLETED);
    }

    private static CancellationResult result(Conversation talk, Cancel.Request cancel) {
        return Objects.requireNonNull(
                talk.ok(cancel, Cancel.Response.class).cancellationResult().known());
    }

    @Test
    void aFailureIsPolledAsWell() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        ByteSlice correlation =
                submitted(talk.later(AsynchronousIndicator.MANDATORY, get("nobody")));
        ResponseBatchItem polled = talk.one(new Poll.Request(correlation));
        assertThat(polled.reason()).isEqualTo(ResultReason.OBJECT_NOT_FOUND);
        assertThat(Objects.requireNonNull(polled.operation()).known()).isEqualTo(Operation.GET);
        assertThat(talk.frames.held()).isZero();
    }

    @Test
    void aKeyThatNobodyFetchesIsErasedInTime() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        String key = talk.ok(Requests.create(128), Create.Response.class).uniqueIdentifier();
        ByteSlice correlation = submitted(talk.later(AsynchronousIndicator.MANDATORY, get(key)));
        talk.background.pass(Conversation.LIMITS.patience());
        assertThat(talk.engine.held()).isEqualTo(1);
        talk.background.pass(Conversation.LIMITS.resultLife());
        assertThat(talk.engine.held()).isZero();
        assertThat(talk.frames.held()).isZero();
        assertThat(talk.refused(new Poll.Request(correlation)))
                .isEqualTo(ResultReason.INVALID_ASYNCHRONOUS_CORRELATION_VALUE);
    }

    @Test
    void aKeyThatIsFetchedLaterIsInTheLedger() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        String key = talk.ok(Requests.create(128), Create.Response.class).uniqueIdentifier();
        ByteSlice correlation = submitted(talk.later(AsynchronousIndicator.MANDATORY, get(key)));
        assertThat(talk.one(new Poll.Request(correlation)).payload())
                .isInstanceOf(Get.Response.class);
        assertThat(talk.store.events().getLast().exposed()).isTrue();
        assertThat(talk.store.events().getLast().objectId()).isEqualTo(key);
    }

    @Test
    void nobodyElseCanPollProcessOrCancelIt() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        ByteSlice correlation = submitCreate(talk);
        talk.as(OTHER);
        assertThat(stages(talk)).isEmpty();
        assertThat(talk.refused(new Poll.Request(correlation)))
                .isEqualTo(ResultReason.INVALID_ASYNCHRONOUS_CORRELATION_VALUE);
        assertThat(talk.refused(new ProcessRequest.Request(correlation)))
                .isEqualTo(ResultReason.INVALID_ASYNCHRONOUS_CORRELATION_VALUE);
        assertThat(result(talk, new Cancel.Request(correlation)))
                .isEqualTo(CancellationResult.UNAVAILABLE);
        assertThat(talk.store.size()).isZero();
    }

    @Test
    void thereIsRoomForSoManyOnly() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        for (int i = 0; i < Conversation.LIMITS.requestsPerClientMax(); i++) {
            submitCreate(talk);
        }
        ResponseBatchItem full = talk.later(AsynchronousIndicator.MANDATORY,
                Requests.create(128));
        assertThat(full.reason()).isEqualTo(ResultReason.GENERAL_FAILURE);
        talk.as(OTHER);
        submitCreate(talk);
        submitCreate(talk);
        assertThat(talk.later(AsynchronousIndicator.MANDATORY, Requests.create(128)).reason())
                .isEqualTo(ResultReason.GENERAL_FAILURE);
        assertThat(talk.frames.held()).isEqualTo(Conversation.LIMITS.requestsMax());
    }

    @Test
    void aBatchIsSubmittedItemByItem() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        RequestHeader header = new RequestHeader(KmipVersion.V2_1, null, null, null,
                AsynchronousIndicator.MANDATORY, null, List.of(), null, null, null, null, 2);
        List<ResponseBatchItem> items = talk.send(new RequestMessage(header, List.of(
                RequestBatchItem.of(Requests.create(128, Attribute.name("a")), hex("01")),
                RequestBatchItem.of(Requests.create(256, Attribute.name("b")), hex("02")))))
                .items();
        assertThat(items).hasSize(2);
        ByteSlice second = submitted(items.get(1));
        assertThat(submitted(items.get(0)).matches(second)).isFalse();
        talk.one(new Poll.Request(second));
        assertThat(talk.store.size()).isEqualTo(1);
    }

    @Test
    void whatIsAboutMessagesIsNeverCarriedOutLater() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        assertThat(talk.later(AsynchronousIndicator.MANDATORY, new Poll.Request(hex("00")))
                .reason()).isEqualTo(ResultReason.FEATURE_NOT_SUPPORTED);
        RequestHeader undo = new RequestHeader(KmipVersion.V2_1, null, null, null,
                AsynchronousIndicator.MANDATORY, null, List.of(), null,
                Enumerated.of(BatchErrorContinuationOption.UNDO), null, null, 1);
        assertThat(talk.send(new RequestMessage(undo,
                List.of(RequestBatchItem.of(Requests.create(128))))).items().getFirst().reason())
                .isEqualTo(ResultReason.FEATURE_NOT_SUPPORTED);
        assertThat(talk.later(AsynchronousIndicator.OPTIONAL, Requests.create(128)).status())
                .isEqualTo(ResultStatus.SUCCESS);
    }

    @Test
    void whatIsNotPermittedIsNotEvenSubmitted() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        talk.as(new Subject("root", "mine", Role.ADMINISTRATOR, "01", Profile.DEFAULT));
        ResponseBatchItem denied = talk.later(AsynchronousIndicator.MANDATORY,
                Requests.create(128));
        assertThat(denied.reason()).isEqualTo(ResultReason.PERMISSION_DENIED);
        assertThat(talk.frames.held()).isZero();
        assertThat(talk.store.events().getLast().outcome())
                .isEqualTo(AuditEvent.Outcome.DENIED);
    }

    @Test
    void aResultThatTheAnswerCanNotCarryIsKeptForAnotherPoll() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        ByteSlice correlation = submitCreate(talk);
        for (int i = 0; i < 2; i++) {
            assertThat(talk.within(40, new Poll.Request(correlation)).reason())
                    .isEqualTo(ResultReason.RESPONSE_TOO_LARGE);
            assertThat(stages(talk)).containsExactly(ProcessingStage.COMPLETED);
        }
        assertThat(talk.store.size()).isEqualTo(1);
        assertThat(talk.one(new Poll.Request(correlation)).payload())
                .isInstanceOf(Create.Response.class);
        assertThat(talk.frames.held()).isZero();
        assertThat(stages(talk)).isEmpty();
    }

    @Test
    void aResultThatWasRefusedIsForgottenInTimeAsOthersAre() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        ByteSlice correlation = submitCreate(talk);
        assertThat(talk.within(40, new Poll.Request(correlation)).reason())
                .isEqualTo(ResultReason.RESPONSE_TOO_LARGE);
        talk.background.pass(Conversation.LIMITS.resultLife());
        assertThat(stages(talk)).isEmpty();
        assertThat(talk.frames.held()).isZero();
    }

    @Test
    void aPollInABatchThatIsUndoneKeepsItsResult() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        ByteSlice correlation = submitCreate(talk);
        List<ResponseBatchItem> items = talk.batch(BatchErrorContinuationOption.UNDO,
                new Poll.Request(correlation), Requests.get("none"));
        assertThat(items.getFirst().status()).isEqualTo(ResultStatus.OPERATION_UNDONE);
        assertThat(items.getFirst().payload()).isNull();
        assertThat(talk.one(new Poll.Request(correlation)).payload())
                .isInstanceOf(Create.Response.class);
    }
}
