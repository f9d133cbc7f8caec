package io.sallyport.kmip.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.kmip.bind.UnsayableException;
import io.sallyport.kmip.message.payload.Destroy;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.Notify;
import io.sallyport.kmip.message.payload.Ping;
import io.sallyport.kmip.message.payload.Sign;
import io.sallyport.kmip.model.AttestationType;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeChanges;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Authentication;
import io.sallyport.kmip.model.Credential;
import io.sallyport.kmip.model.CredentialType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Ephemeral;
import io.sallyport.kmip.model.HashingAlgorithm;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.MessageExtension;
import io.sallyport.kmip.model.Nonce;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.Ticket;
import io.sallyport.kmip.model.TicketType;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvType;

/** What the versions say differently, and what is wrong in all of them. */
class DialectsTest {
    private static final ByteSlice BYTES = ByteSlice.of(new byte[]{1, 2, 3});

    private final KmipCodec codec = new KmipCodec();

    @ParameterizedTest
    @EnumSource(KmipVersion.class)
    void everyCredentialComesBackWhereItsVersionHasIt(KmipVersion version) throws Exception {
        for (Credential credential : credentials()) {
            CredentialType type = credential.type().known();
            boolean exists = type != null && type.definedIn(version);
            RequestMessage message = request(version, credential);
            if (!exists) {
                assertThatThrownBy(() -> codec.toItem(message)).as("%s %s", version, type)
                        .isInstanceOf(UnsayableException.class).hasMessageEndingWith("Credential");
                continue;
            }
            TtlvItem item = codec.toItem(message);
            RequestMessage again = codec.requestFromItem(item);
            Authentication authentication = Objects
                    .requireNonNull(again.header().authentication());
            assertThat(authentication.credentials()).as("%s %s", version, type).singleElement()
                    .isInstanceOf(credential.getClass());
            assertThat(Items.equal(codec.toItem(again), item)).isTrue();
        }
    }

