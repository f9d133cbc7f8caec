package io.sallyport.gateway.session;

import static io.sallyport.gateway.session.Requests.hex;
import static io.sallyport.gateway.session.Requests.id;
import static io.sallyport.gateway.session.Requests.register;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.message.payload.Export;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.Import;
import io.sallyport.kmip.message.payload.Register;
import io.sallyport.kmip.message.payload.Sign;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.EncodingOption;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KeyInformation;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.KeyWrapType;
import io.sallyport.kmip.model.KeyWrappingData;
import io.sallyport.kmip.model.KeyWrappingSpecification;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.TransparentForm;
import io.sallyport.kmip.model.WrappingMethod;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;

/** Keys that come as numbers: taken, kept, wrapped, and given back as they came. */
class KeyFormsTest {
    private static final String KEK = "000102030405060708090a0b0c0d0e0f";
    private static final int WRAP_AND_UNWRAP = 48;
    private static final int SIGN = 1;
    private static final String EIGHT = "1122334455667788";

    private static TtlvItem number(int tag) {
        return new TtlvItem.BigIntegerItem(tag, hex(EIGHT));
    }

    private static TtlvItem curve(int code) {
        return new TtlvItem.EnumerationItem(Tag.RECOMMENDED_CURVE, code);
    }

    private static TtlvItem.Structure structure(TtlvItem... items) {
        return new TtlvItem.Structure(Tag.KEY_MATERIAL, List.of(items));
    }

    private static TtlvItem.Structure material(TransparentForm form) {
        return switch (form) {
            case SYMMETRIC_KEY ->
                structure(new TtlvItem.ByteStringItem(Tag.KEY, hex(KEK)));
            case DSA_PRIVATE_KEY ->
                structure(number(Tag.P), number(Tag.Q), number(Tag.G), number(Tag.X));
            case DSA_PUBLIC_KEY ->
                structure(number(Tag.P), number(Tag.Q), number(Tag.G), number(Tag.Y));
            case RSA_PRIVATE_KEY -> structure(number(Tag.MODULUS), number(Tag.PRIVATE_EXPONENT));
            case RSA_PUBLIC_KEY -> structure(number(Tag.MODULUS), number(Tag.PUBLIC_EXPONENT));
            case DH_PRIVATE_KEY -> structure(number(Tag.P), number(Tag.G), number(Tag.X));
            case DH_PUBLIC_KEY -> structure(number(Tag.P), number(Tag.Q), number(Tag.G),
                    number(Tag.J), number(Tag.Y));
            case ECDSA_PRIVATE_KEY, ECDH_PRIVATE_KEY, ECMQV_PRIVATE_KEY, EC_PRIVATE_KEY ->
                structure(curve(2), number(Tag.D));
            case ECDSA_PUBLIC_KEY, ECDH_PUBLIC_KEY, ECMQV_PUBLIC_KEY, EC_PUBLIC_KEY ->
                structure(curve(2), new TtlvItem.ByteStringItem(Tag.Q_STRING, hex("04" + KEK)));
        };
    }

    private static ManagedObject object(ObjectType type, KeyFormatType format,
            @Nullable KeyValue value, @Nullable CryptographicAlgorithm algorithm,
            @Nullable KeyWrappingData wrapping) {
        KeyBlock block = new KeyBlock(Enumerated.of(format), null, value,
                algorithm == null ? null : Enumerated.of(algorithm), null, wrapping);
        return switch (type) {
            case PRIVATE_KEY -> new ManagedObject.PrivateKey(block);
            case PUBLIC_KEY -> new ManagedObject.PublicKey(block);
            default -> new ManagedObject.SymmetricKey(block);
        };
    }

    private static ManagedObject object(TransparentForm form) {
        return object(form.objectType(), form.format(), plain(material(form)),
                form == TransparentForm.SYMMETRIC_KEY ? CryptographicAlgorithm.AES : null, null);
    }

    /** A key whose format is sent as its code alone, as a version can that has no name for it. */
    private static ManagedObject unnamed(TransparentForm form) {
        return new ManagedObject.PrivateKey(
                new KeyBlock(new Enumerated<>(form.format().code(), null), null,
                        plain(material(form)), null, null, null));
    }

