package io.sallyport.gateway.session;

import static io.sallyport.gateway.session.Requests.activate;
import static io.sallyport.gateway.session.Requests.activeSince;
import static io.sallyport.gateway.session.Requests.attributes;
import static io.sallyport.gateway.session.Requests.cbc;
import static io.sallyport.gateway.session.Requests.destroy;
import static io.sallyport.gateway.session.Requests.encrypt;
import static io.sallyport.gateway.session.Requests.get;
import static io.sallyport.gateway.session.Requests.hex;
import static io.sallyport.gateway.session.Requests.id;
import static io.sallyport.gateway.session.Requests.locate;
import static io.sallyport.gateway.session.Requests.register;
import static io.sallyport.gateway.session.Requests.revoke;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.operation.keys.Links;
import io.sallyport.kmip.message.payload.Activate;
import io.sallyport.kmip.message.payload.Revoke;
import io.sallyport.kmip.message.payload.Destroy;
import io.sallyport.kmip.message.payload.AddAttribute;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.CreateKeyPair;
import io.sallyport.kmip.message.payload.Decrypt;
import io.sallyport.kmip.message.payload.DeleteAttribute;
import io.sallyport.kmip.message.payload.Encrypt;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.message.payload.ModifyAttribute;
import io.sallyport.kmip.message.payload.Register;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.EncodingOption;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KeyInformation;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.KeyWrappingSpecification;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.LinkType;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.RevocationReasonCode;
import io.sallyport.kmip.model.SecretDataType;
import io.sallyport.kmip.model.State;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.WrappingMethod;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Every operation in every version that has it, with its published refusals. */
class KeyLifeTest {
    private static final String PLAIN = "00112233445566778899aabbccddeeff01";
    private static final String KEK = "000102030405060708090a0b0c0d0e0f";
    private static final String KEY = "00112233445566778899aabbccddeeff";
    private static final int WRAP_KEY = 16;

