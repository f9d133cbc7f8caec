package io.sallyport.gateway.session;

import static io.sallyport.gateway.session.Requests.attributes;
import static io.sallyport.gateway.session.Requests.get;
import static io.sallyport.gateway.session.Requests.hex;
import static io.sallyport.gateway.session.Requests.id;
import static io.sallyport.gateway.session.Requests.register;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.Deactivate;
import io.sallyport.kmip.message.payload.DiscoverVersions;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.Interop;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.message.payload.Obliterate;
import io.sallyport.kmip.message.payload.Query;
import io.sallyport.kmip.message.payload.Register;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CertificateRequestType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.EncodingOption;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.InteropFunction;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KeyInformation;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.KeyWrapType;
import io.sallyport.kmip.model.KeyWrappingData;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.QueryFunction;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.WrappingMethod;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Objects that are kept for their owner, and what is served to some clients only. */
class KeptKeysTest {
    private static final String KEK = "000102030405060708090a0b0c0d0e0f";
    private static final String KEY = "00112233445566778899aabbccddeeff";
    /** RFC 3394, section 4.1. */
    private static final String WRAPPED = "1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5";
    private static final int UNWRAP_KEY = 32;

    private static Register.Request registered(KeyBlock block, Attribute... more) {
        return new Register.Request(Enumerated.of(ObjectType.SYMMETRIC_KEY),
                AttributeList.of(more), new ManagedObject.SymmetricKey(block), List.of());
    }

    private static KeyBlock block(@Nullable KeyValue value, @Nullable KeyWrappingData wrapping) {
        return new KeyBlock(Enumerated.of(KeyFormatType.RAW), null, value,
                Enumerated.of(CryptographicAlgorithm.AES), 128, wrapping);
    }

