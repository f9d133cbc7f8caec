package io.sallyport.kmip.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sallyport.kmip.message.payload.Activate;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.Locate;

import io.sallyport.kmip.model.AsynchronousIndicator;
import io.sallyport.kmip.model.AttestationType;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Authentication;
import io.sallyport.kmip.model.BatchErrorContinuationOption;
import io.sallyport.kmip.model.CertificateRequestType;
import io.sallyport.kmip.model.Credential;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.KmipVersionPair;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.TagCodes;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvItem;

/** The dialect of each version: what is understood, and what is never sent. */
class KmipCodecTest {
    private static final List<KmipVersion> VERSIONS = List.of(KmipVersion.V1_0, KmipVersion.V1_1,
            KmipVersion.V1_2, KmipVersion.V1_3, KmipVersion.V1_4, KmipVersion.V2_0,
            KmipVersion.V2_1, KmipVersion.V3_0);
    private static final ByteSlice BYTES = ByteSlice.of(new byte[]{1, 2, 3, 4, 5});

    private final KmipCodec codec = new KmipCodec();

    @Test
    void everyRequestComesBackInEveryVersion() throws Exception {
        assertThat(Samples.requests(KmipVersion.V3_0).stream().map(RequestPayload::operation))
                .contains(Operation.values());
        for (KmipVersion version : VERSIONS) {
            for (RequestPayload payload : Samples.requests(version)) {
                if (!exists(payload.operation(), version)) {
                    continue;
                }
                RequestMessage message = new RequestMessage(fullRequestHeader(version),
                        List.of(RequestBatchItem.of(payload, BYTES)));
                ByteBuffer bytes = ByteBuffer.allocateDirect(codec.encodedLength(message));
                codec.encodeRequest(message, bytes);
                RequestMessage again = codec.decodeRequest(bytes.flip());
                assertThat(again.items().getFirst().payload()).isInstanceOf(payload.getClass());
                assertThat(Items.equal(codec.toItem(again), codec.toItem(message)))
                        .as(version + " " + payload.operation()).isTrue();
            }
        }
    }

    @Test
    void everyResponseComesBackInEveryVersion() throws Exception {
        assertThat(Samples.responses().stream().map(ResponsePayload::operation))
                .contains(Operation.values());
        for (KmipVersion version : VERSIONS) {
            for (ResponsePayload payload : Samples.responses()) {
                if (!exists(payload.operation(), version)) {
                    continue;
                }
                ResponseMessage message = response(version, payload);
                assertThat(codec.canSay(payload, version)).isTrue();
                ByteBuffer bytes = ByteBuffer.allocate(codec.encodedLength(message));
                codec.encodeResponse(message, bytes);
                ResponseMessage again = codec.decodeResponse(bytes.flip());
                assertThat(again.items().getFirst().payload()).isInstanceOf(payload.getClass());
                assertThat(Items.equal(codec.toItem(again), codec.toItem(message)))
                        .as(version + " " + payload.operation()).isTrue();
            }
        }
    }