    @Test
    void noCredentialPrintsItsSecret() {
        for (Credential credential : credentials()) {
            assertThat(credential.toString()).doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @EnumSource(KmipVersion.class)
    void theResponseHeaderKeepsWhatItsVersionHas(KmipVersion version) throws Exception {
        ResponseHeader header = new ResponseHeader(version, 7, new Nonce(BYTES, BYTES), BYTES,
                List.of(Enumerated.of(AttestationType.TPM_QUOTE)), "c", "s", 1);
        ResponseHeader again = codec.responseFromItem(codec.toItem(new ResponseMessage(header,
                List.of(ResponseBatchItem.pending(Enumerated.of(Operation.CREATE), null, BYTES)))))
                .header();
        assertThat(again.nonce() != null).isEqualTo(version.atLeast(KmipVersion.V1_2));
        assertThat(again.attestationTypes()).hasSize(version.atLeast(KmipVersion.V1_2) ? 1 : 0);
        assertThat(again.serverHashedPassword() != null)
                .isEqualTo(version.atLeast(KmipVersion.V2_0));
        assertThat(again.batchCount()).isEqualTo(1);
    }

    @Test
    void aPendingItemHasItsCorrelationValueAndExtensionsComeBack() throws Exception {
        MessageExtension extension = new MessageExtension("vendor", false,
                Items.structure(Tag.VENDOR_EXTENSION, new TtlvItem.IntegerItem(0x540001, 1)));
        ResponseBatchItem item = new ResponseBatchItem(Enumerated.of(Operation.CREATE), null,
                ResultStatus.OPERATION_PENDING, null, null, BYTES, null, List.of(extension));
        ResponseBatchItem again = codec.responseFromItem(codec.toItem(new ResponseMessage(
                ResponseHeader.of(KmipVersion.V1_4, 7, 1), List.of(item)))).items().getFirst();
        assertThat(again.status()).isEqualTo(ResultStatus.OPERATION_PENDING);
        ByteSlice value = again.asynchronousCorrelationValue();
        assertThat(value != null && value.matches(BYTES)).isTrue();
        assertThat(again.extensions()).singleElement()
                .extracting(MessageExtension::vendorIdentification).isEqualTo("vendor");
    }

    @Test
    void version3HasNoCountsAndIdsOfBatchesAndItsOwnTypes() throws Exception {
        TtlvItem item = codec.toItem(new RequestMessage(RequestHeader.of(KmipVersion.V3_0, 1),
                List.of(RequestBatchItem.of(new Destroy.Request(UniqueIdentifier.of("a")),
                        BYTES))));
        assertThat(count(item, Tag.BATCH_COUNT)).isZero();
        assertThat(count(item, Tag.UNIQUE_BATCH_ITEM_ID)).isZero();
        assertThat(first(item, Tag.UNIQUE_IDENTIFIER).type()).isEqualTo(TtlvType.IDENTIFIER);
        assertThat(codec.requestFromItem(item).header().batchCount()).isEqualTo(1);
    }

    @Test
    void namesAndIdentifiersHaveOneFormInTheModel() throws Exception {
        AttributeList attributes = AttributeList.of(Attribute.name("n"),
                Attribute.text(AttributeType.UNIQUE_IDENTIFIER, "id"));
        for (KmipVersion version : KmipVersion.values()) {
            TtlvItem item = codec.toItem(response(version,
                    new GetAttributes.Response("id", attributes)));
            GetAttributes.Response again = (GetAttributes.Response) Objects.requireNonNull(codec
                    .responseFromItem(item).items().getFirst().payload());
            assertThat(again.attributes().names()).as(version.toString()).containsExactly("n");
            assertThat(again.attributes().text(AttributeType.UNIQUE_IDENTIFIER)).isEqualTo("id");
            assertThat(count(item, Tag.NAME_VALUE))
                    .isEqualTo(version.atLeast(KmipVersion.V3_0) ? 0 : 1);
        }
    }

    @Test
    void onlyVersion3AsksByName() {
        RequestPayload byName = new Destroy.Request(new UniqueIdentifier.Name("n"));
        TtlvItem item = codec.toItem(request(KmipVersion.V3_0, byName));
        assertThat(first(item, Tag.UNIQUE_IDENTIFIER).type()).isEqualTo(TtlvType.NAME_REFERENCE);
        // Left out it would mean the ID Placeholder, so another object.
        assertThatThrownBy(() -> codec.toItem(request(KmipVersion.V2_1, byName)))
                .isInstanceOf(UnsayableException.class);
        assertThatThrownBy(() -> codec.toItem(request(KmipVersion.V1_4,
                new Destroy.Request(new UniqueIdentifier.Index(0)))))
                .isInstanceOf(UnsayableException.class);
    }

    @Test
    void aDeletedAttributeIsToldByItsNameAlone() throws Exception {
        AttributeChanges changes = new AttributeChanges(AttributeList.of(Attribute.name("n")),
                List.of(AttributeName.of(AttributeType.DESCRIPTION),
                        new AttributeName.Vendor("x", "a")));
        for (KmipVersion version : List.of(KmipVersion.V1_4, KmipVersion.V2_1)) {
            TtlvItem item = codec.toItem(request(version, new Notify.Request("id", changes)));
            Notify.Request again = (Notify.Request) codec.requestFromItem(item).items().getFirst()
                    .payload();
            assertThat(again.changes().deleted()).isEqualTo(changes.deleted());
            assertThat(again.changes().changed().names()).containsExactly("n");
        }
        assertThatThrownBy(() -> codec.toItem(request(KmipVersion.V1_0, new Notify.Request("id",
                changes)))).isInstanceOf(UnsayableException.class)
                .hasMessageEndingWith("Description");
    }

    @Test
    void streamingAndDigestsAreOfLaterVersions() {
        Sign.Request whole = sign(BYTES, null, null, null);
        Sign.Request part = sign(BYTES, null, BYTES, true);
        Sign.Request digest = sign(null, BYTES, null, null);
        assertThat(fields(KmipVersion.V1_2, whole)).containsExactly(Tag.UNIQUE_IDENTIFIER,
                Tag.DATA);
        assertThatThrownBy(() -> fields(KmipVersion.V1_2, part))
                .isInstanceOf(UnsayableException.class).hasMessageEndingWith("Correlation Value");
        assertThat(fields(KmipVersion.V1_3, part)).containsExactly(Tag.UNIQUE_IDENTIFIER, Tag.DATA,
                Tag.CORRELATION_VALUE, Tag.INIT_INDICATOR, Tag.FINAL_INDICATOR);
        assertThatThrownBy(() -> fields(KmipVersion.V1_3, digest))
                .isInstanceOf(UnsayableException.class).hasMessageEndingWith("Digested Data");
        assertThat(fields(KmipVersion.V1_4, digest)).containsExactly(Tag.UNIQUE_IDENTIFIER,
                Tag.DIGESTED_DATA);
    }

    private static Sign.Request sign(@Nullable ByteSlice data, @Nullable ByteSlice digest,
            @Nullable ByteSlice correlation, @Nullable Boolean indicators) {
        return new Sign.Request(UniqueIdentifier.of("id"), null, data, digest, correlation,
                indicators, indicators);
    }

    @ParameterizedTest
    @EnumSource(KmipVersion.class)
    void everyKindOfObjectComesBackWhereItsVersionHasIt(KmipVersion version) throws Exception {
        for (ManagedObject object : KeySamples.objects()) {
            Get.Response payload = new Get.Response(Enumerated.of(object.type()), "id", object);
            assertThat(codec.canSay(payload, version)).as("%s %s", version, object.type())
                    .isEqualTo(object.type().definedIn(version));
            if (codec.canSay(payload, version)) {
                TtlvItem item = codec.toItem(new ResponseMessage(ResponseHeader.of(version, 7, 1),
                        List.of(ResponseBatchItem.success(Enumerated.of(Operation.GET), null,
                                payload))));
                ResponseMessage again = codec.responseFromItem(item);
                assertThat(again.items().getFirst().payload()).isInstanceOfSatisfying(
                        Get.Response.class, got -> assertThat(got.object())
                                .isInstanceOf(object.getClass()));
                assertThat(Items.equal(codec.toItem(again), item)).isTrue();
            }
        }
    }

    @Test
    void whatIsEphemeralIsABooleanFirstAndThenAnEnumeration() throws Exception {
        for (KmipVersion version : List.of(KmipVersion.V2_1, KmipVersion.V3_0)) {
            for (Enumerated<Ephemeral> ephemeral : List.of(Enumerated.of(Ephemeral.DATA),
                    new Enumerated<Ephemeral>(0, null))) {
                TtlvItem item = codec.toItem(new RequestMessage(RequestHeader.of(version, 1),
                        List.of(new RequestBatchItem(Enumerated.of(Operation.PING), ephemeral,
                                null, new Ping.Request(), List.of()))));
                assertThat(Items.equal(codec.toItem(codec.requestFromItem(item)), item)).isTrue();
            }
        }
    }

    /** Requests that lack what their operation needs, or hold what it does not know. */
    @Test
    void whatBreaksARuleOfItsOperationIsNamed() throws Exception {
        refused(Operation.POLL, ResultReason.INVALID_MESSAGE);
        refused(Operation.GET_USAGE_ALLOCATION, ResultReason.INVALID_MESSAGE);
        refused(Operation.DERIVE_KEY, ResultReason.INVALID_MESSAGE);
        refused(Operation.HASH, ResultReason.INVALID_MESSAGE);
        refused(Operation.RNG_RETRIEVE, ResultReason.INVALID_MESSAGE);
        refused(Operation.PUT, ResultReason.INVALID_MESSAGE);
        refused(Operation.IMPORT, ResultReason.INVALID_MESSAGE);
        refused(Operation.LOGOUT, ResultReason.INVALID_MESSAGE);
        refused(Operation.SET_ATTRIBUTE, ResultReason.INVALID_MESSAGE);
        refused(Operation.CREATE_CREDENTIAL, ResultReason.INVALID_MESSAGE);
        refused(Operation.PING, ResultReason.INVALID_FIELD,
                new TtlvItem.IntegerItem(Tag.DATA_LENGTH, 1));
        refused(Operation.RNG_RETRIEVE, ResultReason.INVALID_MESSAGE,
                Items.text(Tag.DATA_LENGTH, "1"));
        TtlvItem credential = Items.structure(Tag.PASSWORD_CREDENTIAL);
        refused(Operation.CREATE_CREDENTIAL, ResultReason.INVALID_MESSAGE,
                new TtlvItem.EnumerationItem(Tag.CREDENTIAL_TYPE, 7), credential, credential);
    }

    private void refused(Operation operation, ResultReason reason, TtlvItem... fields)
            throws KmipFault {
        TtlvItem ping = codec.toItem(request(KmipVersion.V3_0, new Ping.Request()));
        TtlvItem header = first(ping, Tag.REQUEST_HEADER);
        TtlvItem message = Items.structure(Tag.REQUEST_MESSAGE, header,
                Items.structure(Tag.BATCH_ITEM,
                        new TtlvItem.EnumerationItem(Tag.OPERATION, operation.code()),
                        Items.structure(Tag.REQUEST_PAYLOAD, fields)));
        assertThat(codec.requestFromItem(message).items().getFirst().payload())
                .as(operation.toString()).isInstanceOfSatisfying(MalformedPayload.class,
                        malformed -> assertThat(malformed.fault().reason()).isEqualTo(reason));
    }

    private static List<Credential> credentials() {
        ByteSlice secret = ByteSlice.ofText("secret");
        return List.of(new Credential.UsernameAndPassword("u", secret),
                new Credential.Device("d", secret, "i", "n", "m", "e"),
                new Credential.Attestation(new Nonce(BYTES, BYTES),
                        Enumerated.of(AttestationType.TPM_QUOTE), BYTES, BYTES),
                new Credential.OneTimePassword("u", secret, secret),
                new Credential.HashedPassword("u", 7, Enumerated.of(HashingAlgorithm.SHA_256),
                        secret),
                new Credential.OfTicket(new Ticket(Enumerated.of(TicketType.LOGIN), secret)));
    }

    private List<Integer> fields(KmipVersion version, RequestPayload payload) {
        List<Integer> tags = new ArrayList<>();
        TtlvItem item = first(codec.toItem(request(version, payload)), Tag.BATCH_ITEM);
        if (first(item, Tag.REQUEST_PAYLOAD) instanceof TtlvItem.Structure structure) {
            structure.items().forEach(field -> tags.add(field.tag()));
        }
        return tags;
    }

    private static RequestMessage request(KmipVersion version, RequestPayload payload) {
        return new RequestMessage(RequestHeader.of(version, 1),
                List.of(RequestBatchItem.of(payload)));
    }

    private static RequestMessage request(KmipVersion version, Credential credential) {
        RequestHeader header = new RequestHeader(version, null, null, null, null, null, List.of(),
                new Authentication(List.of(credential)), null, null, null, 1);
        return new RequestMessage(header, List.of(RequestBatchItem.of(
                new Destroy.Request(UniqueIdentifier.of("id")))));
    }

    private static ResponseMessage response(KmipVersion version, GetAttributes.Response payload) {
        return new ResponseMessage(ResponseHeader.of(version, 7, 1), List.of(ResponseBatchItem
                .success(Enumerated.of(Operation.GET_ATTRIBUTES), null, payload)));
    }

    private static TtlvItem first(TtlvItem item, int tag) {
        return find(item, tag).getFirst();
    }

    private static int count(TtlvItem item, int tag) {
        return find(item, tag).size();
    }

    private static List<TtlvItem> find(TtlvItem item, int tag) {
        List<TtlvItem> found = new ArrayList<>();
        if (item.tag() == tag) {
            found.add(item);
        }
        if (item instanceof TtlvItem.Structure structure) {
            structure.items().forEach(child -> found.addAll(find(child, tag)));
        }
        return found;
    }
}