    private static Attribute usage() {
        return Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK,
                Requests.ENCRYPT_DECRYPT);
    }

    private static String wrapped(Conversation talk, KeyValue value) {
        String kek = talk.ok(register(KEK, UNWRAP_KEY), Register.Response.class)
                .uniqueIdentifier();
        KeyWrappingData data = new KeyWrappingData(Enumerated.of(WrappingMethod.ENCRYPT),
                new KeyInformation(id(kek), CryptographicParameters.of(null,
                        BlockCipherMode.NIST_KEY_WRAP, null, null, null)),
                null, null, null, Enumerated.of(EncodingOption.NO_ENCODING));
        return talk.ok(registered(block(value, data), usage(),
                Requests.activeSince(Conversation.NOW - 1)), Register.Response.class)
                .uniqueIdentifier();
    }

    private static KeyBlock got(Conversation talk, String key, @Nullable KeyWrapType type) {
        Get.Request request = new Get.Request(id(key), null,
                type == null ? null : Enumerated.of(type), null, null);
        return Objects
                .requireNonNull(talk.ok(request, Get.Response.class).object().keyBlock());
    }

    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = {"V1_4", "V2_0", "V2_1"})
    void aWrappedKeyComesBackAsItCameOrUnwrapped(KmipVersion version) {
        Conversation talk = new Conversation(version);
        String key = wrapped(talk, new KeyValue.Wrapped(hex(WRAPPED)));
        KeyBlock block = got(talk, key, null);
        assertThat(block.value()).isInstanceOfSatisfying(KeyValue.Wrapped.class,
                value -> assertThat(hex(value.bytes())).isEqualTo(WRAPPED));
        assertThat(Objects.requireNonNull(block.wrapping()).encodingOption()).isNotNull();
        assertThat(talk.store.events().getLast().exposed()).isFalse();
        KeyBlock clear = got(talk, key, KeyWrapType.NOT_WRAPPED);
        assertThat(clear.wrapping()).isNull();
        assertThat(clear.value()).isInstanceOfSatisfying(KeyValue.Plain.class,
                value -> assertThat(value.keyMaterial())
                        .isInstanceOfSatisfying(TtlvItem.ByteStringItem.class,
                                bytes -> assertThat(hex(bytes.value())).isEqualTo(KEY)));
        assertThat(talk.store.events().getLast().exposed()).isTrue();
    }

    @Test
    void theFormOfTheWrappedValueIsKept() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        String key = wrapped(talk, new KeyValue.Plain(
                new TtlvItem.ByteStringItem(Tag.KEY_MATERIAL, hex(WRAPPED)),
                AttributeList.EMPTY));
        assertThat(got(talk, key, KeyWrapType.AS_REGISTERED).value())
                .isInstanceOf(KeyValue.Plain.class);
    }

    /** Its bytes are no key: whoever encrypted with them would encrypt with a known text. */
    @Test
    void theEngineIsGivenNoRightToUseWhatIsWrappedOrElsewhere() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        String key = wrapped(talk, new KeyValue.Wrapped(hex(WRAPPED)));
        String elsewhere = talk.ok(registered(block(null, null), usage(),
                Requests.activeSince(Conversation.NOW - 1)), Register.Response.class)
                .uniqueIdentifier();
        for (String one : List.of(key, elsewhere)) {
            assertThat(talk.store.find("mine", one).result().orElseThrow().header().usageMask())
                    .isZero();
            assertThat(talk.ok(attributes(one, AttributeType.CRYPTOGRAPHIC_USAGE_MASK),
                    GetAttributes.Response.class).attributes()
                    .integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK))
                    .isEqualTo(Requests.ENCRYPT_DECRYPT);
        }
    }

    @Test
    void aKeyWhoseValueIsElsewhereHasNone() {
        Conversation talk = new Conversation(KmipVersion.V1_2);
        String key = talk.ok(registered(block(null, null), usage()), Register.Response.class)
                .uniqueIdentifier();
        assertThat(got(talk, key, null).value()).isNull();
        AttributeList all = talk.ok(attributes(key), GetAttributes.Response.class).attributes();
        assertThat(all.bool(AttributeType.KEY_VALUE_PRESENT)).isFalse();
        assertThat(all.has(AttributeType.DIGEST)).isFalse();
        assertThat(talk.ok(Requests.locate(null, null,
                Attribute.bool(AttributeType.KEY_VALUE_PRESENT, false)), Locate.Response.class)
                .uniqueIdentifiers()).containsExactly(key);
    }

    @Test
    void aWrappedKeyNeedsItsWrappingData() {
        Conversation talk = new Conversation(KmipVersion.V2_0);
        assertThat(talk.refused(registered(block(new KeyValue.Wrapped(hex(WRAPPED)), null))))
                .isEqualTo(ResultReason.INVALID_FIELD);
        assertThat(talk.store.size()).isZero();
    }

    @Test
    void certificateRequestsAreKept() {
        Conversation talk = new Conversation(KmipVersion.V2_0);
        ManagedObject.CertificateRequest request = new ManagedObject.CertificateRequest(
                Enumerated.of(CertificateRequestType.PKCS_10), hex("3000"));
        String key = talk.ok(new Register.Request(
                Enumerated.of(ObjectType.CERTIFICATE_REQUEST), AttributeList.EMPTY, request,
                List.of()), Register.Response.class).uniqueIdentifier();
        assertThat(talk.ok(get(key), Get.Response.class).object()).isInstanceOfSatisfying(
                ManagedObject.CertificateRequest.class, kept -> {
                    assertThat(kept.requestType().is(CertificateRequestType.PKCS_10)).isTrue();
                    assertThat(hex(kept.value())).isEqualTo("3000");
                });
    }

    @Test
    void interopAndTheDraftAreForConformanceClientsOnly() {
        Interop.Request begin = new Interop.Request(Enumerated.of(InteropFunction.BEGIN), "t");
        Conversation talk = new Conversation(KmipVersion.V2_1);
        assertThat(talk.refused(begin)).isEqualTo(ResultReason.OPERATION_NOT_SUPPORTED);
        assertThat(served(talk)).doesNotContain(Operation.INTEROP);
        talk.as(Conversation.OASIS).ok(begin, Interop.Response.class);
        assertThat(served(talk)).contains(Operation.INTEROP);
        assertThat(talk.refused(
                new Interop.Request(Enumerated.of(InteropFunction.RESET), "t")))
                .isEqualTo(ResultReason.FEATURE_NOT_SUPPORTED);
        Conversation draft = new Conversation(KmipVersion.V3_0);
        assertThat(draft.as(Conversation.OASIS).one(begin).status())
                .isEqualTo(ResultStatus.SUCCESS);
        assertThat(versions(draft)).contains(KmipVersion.V3_0);
        assertThat(versions(talk.as(Conversation.USER)))
                .doesNotContain(KmipVersion.V3_0);
    }

    private static List<KmipVersion> versions(Conversation talk) {
        return talk.ok(new DiscoverVersions.Request(List.of()), DiscoverVersions.Response.class)
                .versions().stream().map(one -> Objects.requireNonNull(one.known()))
                .toList();
    }

    private static List<Operation> served(Conversation talk) {
        return talk.ok(new Query.Request(
                List.of(Enumerated.of(QueryFunction.QUERY_OPERATIONS))), Query.Response.class)
                .operations().stream().map(one -> Objects.requireNonNull(one.known()))
                .toList();
    }

    @Test
    void whatIsObliteratedLeavesNothing() {
        Conversation talk = new Conversation(KmipVersion.V3_0).as(Conversation.OASIS);
        String key = talk.ok(Requests.create(128, Attribute.name("k")), Create.Response.class)
                .uniqueIdentifier();
        talk.ok(new Obliterate.Request(id(key)), Obliterate.Response.class);
        assertThat(talk.store.size()).isZero();
        assertThat(talk.refused(attributes(key))).isEqualTo(ResultReason.ITEM_NOT_FOUND);
        assertThat(talk.store.events().get(1).objectId()).isEqualTo(key);
        String active = talk.ok(Requests.create(128, Requests.activeSince(1)),
                Create.Response.class).uniqueIdentifier();
        assertThat(talk.refused(new Obliterate.Request(id(active))))
                .isEqualTo(ResultReason.WRONG_KEY_LIFECYCLE_STATE);
        talk.ok(new Deactivate.Request(id(active), null, null), Deactivate.Response.class);
        talk.ok(new Obliterate.Request(id(active)), Obliterate.Response.class);
    }
}