    private static State state(Conversation talk, String id) {
        Integer code = talk.ok(attributes(id, AttributeType.STATE), GetAttributes.Response.class)
                .attributes().enumerationCode(AttributeType.STATE);
        return Objects.requireNonNull(State.of(code == null ? 0 : code));
    }

    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = "V3_0", mode = Mode.EXCLUDE)
    void aKeyFromCreationToDestruction(KmipVersion version) {
        Conversation talk = new Conversation(version);
        String key = talk.ok(Requests.create(256, Attribute.name("k")), Create.Response.class)
                .uniqueIdentifier();
        assertThat(state(talk, key)).isEqualTo(State.PRE_ACTIVE);
        talk.ok(get(key), Get.Response.class);
        talk.ok(activate(key), Activate.Response.class);
        assertThat(state(talk, key)).isEqualTo(State.ACTIVE);

        ResultReason wrongState = version == KmipVersion.V2_1
                ? ResultReason.WRONG_KEY_LIFECYCLE_STATE
                : ResultReason.PERMISSION_DENIED;
        assertThat(talk.refused(activate(key))).isEqualTo(wrongState);
        assertThat(talk.refused(destroy(key))).isEqualTo(wrongState);
        talk.ok(revoke(key, RevocationReasonCode.UNSPECIFIED),
                Revoke.Response.class);
        assertThat(state(talk, key)).isEqualTo(State.DEACTIVATED);
        talk.ok(get(key), Get.Response.class);
        talk.ok(destroy(key), Destroy.Response.class);
        assertThat(state(talk, key)).isEqualTo(State.DESTROYED);
        boolean two = version.atLeast(KmipVersion.V2_0);
        assertThat(talk.refused(get(key)))
                .isEqualTo(two ? ResultReason.OBJECT_DESTROYED : ResultReason.ITEM_NOT_FOUND);
        assertThat(talk.refused(get("nobody")))
                .isEqualTo(two ? ResultReason.OBJECT_NOT_FOUND : ResultReason.ITEM_NOT_FOUND);
        assertThat(talk.ok(locate(null, null, Attribute.name("k")), Locate.Response.class)
                .uniqueIdentifiers()).isEmpty();
    }

    /** P10: whatever an object has, a version only hears of what it defines. */
    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = "V3_0", mode = Mode.EXCLUDE)
    void aVersionHearsOnlyOfItsOwnAttributes(KmipVersion version) {
        Conversation talk = new Conversation(version);
        String key = talk
                .ok(Requests.create(128, Attribute.vendor("x", "ID", "1")), Create.Response.class)
                .uniqueIdentifier();
        List<Attribute> all = talk.ok(attributes(key), GetAttributes.Response.class).attributes()
                .attributes();
        assertThat(all).isNotEmpty().allSatisfy(attribute -> {
            if (attribute.name() instanceof AttributeName.Standard(AttributeType type)) {
                assertThat(type.definedIn(version)).as(type.text()).isTrue();
            }
        });
        assertThat(all.stream().anyMatch(a -> a.is(AttributeType.FRESH)))
                .isEqualTo(version.atLeast(KmipVersion.V1_1));
        assertThat(all.stream().anyMatch(a -> a.is(AttributeType.EXTRACTABLE)))
                .isEqualTo(version.atLeast(KmipVersion.V1_4));
        assertThat(all.stream().map(a -> a.name().text())).noneMatch(n -> n.contains("internal"));
    }

    @Test
    void cbcWithTheClientsIvAndWithTheEngines() {
        Conversation talk = new Conversation(KmipVersion.V1_2);
        String key = talk
                .ok(Requests.create(256, activeSince(Conversation.NOW - 9)), Create.Response.class)
                .uniqueIdentifier();
        Encrypt.Response random =
                talk.ok(encrypt(key, cbc(true), PLAIN, null), Encrypt.Response.class);
        assertThat(random.ivCounterNonce()).isNotNull();
        Decrypt.Response clear = talk.ok(new Decrypt.Request(id(key), cbc(null), random.data(),
                random.ivCounterNonce(), null, null, null, null, null), Decrypt.Response.class);
        assertThat(hex(clear.data())).isEqualTo(PLAIN);
        Encrypt.Response own =
                talk.ok(encrypt(key, cbc(null), PLAIN, hex(KEY)), Encrypt.Response.class);
        assertThat(own.ivCounterNonce()).isNull();
        assertThat(talk.refused(new Decrypt.Request(id(key), cbc(null), own.data(), null, null,
                null, null, null, null))).isEqualTo(ResultReason.INVALID_MESSAGE);
    }

    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = {"V1_3", "V1_4", "V2_1"})
    void gcmPutsItsTagWhereTheVersionHasAPlaceForIt(KmipVersion version) {
        Conversation talk = new Conversation(version);
        String key = talk
                .ok(Requests.create(256, activeSince(Conversation.NOW - 9)), Create.Response.class)
                .uniqueIdentifier();
        CryptographicParameters gcm =
                CryptographicParameters.of(null, BlockCipherMode.GCM, null, null, 16);
        Encrypt.Response sealed = talk.ok(
                new Encrypt.Request(id(key), gcm, hex(PLAIN), null, null, null, null,
                        version.atLeast(KmipVersion.V1_4) ? hex("aa") : null),
                Encrypt.Response.class);
        boolean field = version.atLeast(KmipVersion.V1_4);
        assertThat(sealed.authenticatedEncryptionTag() != null).isEqualTo(field);
        Decrypt.Request open = new Decrypt.Request(id(key), gcm, sealed.data(),
                sealed.ivCounterNonce(), null, null, null, field ? hex("aa") : null,
                sealed.authenticatedEncryptionTag());
        assertThat(hex(talk.ok(open, Decrypt.Response.class).data())).isEqualTo(PLAIN);
        Decrypt.Request wrongNonce = new Decrypt.Request(id(key), gcm, sealed.data(),
                hex("000000000000000000000000"), null, null, null, field ? hex("aa") : null,
                sealed.authenticatedEncryptionTag());
        assertThat(talk.refused(wrongNonce)).isEqualTo(ResultReason.CRYPTOGRAPHIC_FAILURE);
    }

    @Test
    void aModeThatIsRefusedIsRefusedWhateverTheProfile() {
        Conversation talk = new Conversation(KmipVersion.V1_4).as(Conversation.OASIS);
        String key = talk.ok(register(KEY, Requests.ENCRYPT_DECRYPT,
                activeSince(Conversation.NOW - 9)), Register.Response.class).uniqueIdentifier();
        CryptographicParameters mac =
                CryptographicParameters.of(null, BlockCipherMode.CBC_MAC, null, null, null);
        assertThat(talk.refused(encrypt(key, mac, KEY, null)))
                .isEqualTo(ResultReason.FEATURE_NOT_SUPPORTED);
    }

    @ParameterizedTest
    @EnumSource(value = BlockCipherMode.class, names = {"ECB", "PCBC"})
    void aWeakModeIsForTheProfileThatAsksForIt(BlockCipherMode mode) {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        String key = talk.ok(register(KEY, Requests.ENCRYPT_DECRYPT,
                activeSince(Conversation.NOW - 9)), Register.Response.class).uniqueIdentifier();
        CryptographicParameters weak = CryptographicParameters.of(null, mode, null, null, null);
        @Nullable
        ByteSlice iv = mode == BlockCipherMode.ECB ? null : hex("00112233445566778899aabbccddeeff");
        assertThat(talk.refused(encrypt(key, weak, KEY, iv)))
                .isEqualTo(ResultReason.FEATURE_NOT_SUPPORTED);
        talk.as(Conversation.OASIS).ok(encrypt(key, weak, KEY, iv), Encrypt.Response.class);
    }

    @Test
    void aKeyInTheWrongStateSaysSo() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        String key = talk.ok(Requests.create(256), Create.Response.class).uniqueIdentifier();
        assertThat(talk.refused(encrypt(key, cbc(true), PLAIN, null)))
                .isEqualTo(ResultReason.WRONG_KEY_LIFECYCLE_STATE);
    }

    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = {"V1_4", "V2_0", "V2_1"})
    void secretDataIsCreatedFromVersionTwoOn(KmipVersion version) {
        Conversation talk = new Conversation(version);
        Create.Request asked = new Create.Request(Enumerated.of(ObjectType.SECRET_DATA),
                AttributeList.of(Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, 256),
                        Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, 0x200)),
                List.of());
        if (version == KmipVersion.V1_4) {
            assertThat(talk.refused(asked)).isEqualTo(ResultReason.FEATURE_NOT_SUPPORTED);
            return;
        }
        Create.Response made = talk.ok(asked, Create.Response.class);
        assertThat(made.objectType().is(ObjectType.SECRET_DATA)).isTrue();
        ManagedObject.SecretData secret = (ManagedObject.SecretData) talk
                .ok(get(made.uniqueIdentifier()), Get.Response.class).object();
        assertThat(secret.secretType().is(SecretDataType.SEED)).isTrue();
        KeyBlock block = secret.block();
        assertThat(block.format().is(KeyFormatType.RAW)).isTrue();
        assertThat(block.algorithm()).isNull();
        assertThat(((TtlvItem.ByteStringItem) ((KeyValue.Plain) Objects
                .requireNonNull(block.value())).keyMaterial()).value().length()).isEqualTo(32);
        assertThat(talk.refused(new Create.Request(Enumerated.of(ObjectType.SECRET_DATA),
                AttributeList.EMPTY, List.of()))).isEqualTo(ResultReason.INVALID_FIELD);
        assertThat(talk.refused(new Create.Request(Enumerated.of(ObjectType.PRIVATE_KEY),
                AttributeList.EMPTY, List.of()))).isEqualTo(ResultReason.FEATURE_NOT_SUPPORTED);
    }

    @Test
    void aContainerNeedsOneActiveSecret() {
        Conversation talk = new Conversation(KmipVersion.V2_0);
        String key = talk.ok(Requests.create(128), Create.Response.class).uniqueIdentifier();
        assertThat(talk.refused(container(key)))
                .isEqualTo(ResultReason.KEY_FORMAT_TYPE_NOT_SUPPORTED);
        CreateKeyPair.Response pair = talk.ok(new CreateKeyPair.Request(AttributeList.of(
                Attribute.enumeration(AttributeType.CRYPTOGRAPHIC_ALGORITHM,
                        CryptographicAlgorithm.RSA),
                Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, 2048)),
                AttributeList.of(Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, 1)),
                AttributeList.of(Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, 2)),
                List.of(), List.of(), List.of()),
                CreateKeyPair.Response.class);
        String privateKey = pair.privateKeyUniqueIdentifier();
        assertThat(talk.refused(container(privateKey))).isEqualTo(ResultReason.BAD_PASSWORD);
        talk.ok(new AddAttribute.Request(id(privateKey),
                Links.of(LinkType.PKCS_12_PASSWORD_LINK, key)), AddAttribute.Response.class);
        assertThat(talk.refused(container(privateKey))).isEqualTo(ResultReason.BAD_PASSWORD);
    }

    private static Get.Request container(String key) {
        return new Get.Request(id(key), Enumerated.of(KeyFormatType.PKCS_12), null, null, null);
    }

    @Test
    void aSecondObjectOfTheSameNameIsRefused() {
        Conversation old = new Conversation(KmipVersion.V1_0);
        old.ok(register(KEY, 12, Attribute.name("n")), Register.Response.class);
        assertThat(old.refused(register(KEK, 12, Attribute.name("n"))))
                .isEqualTo(ResultReason.ILLEGAL_OPERATION);
        Conversation two = new Conversation(KmipVersion.V2_0);
        String first = two.ok(Requests.create(128, Attribute.name("n")), Create.Response.class)
                .uniqueIdentifier();
        assertThat(two.refused(Requests.create(128, Attribute.name("n"))))
                .isEqualTo(ResultReason.NON_UNIQUE_NAME_ATTRIBUTE);
        two.ok(destroy(first), Destroy.Response.class);
        two.ok(Requests.create(128, Attribute.name("n")), Create.Response.class);
    }

    @Test
    void aWrappedGetMatchesThePublishedVector() {
        Conversation talk = new Conversation(KmipVersion.V1_1);
        String kek = talk.ok(register(KEK, WRAP_KEY, activeSince(Conversation.NOW - 9)),
                Register.Response.class).uniqueIdentifier();
        String key = talk.ok(register(KEY, 12), Register.Response.class).uniqueIdentifier();
        KeyWrappingSpecification plain =
                specification(kek, Enumerated.of(EncodingOption.NO_ENCODING));
        KeyBlock block = wrapped(talk, key, plain);
        assertThat(hex(((KeyValue.Wrapped) Objects.requireNonNull(block.value()))
                .bytes())).isEqualTo("1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5");
        KeyBlock encoded = wrapped(talk, key, specification(kek, null));
        // 8 bytes of KW on the Key Value's header, the material's header, 16 bytes of material.
        assertThat(((KeyValue.Wrapped) Objects.requireNonNull(encoded.value())).bytes()
                .length()).isEqualTo(8 + 8 + 8 + 16);
    }

    private static KeyWrappingSpecification specification(String kek,
            @Nullable Enumerated<EncodingOption> option) {
        return new KeyWrappingSpecification(Enumerated.of(WrappingMethod.ENCRYPT),
                new KeyInformation(id(kek), CryptographicParameters.of(null,
                        BlockCipherMode.NIST_KEY_WRAP, null, null, null)),
                null, List.of(), option);
    }

    private static KeyBlock wrapped(Conversation talk, String key,
            KeyWrappingSpecification specification) {
        ManagedObject object = talk.ok(new Get.Request(id(key), null, null, null, specification),
                Get.Response.class).object();
        return Objects.requireNonNull(object.keyBlock());
    }

    @Test
    void protectedKeysDoNotLeaveInClear() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        String sensitive =
                talk.ok(Requests.create(256, Attribute.bool(AttributeType.SENSITIVE, true)),
                        Create.Response.class).uniqueIdentifier();
        assertThat(talk.refused(get(sensitive))).isEqualTo(ResultReason.SENSITIVE);
        String kept =
                talk.ok(Requests.create(256, Attribute.bool(AttributeType.EXTRACTABLE, false)),
                        Create.Response.class).uniqueIdentifier();
        assertThat(talk.refused(get(kept))).isEqualTo(ResultReason.NOT_EXTRACTABLE);
        assertThat(talk.refused(new ModifyAttribute.Request(id(kept), null,
                Attribute.bool(AttributeType.EXTRACTABLE, true))))
                .isEqualTo(ResultReason.PERMISSION_DENIED);
    }

    @Test
    void secretDataAsLibmongocryptRegistersIt() {
        Conversation talk = new Conversation(KmipVersion.V1_0);
        KeyBlock block = new KeyBlock(Enumerated.of(KeyFormatType.OPAQUE), null,
                new KeyValue.Plain(new TtlvItem.ByteStringItem(Tag.KEY_MATERIAL,
                        hex("ab".repeat(96))), AttributeList.EMPTY),
                null, null, null);
        ManagedObject secret =
                new ManagedObject.SecretData(Enumerated.of(SecretDataType.SEED), block);
        String id = talk.ok(new Register.Request(Enumerated.of(ObjectType.SECRET_DATA),
                AttributeList.of(Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, 0)),
                secret, List.of()), Register.Response.class).uniqueIdentifier();
        talk.ok(activate(id), Activate.Response.class);
        ManagedObject.SecretData got = (ManagedObject.SecretData) talk
                .ok(get(id), Get.Response.class).object();
        assertThat(got.secretType().is(SecretDataType.SEED)).isTrue();
        assertThat(got.block().format().is(KeyFormatType.OPAQUE)).isTrue();
        assertThat(got.block().algorithm()).isNull();
        KeyValue.Plain value = (KeyValue.Plain) Objects
                .requireNonNull(got.block().value());
        assertThat(value.attributes().isEmpty()).isTrue();
        assertThat(hex(((TtlvItem.ByteStringItem) value.keyMaterial()).value()))
                .isEqualTo("ab".repeat(96));
    }

    @Test
    void locatePagesAndCounts() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        for (int i = 0; i < 5; i++) {
            talk.ok(Requests.create(128, Attribute.text(AttributeType.OBJECT_GROUP, "g"),
                    Attribute.name("k" + i)), Create.Response.class);
        }
        Attribute group = Attribute.text(AttributeType.OBJECT_GROUP, "g");
        Locate.Response page = talk.ok(locate(2, 3, group), Locate.Response.class);
        assertThat(page.locatedItems()).isEqualTo(5);
        assertThat(page.uniqueIdentifiers()).hasSize(2);
        assertThat(talk.ok(locate(2, 4, group), Locate.Response.class).uniqueIdentifiers())
                .containsExactly(page.uniqueIdentifiers().get(1));
        assertThat(talk.ok(locate(null, null, group), Locate.Response.class).locatedItems())
                .isNull();
        assertThat(talk.ok(locate(null, null, Attribute.integer(
                AttributeType.CRYPTOGRAPHIC_USAGE_MASK, 4)), Locate.Response.class)
                .uniqueIdentifiers()).hasSize(5);
        Attribute from =
                Attribute.date(AttributeType.ORIGINAL_CREATION_DATE, Conversation.NOW - 5);
        Attribute to = Attribute.date(AttributeType.ORIGINAL_CREATION_DATE, Conversation.NOW + 5);
        assertThat(talk.ok(locate(1, 1, from, to), Locate.Response.class).locatedItems())
                .isEqualTo(5);
        assertThat(talk.ok(locate(null, null, Attribute.enumeration(AttributeType.STATE,
                State.ACTIVE)), Locate.Response.class).uniqueIdentifiers()).isEmpty();
    }

    @Test
    void anotherPartitionSeesNothing() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        String key = talk.ok(Requests.create(256, Attribute.name("k")), Create.Response.class)
                .uniqueIdentifier();
        talk.as(new Subject("spy", "other", Role.CRYPTO_USER, "ef", Profile.OASIS));
        assertThat(talk.refused(get(key))).isEqualTo(talk.refused(get("nobody")));
        assertThat(talk.refused(destroy(key))).isEqualTo(ResultReason.OBJECT_NOT_FOUND);
        assertThat(talk.ok(locate(null, null), Locate.Response.class).uniqueIdentifiers())
                .isEmpty();
        talk.as(new Subject("root", "mine", Role.ADMINISTRATOR, "01", Profile.DEFAULT));
        assertThat(talk.refused(get(key))).isEqualTo(ResultReason.PERMISSION_DENIED);
    }

    @Test
    void attributesOfOneXAreToldApartByIndex() {
        Conversation talk = new Conversation(KmipVersion.V1_2);
        String key = talk.ok(Requests.create(128, Attribute.name("a"), Attribute.name("b")),
                Create.Response.class).uniqueIdentifier();
        Attribute added = talk.ok(new AddAttribute.Request(id(key), Attribute.name("c")),
                AddAttribute.Response.class).attribute();
        assertThat(added == null ? -1 : added.index()).isEqualTo(2);
        talk.ok(new ModifyAttribute.Request(id(key), null, Attribute.name("d").withIndex(1)),
                ModifyAttribute.Response.class);
        talk.ok(new DeleteAttribute.Request(id(key), AttributeName.of(AttributeType.NAME), null,
                null), DeleteAttribute.Response.class);
        AttributeList left = talk.ok(attributes(key, AttributeType.NAME),
                GetAttributes.Response.class).attributes();
        assertThat(left.names()).containsExactly("d", "c");
        assertThat(left.attributes()).extracting(Attribute::index).containsExactly(1, 2);
        assertThat(talk.refused(new ModifyAttribute.Request(id(key), null, Attribute.name("e"))))
                .isEqualTo(ResultReason.ITEM_NOT_FOUND);
        assertThat(talk.refused(new ModifyAttribute.Request(id(key), null,
                Attribute.enumeration(AttributeType.STATE, State.ACTIVE))))
                .isEqualTo(ResultReason.PERMISSION_DENIED);
        assertThat(talk.refused(new AddAttribute.Request(id(key),
                Attribute.text(AttributeType.UNIQUE_IDENTIFIER, "mine"))))
                .isEqualTo(ResultReason.PERMISSION_DENIED);
        assertThat(talk.refused(new GetAttributes.Request(id(key),
                List.of(AttributeName.of(AttributeType.NAME),
                        AttributeName.of(AttributeType.NAME)))))
                .isEqualTo(ResultReason.INVALID_MESSAGE);
    }

    @Test
    void attributesOfTwoXAreToldApartByValue() {
        Conversation talk = new Conversation(KmipVersion.V2_0);
        String key = talk.ok(Requests.create(128, Attribute.name("a"), Attribute.name("b")),
                Create.Response.class).uniqueIdentifier();
        talk.ok(new ModifyAttribute.Request(id(key), Attribute.name("b"), Attribute.name("c")),
                ModifyAttribute.Response.class);
        assertThat(talk.refused(new ModifyAttribute.Request(id(key), Attribute.name("b"),
                Attribute.name("d")))).isEqualTo(ResultReason.ATTRIBUTE_INSTANCE_NOT_FOUND);
        assertThat(talk.refused(new ModifyAttribute.Request(id(key), null,
                Attribute.enumeration(AttributeType.STATE, State.ACTIVE))))
                .isEqualTo(ResultReason.ATTRIBUTE_READ_ONLY);
        assertThat(talk.refused(new AddAttribute.Request(id(key),
                Attribute.bool(AttributeType.SENSITIVE, true))))
                .isEqualTo(ResultReason.ATTRIBUTE_SINGLE_VALUED);
        talk.ok(new DeleteAttribute.Request(id(key), AttributeName.of(AttributeType.NAME), null,
                null), DeleteAttribute.Response.class);
        assertThat(talk.refused(new DeleteAttribute.Request(id(key),
                AttributeName.of(AttributeType.NAME), null, null)))
                .isEqualTo(ResultReason.ATTRIBUTE_NOT_FOUND);
    }
}
