package io.sallyport.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.CreateKeyPair;
import io.sallyport.kmip.message.payload.CreateSplitKey;
import io.sallyport.kmip.message.payload.DeriveKey;
import io.sallyport.kmip.message.payload.Encrypt;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.Hash;
import io.sallyport.kmip.message.payload.JoinSplitKey;
import io.sallyport.kmip.message.payload.Mac;
import io.sallyport.kmip.message.payload.MacVerify;
import io.sallyport.kmip.message.payload.RngRetrieve;
import io.sallyport.kmip.message.payload.RngSeed;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.CryptographicUsageMask;
import io.sallyport.kmip.model.DerivationMethod;
import io.sallyport.kmip.model.DerivationParameters;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.HashingAlgorithm;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.LinkType;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.PaddingMethod;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.SplitKeyMethod;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.ValidityIndicator;
import io.sallyport.kmip.ttlv.ByteSlice;

/** What the uses of keys, streams and the making of pairs and parts refuse, and what they tie. */
class KeyUseTest {
    private static final int CLIENT_STREAMS_MAX = 32;
    private static final int IDLE_SECONDS_MAX = 600;

    private final Conversation talk = new Conversation(KmipVersion.V2_1);

    @Test
    void aHashInPartsIsTheHashOfAll() throws GeneralSecurityException {
        ByteSlice stream = begun("a");
        Hash.Response middle = talk.ok(part("b", stream, null), Hash.Response.class);
        assertThat(middle.data()).isNull();
        Hash.Response last = talk.ok(part("c", middle.correlationValue(), true),
                Hash.Response.class);
        assertThat(last.correlationValue()).isNull();
        byte[] expected = MessageDigest.getInstance("SHA-256")
                .digest("abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(Objects.requireNonNull(last.data()).toByteArray()).isEqualTo(expected);
        assertThat(talk.refused(part("d", stream, true)))
                .isEqualTo(ResultReason.INVALID_CORRELATION_VALUE);
    }

    @Test
    void aStreamIsItsClientsAlone() {
        ByteSlice stream = begun("a");
        talk.as(new Subject("other", "mine", Role.CRYPTO_USER, "ef", Profile.DEFAULT));
        assertThat(talk.refused(part("b", stream, true)))
                .isEqualTo(ResultReason.INVALID_CORRELATION_VALUE);
        talk.as(new Subject("app", "theirs", Role.CRYPTO_USER, "ab", Profile.DEFAULT));
        assertThat(talk.refused(part("b", stream, true)))
                .isEqualTo(ResultReason.INVALID_CORRELATION_VALUE);
        talk.as(Conversation.USER);
        assertThat(talk.ok(part("b", stream, true), Hash.Response.class).data()).isNotNull();
    }

    @Test
    void aStreamThatIsLeftAloneIsForgotten() {
        ByteSlice stream = begun("a");
        talk.letPass(IDLE_SECONDS_MAX);
        ByteSlice again = Objects.requireNonNull(
                talk.ok(part("b", stream, null), Hash.Response.class).correlationValue());
        talk.letPass(IDLE_SECONDS_MAX + 1);
        assertThat(talk.refused(part("c", again, true)))
                .isEqualTo(ResultReason.INVALID_CORRELATION_VALUE);
    }

    @Test
    void aClientHasOnlySoManyStreams() {
        ByteSlice first = begun("a");
        for (int i = 1; i < CLIENT_STREAMS_MAX; i++) {
            begun("a");
        }
        assertThat(talk.refused(initial("a"))).isEqualTo(ResultReason.SERVER_LIMIT_EXCEEDED);
        talk.ok(part("b", first, true), Hash.Response.class);
        begun("a");
    }

    @Test
    void aStreamOfOneOperationIsNoneOfAnother() {
        ByteSlice stream = begun("a");
        String key = key(CryptographicUsageMask.MAC_GENERATE);
        assertThat(talk.refused(new Mac.Request(UniqueIdentifier.of(key), null, bytes("b"),
                stream, null, true))).isEqualTo(ResultReason.INVALID_CORRELATION_VALUE);
    }

    @Test
    void olderVersionsKnowNoReasonForAnUnknownStream() {
        Conversation old = new Conversation(KmipVersion.V1_4);
        assertThat(old.refused(part("a", ByteSlice.of(new byte[16]), true)))
                .isEqualTo(ResultReason.INVALID_FIELD);
    }

    @Test
    void aWrongCodeIsAVerdictAndNoFailure() {
        UniqueIdentifier key = UniqueIdentifier
                .of(key(CryptographicUsageMask.MAC_GENERATE | CryptographicUsageMask.MAC_VERIFY));
        CryptographicParameters parameters = CryptographicParameters
                .of(CryptographicAlgorithm.HMAC_SHA256, null, null, null, null);
        ByteSlice mac = talk.ok(new Mac.Request(key, parameters, bytes("data"), null, null, null),
                Mac.Response.class).macData();
        assertThat(verdict(key, parameters, "data", mac)).isEqualTo(ValidityIndicator.VALID);
        assertThat(verdict(key, parameters, "date", mac)).isEqualTo(ValidityIndicator.INVALID);
    }

    @Test
    void randomNumbersAndSeedsHaveLimits() {
        assertThat(talk.ok(new RngRetrieve.Request(32), RngRetrieve.Response.class).data()
                .length()).isEqualTo(32);
        assertThat(talk.refused(new RngRetrieve.Request(0)))
                .isEqualTo(ResultReason.INVALID_FIELD);
        assertThat(talk.refused(new RngRetrieve.Request(65_537)))
                .isEqualTo(ResultReason.INVALID_FIELD);
        assertThat(talk.ok(new RngSeed.Request(bytes("seed")), RngSeed.Response.class)
                .dataLength()).isEqualTo(4);
        assertThat(talk.refused(new RngSeed.Request(ByteSlice.EMPTY)))
                .isEqualTo(ResultReason.INVALID_FIELD);
    }

    @Test
    void theKeysOfAPairPointToEachOther() {
        CreateKeyPair.Response pair = talk.ok(pair("mine", "other"), CreateKeyPair.Response.class);
        assertThat(links(pair.privateKeyUniqueIdentifier(), LinkType.PUBLIC_KEY_LINK))
                .containsExactly(pair.publicKeyUniqueIdentifier());
        assertThat(links(pair.publicKeyUniqueIdentifier(), LinkType.PRIVATE_KEY_LINK))
                .containsExactly(pair.privateKeyUniqueIdentifier());
        assertThat(talk.refused(pair("third", "other")))
                .isEqualTo(ResultReason.NON_UNIQUE_NAME_ATTRIBUTE);
        assertThat(talk.store.size()).isEqualTo(2);
    }

    @Test
    void theOldPaddingOfRsaIsForProfilesWithWeakMechanisms() {
        String key = talk.ok(pair("mine", "other"), CreateKeyPair.Response.class)
                .publicKeyUniqueIdentifier();
        assertThat(talk.refused(new Encrypt.Request(UniqueIdentifier.of(key),
                CryptographicParameters.of(null, null, PaddingMethod.PKCS1V1_5, null, null),
                bytes("data"), null, null, null, null, null)))
                .isEqualTo(ResultReason.UNSUPPORTED_CRYPTOGRAPHIC_PARAMETERS);
    }

    @Test
    void aDerivedKeyAndItsBasePointToEachOther() {
        String base = key(CryptographicUsageMask.DERIVE_KEY);
        String derived = talk.ok(derivation(base, 128), DeriveKey.Response.class)
                .uniqueIdentifier();
        assertThat(links(derived, LinkType.DERIVATION_BASE_OBJECT_LINK)).containsExactly(base);
        assertThat(links(base, LinkType.DERIVED_KEY_LINK)).containsExactly(derived);
        assertThat(talk.refused(derivation(base, 12))).isEqualTo(ResultReason.INVALID_FIELD);
    }

    @Test
    void tooFewPartsAreACryptographicFailure() {
        String key = key(CryptographicUsageMask.ENCRYPT);
        List<String> parts = talk.ok(
                new CreateSplitKey.Request(Enumerated.of(ObjectType.SPLIT_KEY),
                        UniqueIdentifier.of(key), 3, 2,
                        Enumerated.of(SplitKeyMethod.POLYNOMIAL_SHARING_GF2_8), null, null,
                        AttributeList.EMPTY, List.of()),
                CreateSplitKey.Response.class).uniqueIdentifiers();
        assertThat(parts).hasSize(3);
        assertThat(talk.refused(join(parts.getFirst())))
                .isEqualTo(ResultReason.CRYPTOGRAPHIC_FAILURE);
        assertThat(talk.refused(join(parts.getFirst(), parts.getFirst())))
                .isEqualTo(ResultReason.CRYPTOGRAPHIC_FAILURE);
        assertThat(talk.refused(join(parts.getFirst(), key)))
                .isEqualTo(ResultReason.CRYPTOGRAPHIC_FAILURE);
    }

    @Test
    void anXorNeedsAllOfItsParts() {
        assertThat(talk.refused(new CreateSplitKey.Request(Enumerated.of(ObjectType.SPLIT_KEY),
                UniqueIdentifier.of(key(CryptographicUsageMask.ENCRYPT)), 3, 2,
                Enumerated.of(SplitKeyMethod.XOR), null, null, AttributeList.EMPTY, List.of())))
                .isEqualTo(ResultReason.INVALID_FIELD);
    }

    private static JoinSplitKey.Request join(String... parts) {
        return new JoinSplitKey.Request(Enumerated.of(ObjectType.SYMMETRIC_KEY),
                List.of(parts).stream().map(UniqueIdentifier::of).toList(), null,
                AttributeList.EMPTY, List.of());
    }

    private static DeriveKey.Request derivation(String base, int bits) {
        return new DeriveKey.Request(Enumerated.of(ObjectType.SYMMETRIC_KEY),
                List.of(UniqueIdentifier.of(base)), Enumerated.of(DerivationMethod.HMAC),
                new DerivationParameters(null, null, List.of(bytes("context")), null, null),
                AttributeList.of(
                        Attribute.enumeration(AttributeType.CRYPTOGRAPHIC_ALGORITHM,
                                CryptographicAlgorithm.AES),
                        Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, bits)));
    }