    private static KeyValue plain(TtlvItem material) {
        return new KeyValue.Plain(material, AttributeList.EMPTY);
    }

    private static Register.Request request(ManagedObject object) {
        return new Register.Request(Enumerated.of(object.type()),
                AttributeList.of(
                        Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, SIGN),
                        Requests.activeSince(1)),
                object, List.of());
    }

    private static String registered(Conversation talk, ManagedObject object) {
        return talk.ok(request(object), Register.Response.class).uniqueIdentifier();
    }

    private static KeyBlock got(Conversation talk, String key, @Nullable KeyFormatType format,
            @Nullable KeyWrapType wrap) {
        return Objects.requireNonNull(talk.ok(
                new Get.Request(id(key), format == null ? null : Enumerated.of(format),
                        wrap == null ? null : Enumerated.of(wrap), null, null),
                Get.Response.class).object().keyBlock());
    }

    private static TtlvItem materialOf(KeyBlock block) {
        return ((KeyValue.Plain) Objects.requireNonNull(block.value())).keyMaterial();
    }

    private static void assertMaterial(KeyBlock block, TransparentForm form) {
        assertThat(block.format().is(form.format())).as(block.format().toString()).isTrue();
        assertThat(Items.equal(materialOf(block), material(form))).as(form.name()).isTrue();
    }

    private static List<TransparentForm> forms(KmipVersion version) {
        List<TransparentForm> forms = new ArrayList<>(List.of(TransparentForm.values()));
        forms.removeIf(form -> !form.format().definedIn(version));
        return forms;
    }

    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = "V3_0", mode = EnumSource.Mode.EXCLUDE)
    void everyFormOfAVersionComesBackAsItCame(KmipVersion version) {
        Conversation talk = new Conversation(version);
        for (TransparentForm form : forms(version)) {
            String key = registered(talk, object(form));
            assertMaterial(got(talk, key, form.format(), null), form);
            if (form != TransparentForm.SYMMETRIC_KEY) {
                assertMaterial(got(talk, key, null, null), form);
            }
            if (version.atLeast(KmipVersion.V1_4)) {
                Export.Response exported = talk.ok(new Export.Request(id(key),
                        Enumerated.of(form.format()), null, null, null), Export.Response.class);
                assertMaterial(Objects.requireNonNull(exported.object().keyBlock()), form);
                String copy = talk.ok(new Import.Request("copy of " + key,
                        exported.objectType(), null, null, AttributeList.EMPTY,
                        exported.object()), Import.Response.class).uniqueIdentifier();
                assertMaterial(got(talk, copy, form.format(), null), form);
            }
        }
    }

    @Test
    void whatTheKeyBlockLeavesOutIsTakenFromTheForm() {
        Conversation talk = new Conversation(KmipVersion.V1_2);
        for (TransparentForm form : forms(KmipVersion.V1_2)) {
            ObjectHeader header = talk.store.find("mine", registered(talk, object(form)))
                    .result().orElseThrow().header();
            CryptographicAlgorithm algorithm = form.algorithm();
            assertThat(header.algorithm()).as(form.name()).isEqualTo(algorithm == null
                    ? CryptographicAlgorithm.AES.code()
                    : algorithm.code());
            assertThat(header.lengthBits()).as(form.name())
                    .isEqualTo(form.isOnCurve() ? 0 : algorithm == null ? 128 : 61);
        }
    }

    @Test
    void aVersionTakesAndGivesOnlyWhatItHasANameFor() {
        assertThat(new Conversation(KmipVersion.V1_2)
                .refused(request(unnamed(TransparentForm.EC_PRIVATE_KEY))))
                .isEqualTo(ResultReason.KEY_FORMAT_TYPE_NOT_SUPPORTED);
        Conversation two = new Conversation(KmipVersion.V2_0);
        assertThat(two.refused(request(unnamed(TransparentForm.ECDSA_PRIVATE_KEY))))
                .isEqualTo(ResultReason.KEY_FORMAT_TYPE_NOT_SUPPORTED);
        String key = registered(two, object(TransparentForm.EC_PUBLIC_KEY));
        assertThat(two.refused(new Get.Request(id(key),
                new Enumerated<>(KeyFormatType.TRANSPARENT_ECDH_PUBLIC_KEY.code(), null), null,
                null, null))).isEqualTo(ResultReason.KEY_FORMAT_TYPE_NOT_SUPPORTED);
        Conversation old = new Conversation(KmipVersion.V1_4);
        assertThat(old.refused(request(object(ObjectType.PRIVATE_KEY,
                KeyFormatType.TRANSPARENT_EC_PRIVATE_KEY,
                plain(structure(curve(0x45), number(Tag.D))), null, null))))
                .as("a curve of 2.0").isEqualTo(ResultReason.INVALID_FIELD);
    }

    /** The material is the same; only the engine's part is another matter. */
    @Test
    void theOldNamesOfFormsOnCurvesAreNamesOfOneForm() {
        Conversation talk = new Conversation(KmipVersion.V1_3);
        String key = registered(talk, object(TransparentForm.ECDH_PRIVATE_KEY));
        for (TransparentForm other : List.of(TransparentForm.EC_PRIVATE_KEY,
                TransparentForm.ECDSA_PRIVATE_KEY, TransparentForm.ECMQV_PRIVATE_KEY)) {
            assertMaterial(got(talk, key, other.format(), null), other);
        }
        assertThat(talk.refused(new Get.Request(id(key),
                Enumerated.of(KeyFormatType.TRANSPARENT_EC_PUBLIC_KEY), null, null, null)))
                .isEqualTo(ResultReason.KEY_FORMAT_TYPE_NOT_SUPPORTED);
    }

    @Test
    void materialThatIsNotOfItsFormatIsRefused() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        TtlvItem bytes = new TtlvItem.ByteStringItem(Tag.KEY_MATERIAL, hex(KEK));
        TtlvItem rsa = material(TransparentForm.RSA_PRIVATE_KEY);
        refused(talk, ObjectType.PRIVATE_KEY, KeyFormatType.PKCS_8, rsa);
        refused(talk, ObjectType.SYMMETRIC_KEY, KeyFormatType.RAW,
                material(TransparentForm.SYMMETRIC_KEY));
        refused(talk, ObjectType.PRIVATE_KEY, KeyFormatType.TRANSPARENT_RSA_PRIVATE_KEY, bytes);
        refused(talk, ObjectType.SYMMETRIC_KEY, KeyFormatType.TRANSPARENT_SYMMETRIC_KEY, bytes);
        refused(talk, ObjectType.PRIVATE_KEY, KeyFormatType.TRANSPARENT_DSA_PRIVATE_KEY, rsa);
        refused(talk, ObjectType.PRIVATE_KEY, KeyFormatType.TRANSPARENT_EC_PRIVATE_KEY,
                structure(curve(0x7fff), number(Tag.D)));
        assertThat(talk.store.size()).isZero();
    }

    private static void refused(Conversation talk, ObjectType type, KeyFormatType format,
            TtlvItem material) {
        assertThat(talk.refused(request(object(type, format, plain(material), null, null))))
                .as(type + " as " + format).isEqualTo(ResultReason.INVALID_FIELD);
    }

    @Test
    void aFormatOfAnotherTypeOfObjectIsRefused() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        TtlvItem bytes = new TtlvItem.ByteStringItem(Tag.KEY_MATERIAL, hex(KEK));
        for (ManagedObject wrong : List.of(
                object(ObjectType.PUBLIC_KEY, KeyFormatType.PKCS_8, plain(bytes), null, null),
                object(ObjectType.PRIVATE_KEY, KeyFormatType.X_509, plain(bytes), null, null),
                object(ObjectType.SYMMETRIC_KEY, KeyFormatType.PKCS_1, plain(bytes), null, null),
                object(ObjectType.PUBLIC_KEY, KeyFormatType.TRANSPARENT_RSA_PRIVATE_KEY,
                        plain(material(TransparentForm.RSA_PRIVATE_KEY)), null, null))) {
            assertThat(talk.refused(request(wrong)))
                    .isEqualTo(ResultReason.KEY_FORMAT_TYPE_NOT_SUPPORTED);
        }
    }

    @Test
    void keysThatAreOnlyKeptAreNotUsed() {
        for (KmipVersion version : List.of(KmipVersion.V1_2, KmipVersion.V2_1)) {
            Conversation talk = new Conversation(version);
            for (TransparentForm form : List.of(TransparentForm.DSA_PRIVATE_KEY,
                    TransparentForm.DH_PRIVATE_KEY)) {
                String key = registered(talk, object(form));
                assertThat(talk.refused(new Sign.Request(id(key), null, hex(KEK), null, null,
                        null, null))).isEqualTo(version == KmipVersion.V1_2
                                ? ResultReason.FEATURE_NOT_SUPPORTED
                                : ResultReason.UNSUPPORTED_CRYPTOGRAPHIC_PARAMETERS);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = {"V1_2", "V1_4", "V2_1"})
    void numbersAreWrappedWithTheWholeKeyValue(KmipVersion version) throws Exception {
        Conversation talk = new Conversation(version);
        String kek = talk.ok(register(KEK, WRAP_AND_UNWRAP, Requests.activeSince(1)),
                Register.Response.class).uniqueIdentifier();
        for (TransparentForm form : forms(version)) {
            if (form == TransparentForm.SYMMETRIC_KEY) {
                continue;
            }
            KeyBlock block = Objects.requireNonNull(talk.ok(
                    new Get.Request(id(registered(talk, object(form))), null, null, null,
                            new KeyWrappingSpecification(Enumerated.of(WrappingMethod.ENCRYPT),
                                    new KeyInformation(id(kek), null), null, List.of(), null)),
                    Get.Response.class).object().keyBlock());
            assertThat(block.format().is(form.format())).isTrue();
            ByteSlice wrapped =
                    ((KeyValue.Wrapped) Objects.requireNonNull(block.value())).bytes();
            Cipher cipher = Cipher.getInstance("AES/KW/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE,
                    new SecretKeySpec(HexFormat.of().parseHex(KEK), "AES"));
            TtlvItem value = TtlvBinary.decode(
                    ByteBuffer.wrap(cipher.doFinal(wrapped.toByteArray())), TtlvLimits.DEFAULT);
            assertThat(Items.equal(value,
                    new TtlvItem.Structure(Tag.KEY_VALUE, List.of(material(form)))))
                    .as(form.name()).isTrue();
        }
    }

    private static ManagedObject wrapped(String kek, TransparentForm form, EncodingOption option)
            throws Exception {
        TtlvItem value = new TtlvItem.Structure(Tag.KEY_VALUE, List.of(material(form)));
        ByteBuffer clear = ByteBuffer.allocate(TtlvBinary.encodedLength(value));
        TtlvBinary.encode(value, clear);
        Cipher cipher = Cipher.getInstance("AES/KW/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE,
                new SecretKeySpec(HexFormat.of().parseHex(KEK), "AES"));
        KeyWrappingData data = new KeyWrappingData(Enumerated.of(WrappingMethod.ENCRYPT),
                new KeyInformation(id(kek), CryptographicParameters.of(null,
                        BlockCipherMode.NIST_KEY_WRAP, null, null, null)),
                null, null, null, Enumerated.of(option));
        return object(form.objectType(), form.format(),
                new KeyValue.Wrapped(ByteSlice.of(cipher.doFinal(clear.array()))),
                form == TransparentForm.SYMMETRIC_KEY ? CryptographicAlgorithm.AES : null, data);
    }

    @Test
    void aWrappedKeyOfNumbersIsKeptWrappedAndHadUnwrapped() throws Exception {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        String kek = talk.ok(register(KEK, WRAP_AND_UNWRAP, Requests.activeSince(1)),
                Register.Response.class).uniqueIdentifier();
        for (TransparentForm form : forms(KmipVersion.V1_4)) {
            String key = registered(talk, wrapped(kek, form, EncodingOption.TTLV_ENCODING));
            KeyBlock kept = got(talk, key, null, null);
            assertThat(kept.value()).isInstanceOf(KeyValue.Wrapped.class);
            assertThat(kept.wrapping()).isNotNull();
            KeyBlock clear = got(talk, key, null, KeyWrapType.NOT_WRAPPED);
            assertMaterial(clear, form);
            assertThat(clear.wrapping()).isNull();
        }
    }

    @Test
    void aWrappedKeyOfNumbersIsImportedUnwrapped() throws Exception {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        String kek = talk.ok(register(KEK, WRAP_AND_UNWRAP, Requests.activeSince(1)),
                Register.Response.class).uniqueIdentifier();
        for (TransparentForm form : forms(KmipVersion.V2_1)) {
            String key = imported(talk, wrapped(kek, form, EncodingOption.TTLV_ENCODING), form);
            assertMaterial(got(talk, key, form.format(), null), form);
            ObjectHeader header =
                    talk.store.find("mine", key).result().orElseThrow().header();
            assertThat(header.usageMask()).isEqualTo(SIGN);
            assertThat(header.keyFormat()).isEqualTo(form == TransparentForm.SYMMETRIC_KEY
                    ? KeyFormatType.RAW.code()
                    : form.format().code());
        }
        String symmetric = "import of SYMMETRIC_KEY";
        assertThat(materialOf(got(talk, symmetric, KeyFormatType.RAW, null)))
                .isInstanceOfSatisfying(TtlvItem.ByteStringItem.class,
                        key -> assertThat(hex(key.value())).isEqualTo(KEK));
        assertThat(talk.refused(new Import.Request("another",
                Enumerated.of(ObjectType.PRIVATE_KEY), null,
                Enumerated.of(KeyWrapType.NOT_WRAPPED), AttributeList.EMPTY,
                wrapped(kek, TransparentForm.RSA_PRIVATE_KEY, EncodingOption.NO_ENCODING))))
                .isEqualTo(ResultReason.ENCODING_OPTION_ERROR);
    }

    private static String imported(Conversation talk, ManagedObject object,
            TransparentForm form) {
        return talk.ok(importing(object, form), Import.Response.class).uniqueIdentifier();
    }

    private static Import.Request importing(ManagedObject object, TransparentForm form) {
        return new Import.Request("import of " + form, Enumerated.of(object.type()), null,
                Enumerated.of(KeyWrapType.NOT_WRAPPED),
                AttributeList.of(
                        Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, SIGN)),
                object);
    }

    @Test
    void whatTheServerCantReadIsGivenBackAsItCame() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        TtlvItem bytes = new TtlvItem.ByteStringItem(Tag.KEY_MATERIAL, hex(KEK));
        for (KeyFormatType format : List.of(KeyFormatType.OPAQUE, KeyFormatType.RAW,
                KeyFormatType.PKCS_12)) {
            String key = registered(talk, object(ObjectType.PRIVATE_KEY, format, plain(bytes),
                    CryptographicAlgorithm.RSA, null));
            for (KeyBlock block : List.of(got(talk, key, null, null),
                    got(talk, key, format, null))) {
                assertThat(block.format().is(format)).isTrue();
                assertThat(Items.equal(materialOf(block), bytes)).isTrue();
            }
            assertThat(talk.refused(new Get.Request(id(key),
                    Enumerated.of(KeyFormatType.PKCS_8), null, null, null)))
                    .isEqualTo(ResultReason.KEY_FORMAT_TYPE_NOT_SUPPORTED);
        }
    }

    @Test
    void otherObjectsAreHadInTheirOwnFormatOnly() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        ManagedObject opaque = new ManagedObject.OpaqueObject(
                new Enumerated<>(0x80000001, null), hex(KEK));
        String key = talk.ok(new Register.Request(Enumerated.of(ObjectType.OPAQUE_OBJECT),
                AttributeList.EMPTY, opaque, List.of()), Register.Response.class)
                .uniqueIdentifier();
        for (KeyFormatType format : KeyFormatType.values()) {
            Get.Request request =
                    new Get.Request(id(key), Enumerated.of(format), null, null, null);
            if (format == KeyFormatType.OPAQUE || format == KeyFormatType.RAW) {
                assertThat(talk.ok(request, Get.Response.class).object())
                        .isInstanceOf(ManagedObject.OpaqueObject.class);
            } else if (format.definedIn(KmipVersion.V1_4)) {
                assertThat(talk.refused(request)).as(format.name())
                        .isEqualTo(ResultReason.KEY_FORMAT_TYPE_NOT_SUPPORTED);
            }
        }
    }
}