    @Test
    void noResponseCarriesATagOrACodeThatItsVersionLacks() {
        List<String> wrong = new ArrayList<>();
        for (KmipVersion version : VERSIONS) {
            for (ResponsePayload payload : Samples.responses()) {
                if (exists(payload.operation(), version)) {
                    look(codec.toItem(response(version, payload)), version, wrong);
                }
            }
            for (ResultReason reason : ResultReason.values()) {
                look(codec.toItem(new ResponseMessage(ResponseHeader.of(version, 0, 1),
                        List.of(ResponseBatchItem.failure(null, null, reason, "no")))), version,
                        wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noRequestCarriesATagOrACodeThatItsVersionLacks() {
        List<String> wrong = new ArrayList<>();
        for (KmipVersion version : VERSIONS) {
            for (RequestPayload payload : Samples.requests(version)) {
                if (exists(payload.operation(), version)) {
                    look(codec.toItem(new RequestMessage(fullRequestHeader(version),
                            List.of(RequestBatchItem.of(payload, BYTES)))), version, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Discover Versions is answered under any version; the others where they are defined. */
    private static boolean exists(@Nullable Operation operation, KmipVersion version) {
        return operation == Operation.DISCOVER_VERSIONS
                || (operation != null && operation.definedIn(version));
    }

    private static void look(TtlvItem item, KmipVersion version, List<String> wrong) {
        if (!Tag.definedIn(item.tag(), version)) {
            wrong.add(version + " " + Tag.nameOf(item.tag()));
        }
        // The operation is what the client itself sent.
        if (item instanceof TtlvItem.EnumerationItem code && item.tag() != Tag.OPERATION
                && !TagCodes.definedIn(item.tag(), code.value(), version)) {
            wrong.add(version + " " + Tag.nameOf(item.tag()) + " " + code.value());
        }
        if (item instanceof TtlvItem.Structure structure) {
            structure.items().forEach(child -> look(child, version, wrong));
        }
    }

    @Test
    void newReasonsBecomeOlderOnes() {
        assertThat(ResultReasons.inVersion(ResultReason.OBJECT_NOT_FOUND, KmipVersion.V1_4))
                .isEqualTo(ResultReason.ITEM_NOT_FOUND);
        assertThat(ResultReasons.inVersion(ResultReason.OBJECT_NOT_FOUND, KmipVersion.V2_0))
                .isEqualTo(ResultReason.OBJECT_NOT_FOUND);
        assertThat(ResultReasons.inVersion(ResultReason.WRONG_KEY_LIFECYCLE_STATE,
                KmipVersion.V1_2)).isEqualTo(ResultReason.PERMISSION_DENIED);
        assertThat(ResultReasons.inVersion(ResultReason.SENSITIVE, KmipVersion.V1_3))
                .isEqualTo(ResultReason.PERMISSION_DENIED);
    }

    @Test
    void libkmipSendsOffsetAndTimeStampAt10() throws Exception {
        TtlvItem payload = structure(Tag.REQUEST_PAYLOAD, integer(Tag.MAXIMUM_ITEMS, 16),
                integer(Tag.OFFSET_ITEMS, 32), attribute("Object Type",
                        new TtlvItem.EnumerationItem(Tag.ATTRIBUTE_VALUE, 2), null));
        RequestMessage message = codec.requestFromItem(
                request(1, 0, Operation.LOCATE, payload,
                        new TtlvItem.DateTimeItem(Tag.TIME_STAMP, 7)));
        Locate.Request locate = (Locate.Request) message.items().getFirst().payload();
        assertThat(message.header().timeStamp()).isEqualTo(7);
        assertThat(locate.offsetItems()).isEqualTo(32);
        assertThat(locate.filter().enumerationCode(AttributeType.OBJECT_TYPE)).isEqualTo(2);
    }

    @Test
    void fortiGateWrapsTheFilterOfLocateAndOthersLeaveItOut() throws Exception {
        TtlvItem wrapped = structure(Tag.REQUEST_PAYLOAD, structure(Tag.TEMPLATE_ATTRIBUTE,
                attribute("x-place", Items.text(Tag.ATTRIBUTE_VALUE, "here"), null)));
        Locate.Request locate = (Locate.Request) onlyPayload(Operation.LOCATE, wrapped);
        assertThat(locate.filter().attributes().getFirst().name())
                .isEqualTo(new AttributeName.Vendor("x", "place"));
        Locate.Request all =
                (Locate.Request) onlyPayload(Operation.LOCATE, structure(Tag.REQUEST_PAYLOAD));
        assertThat(all.filter().isEmpty()).isTrue();
    }

    @Test
    void mySqlEnterpriseSendsTheIndexFirstAndAMaskThatIsNoAttribute() throws Exception {
        TtlvItem early = structure(Tag.ATTRIBUTE, Items.text(Tag.ATTRIBUTE_NAME, "Cryptographic "
                + "Length"), integer(Tag.ATTRIBUTE_INDEX, 0), integer(Tag.ATTRIBUTE_VALUE, 256));
        TtlvItem payload = structure(Tag.REQUEST_PAYLOAD,
                new TtlvItem.EnumerationItem(Tag.OBJECT_TYPE, 2),
                structure(Tag.TEMPLATE_ATTRIBUTE, early,
                        attribute("Storage Status Mask", integer(Tag.ATTRIBUTE_VALUE, 1), null)));
        Create.Request create = (Create.Request) onlyPayload(Operation.CREATE, payload);
        assertThat(create.attributes().attributes()).hasSize(1);
        assertThat(create.attributes().integer(AttributeType.CRYPTOGRAPHIC_LENGTH)).isEqualTo(256);
    }

    @Test
    void theMaskThatIsNoAttributeIsPassedOverByItsTagAsByItsName() throws Exception {
        TtlvItem payload = structure(Tag.REQUEST_PAYLOAD,
                new TtlvItem.EnumerationItem(Tag.OBJECT_TYPE, 2),
                structure(Tag.TEMPLATE_ATTRIBUTE, integer(Tag.STORAGE_STATUS_MASK, 1)));
        Create.Request create = (Create.Request) onlyPayload(Operation.CREATE, payload);
        assertThat(create.attributes().attributes()).isEmpty();
    }

    @Test
    void vendorTagsArePassedOverAndOtherStrangeFieldsSpoilOnlyTheirItem() throws Exception {
        TtlvItem vendor = structure(Tag.REQUEST_PAYLOAD, Items.text(Tag.UNIQUE_IDENTIFIER, "a"),
                structure(0x540001, integer(0x540002, 1)));
        assertThat(onlyPayload(Operation.ACTIVATE, vendor)).isInstanceOf(Activate.Request.class);
        TtlvItem strange = structure(Tag.REQUEST_PAYLOAD, integer(Tag.MAXIMUM_ITEMS, 1));
        assertThat(onlyPayload(Operation.ACTIVATE, strange)).isInstanceOfSatisfying(
                MalformedPayload.class,
                p -> assertThat(p.fault().reason()).isEqualTo(ResultReason.INVALID_FIELD));
        TtlvItem twice = structure(Tag.REQUEST_PAYLOAD, Items.text(Tag.UNIQUE_IDENTIFIER, "a"),
                Items.text(Tag.UNIQUE_IDENTIFIER, "b"));
        assertThat(onlyPayload(Operation.ACTIVATE, twice)).isInstanceOfSatisfying(
                MalformedPayload.class,
                p -> assertThat(p.fault().reason()).isEqualTo(ResultReason.INVALID_MESSAGE));
        TtlvItem unknown = structure(Tag.REQUEST_MESSAGE,
                structure(Tag.REQUEST_HEADER, structure(Tag.PROTOCOL_VERSION,
                        integer(Tag.PROTOCOL_VERSION_MAJOR, 1),
                        integer(Tag.PROTOCOL_VERSION_MINOR, 2)), integer(Tag.BATCH_COUNT, 1)),
                structure(Tag.BATCH_ITEM, new TtlvItem.EnumerationItem(Tag.OPERATION, 0x7F),
                        strange));
        assertThat(codec.requestFromItem(unknown).items().getFirst().payload())
                .isInstanceOf(UnknownPayload.class);
    }

    @Test
    void aValueOfTheWrongTypeDoesNotSlipPast() throws Exception {
        TtlvItem payload = structure(Tag.REQUEST_PAYLOAD,
                new TtlvItem.EnumerationItem(Tag.OBJECT_TYPE, 2),
                structure(Tag.TEMPLATE_ATTRIBUTE, attribute("Cryptographic Usage Mask",
                        Items.text(Tag.ATTRIBUTE_VALUE, "all"), null)));
        assertThat(onlyPayload(Operation.CREATE, payload)).isInstanceOf(MalformedPayload.class);
    }

    @Test
    void anUnreadableMessageStillTellsItsVersion() {
        TtlvItem good = request(1, 2, Operation.ACTIVATE, structure(Tag.REQUEST_PAYLOAD), null);
        ByteBuffer bytes = ByteBuffer.allocate(TtlvBinary.encodedLength(good));
        TtlvBinary.encode(good, bytes);
        bytes.flip().limit(bytes.limit() - 8);
        assertThatThrownBy(() -> codec.decodeRequest(bytes)).isInstanceOfSatisfying(
                KmipFault.class, fault -> assertThat(fault.version())
                        .isEqualTo(new KmipVersionPair(1, 2)));
        TtlvItem future = request(9, 1, Operation.ACTIVATE, structure(Tag.REQUEST_PAYLOAD), null);
        assertThatThrownBy(() -> codec.requestFromItem(future)).isInstanceOfSatisfying(
                KmipFault.class, fault -> {
                    assertThat(fault.version()).isEqualTo(new KmipVersionPair(9, 1));
                    assertThat(fault.reason())
                            .isEqualTo(ResultReason.UNSUPPORTED_PROTOCOL_VERSION);
                });
    }

    @Test
    void theIndexIsSentOnlyWhenItIsNotZero() {
        AttributeList two = AttributeList.of(Attribute.name("a"),
                Attribute.name("b").withIndex(1));
        TtlvItem item = codec.toItem(response(KmipVersion.V1_2,
                new GetAttributes.Response("id", two)));
        assertThat(count(item, Tag.ATTRIBUTE)).isEqualTo(2);
        assertThat(count(item, Tag.ATTRIBUTE_INDEX)).isEqualTo(1);
    }

    @Test
    void anAnswerThatTheVersionCannotSayBecomesAFailure() throws Exception {
        Get.Response request = new Get.Response(Enumerated.of(ObjectType.CERTIFICATE_REQUEST),
                "id", new ManagedObject.CertificateRequest(
                        Enumerated.of(CertificateRequestType.PEM), BYTES));
        assertThat(codec.canSay(request, KmipVersion.V1_4)).isFalse();
        ResponseMessage sent =
                codec.responseFromItem(codec.toItem(response(KmipVersion.V1_4, request)));
        assertThat(sent.items().getFirst().status()).isEqualTo(ResultStatus.OPERATION_FAILED);
    }

    private RequestPayload onlyPayload(Operation operation, TtlvItem payload) throws KmipFault {
        return codec.requestFromItem(request(1, 2, operation, payload, null)).items().getFirst()
                .payload();
    }

    private static TtlvItem request(int major, int minor, Operation operation, TtlvItem payload,
            @Nullable TtlvItem extra) {
        List<TtlvItem> header = new ArrayList<>(List.of(structure(Tag.PROTOCOL_VERSION,
                integer(Tag.PROTOCOL_VERSION_MAJOR, major),
                integer(Tag.PROTOCOL_VERSION_MINOR, minor))));
        if (extra != null) {
            header.add(extra);
        }
        header.add(integer(Tag.BATCH_COUNT, 1));
        return structure(Tag.REQUEST_MESSAGE, new TtlvItem.Structure(Tag.REQUEST_HEADER, header),
                structure(Tag.BATCH_ITEM,
                        new TtlvItem.EnumerationItem(Tag.OPERATION, operation.code()), payload));
    }

    private static ResponseMessage response(KmipVersion version, ResponsePayload payload) {
        Operation operation = Objects.requireNonNull(payload.operation());
        return new ResponseMessage(new ResponseHeader(version, 1_700_000_000L, "c", "s", 1),
                List.of(ResponseBatchItem.success(Enumerated.of(operation), BYTES, payload)));
    }

    private static RequestHeader fullRequestHeader(KmipVersion version) {
        boolean attests = version.atLeast(KmipVersion.V1_2);
        boolean correlates = version.atLeast(KmipVersion.V1_4);
        return new RequestHeader(version, 8192, correlates ? "c" : null, correlates ? "s" : null,
                AsynchronousIndicator.PROHIBITED, attests ? true : null,
                attests ? List.of(Enumerated.of(AttestationType.TPM_QUOTE)) : List.of(),
                new Authentication(List.of(new Credential.UsernameAndPassword("u", BYTES))),
                Enumerated.of(BatchErrorContinuationOption.STOP), true, 1_700_000_000L, 1);
    }

    private static int count(TtlvItem item, int tag) {
        int mine = item.tag() == tag ? 1 : 0;
        return item instanceof TtlvItem.Structure structure
                ? mine + structure.items().stream().mapToInt(c -> count(c, tag)).sum()
                : mine;
    }

    private static TtlvItem attribute(String name, TtlvItem value, @Nullable TtlvItem extra) {
        List<TtlvItem> items = new ArrayList<>(List.of(Items.text(Tag.ATTRIBUTE_NAME, name)));
        items.add(value);
        if (extra != null) {
            items.add(extra);
        }
        return new TtlvItem.Structure(Tag.ATTRIBUTE, items);
    }

    private static TtlvItem structure(int tag, TtlvItem... items) {
        return Items.structure(tag, items);
    }

    private static TtlvItem integer(int tag, int value) {
        return new TtlvItem.IntegerItem(tag, value);
    }
}