    private static CreateKeyPair.Request pair(String privateName, String publicName) {
        return new CreateKeyPair.Request(
                AttributeList.of(
                        Attribute.enumeration(AttributeType.CRYPTOGRAPHIC_ALGORITHM,
                                CryptographicAlgorithm.RSA),
                        Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, 2048),
                        Attribute.date(AttributeType.ACTIVATION_DATE, Conversation.NOW)),
                AttributeList.of(Attribute.name(privateName),
                        Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK,
                                CryptographicUsageMask.DECRYPT)),
                AttributeList.of(Attribute.name(publicName),
                        Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK,
                                CryptographicUsageMask.ENCRYPT)),
                List.of(), List.of(), List.of());
    }

    private List<String> links(String id, LinkType type) {
        return talk.ok(Requests.attributes(id, AttributeType.LINK), GetAttributes.Response.class)
                .attributes().all(AttributeType.LINK)
                .filter(link -> Items.enumeration(Tag.LINK_TYPE, type)
                        .equals(Items.child(link.value(), Tag.LINK_TYPE)))
                .map(link -> Items.childText(link.value(), Tag.LINKED_OBJECT_IDENTIFIER))
                .toList();
    }

    private @Nullable ValidityIndicator verdict(UniqueIdentifier key,
            CryptographicParameters parameters, String data, @Nullable ByteSlice mac) {
        Enumerated<ValidityIndicator> verdict = talk.ok(
                new MacVerify.Request(key, parameters, bytes(data), mac, null, null, null),
                MacVerify.Response.class).validityIndicator();
        return verdict == null ? null : verdict.known();
    }

    private String key(int mask) {
        return talk.ok(new Create.Request(Enumerated.of(ObjectType.SYMMETRIC_KEY), AttributeList.of(
                Attribute.enumeration(AttributeType.CRYPTOGRAPHIC_ALGORITHM,
                        CryptographicAlgorithm.AES),
                Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, 256),
                Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, mask),
                Attribute.date(AttributeType.ACTIVATION_DATE, Conversation.NOW)), List.of()),
                Create.Response.class).uniqueIdentifier();
    }

    private ByteSlice begun(String data) {
        return Objects.requireNonNull(
                talk.ok(initial(data), Hash.Response.class).correlationValue());
    }

    private static Hash.Request initial(String data) {
        return new Hash.Request(sha256(), bytes(data), null, true, null);
    }

    private static Hash.Request part(String data, @Nullable ByteSlice stream,
            @Nullable Boolean last) {
        return new Hash.Request(sha256(), bytes(data), stream, null, last);
    }

    private static CryptographicParameters sha256() {
        return new CryptographicParameters(null, null, Enumerated.of(HashingAlgorithm.SHA_256),
                null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null);
    }

    private static ByteSlice bytes(String text) {
        return ByteSlice.ofText(text);
    }
}
