package io.sallyport.gateway.session;

import static io.sallyport.gateway.session.Requests.activeSince;
import static io.sallyport.gateway.session.Requests.attributes;
import static io.sallyport.gateway.session.Requests.cbc;
import static io.sallyport.gateway.session.Requests.destroy;
import static io.sallyport.gateway.session.Requests.encrypt;
import static io.sallyport.gateway.session.Requests.get;
import static io.sallyport.gateway.session.Requests.id;
import static io.sallyport.gateway.session.Requests.revoke;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.message.payload.AddAttribute;
import io.sallyport.kmip.message.payload.Archive;
import io.sallyport.kmip.message.payload.Check;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.Decrypt;
import io.sallyport.kmip.message.payload.Destroy;
import io.sallyport.kmip.message.payload.Encrypt;
import io.sallyport.kmip.message.payload.Export;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.GetUsageAllocation;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.message.payload.ModifyAttribute;
import io.sallyport.kmip.message.payload.ObtainLease;
import io.sallyport.kmip.message.payload.ReKey;
import io.sallyport.kmip.message.payload.Recover;
import io.sallyport.kmip.message.payload.Register;
import io.sallyport.kmip.message.payload.Revoke;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.BatchErrorContinuationOption;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KeyInformation;
import io.sallyport.kmip.model.KeyWrappingSpecification;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.RevocationReasonCode;
import io.sallyport.kmip.model.StorageStatusMask;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UsageLimitsUnit;
import io.sallyport.kmip.model.WrappingMethod;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Archive and Recover, leases, checks, and what is left of usage limits. */
class StorageAndLimitsTest {
    private static final String BLOCK = "00112233445566778899aabbccddeeff";
    private static final String KEK = "000102030405060708090a0b0c0d0e0f";
    private static final int WRAP_KEY = 0x10;
    private static final int ENCRYPT = 4;
    private static final int SIGN = 1;

    private static Attribute limits(long total, UsageLimitsUnit unit) {
        return Attribute.of(AttributeType.USAGE_LIMITS,
                Items.structure(Tag.USAGE_LIMITS,
                        new TtlvItem.LongIntegerItem(Tag.USAGE_LIMITS_TOTAL, total),
                        Items.enumeration(Tag.USAGE_LIMITS_UNIT, unit)));
    }

    private static String create(Conversation talk, Attribute... more) {
        return talk.ok(Requests.create(128, more), Create.Response.class).uniqueIdentifier();
    }

    private static long left(Conversation talk, String key) {
        TtlvItem value = talk
                .ok(attributes(key, AttributeType.USAGE_LIMITS), GetAttributes.Response.class)
                .attributes().first(AttributeType.USAGE_LIMITS).orElseThrow().value();
        return Items.child(value, Tag.USAGE_LIMITS_COUNT) instanceof TtlvItem.LongIntegerItem count
                ? count.value()
                : -1;
    }

    private static List<String> located(Conversation talk, int mask) {
        return talk.ok(new Locate.Request(null, null, mask, null, AttributeList.EMPTY),
                Locate.Response.class).uniqueIdentifiers();
    }

    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = {"V1_0", "V1_4", "V2_1"})
    void anArchivedObjectIsOfNoUseUntilItIsRecovered(KmipVersion version) {
        Conversation talk = new Conversation(version);
        String key = create(talk, activeSince(Conversation.NOW - 1));
        talk.ok(new Archive.Request(id(key)), Archive.Response.class);
        assertThat(talk.ok(attributes(key, AttributeType.ARCHIVE_DATE),
                GetAttributes.Response.class).attributes().date(AttributeType.ARCHIVE_DATE))
                .isEqualTo(Conversation.NOW);
        assertThat(talk.refused(get(key))).isEqualTo(ResultReason.OBJECT_ARCHIVED);
        assertThat(talk.refused(destroy(key))).isEqualTo(ResultReason.OBJECT_ARCHIVED);
        assertThat(talk.refused(new Archive.Request(id(key))))
                .isEqualTo(ResultReason.OBJECT_ARCHIVED);
        talk.ok(new Recover.Request(id(key)), Recover.Response.class);
        talk.ok(get(key), Get.Response.class);
        talk.ok(new Recover.Request(id(key)), Recover.Response.class);
    }

    @Test
    void locateTellsTheStoragesApart() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        String online = create(talk);
        String archived = create(talk);
        String destroyed = create(talk);
        talk.ok(new Archive.Request(id(archived)), Archive.Response.class);
        talk.ok(destroy(destroyed), Destroy.Response.class);
        assertThat(talk.ok(Requests.locate(null, null), Locate.Response.class)
                .uniqueIdentifiers()).containsExactly(online);
        assertThat(located(talk, StorageStatusMask.ON_LINE_STORAGE)).containsExactly(online);
        assertThat(located(talk, StorageStatusMask.ARCHIVAL_STORAGE)).containsExactly(archived);
        assertThat(located(talk, StorageStatusMask.DESTROYED_STORAGE)).containsExactly(destroyed);
        assertThat(located(talk,
                StorageStatusMask.ARCHIVAL_STORAGE | StorageStatusMask.DESTROYED_STORAGE))
                .containsExactlyInAnyOrder(archived, destroyed);
        assertThat(located(talk,
                StorageStatusMask.ON_LINE_STORAGE | StorageStatusMask.ARCHIVAL_STORAGE))
                .containsExactlyInAnyOrder(online, archived);
        assertThat(located(talk, 0)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = {"V1_2", "V2_1"})
    void usageLimitsRunOut(KmipVersion version) {
        Conversation talk = new Conversation(version);
        ResultReason exceeded = version == KmipVersion.V2_1
                ? ResultReason.USAGE_LIMIT_EXCEEDED
                : ResultReason.PERMISSION_DENIED;
        String key = create(talk, activeSince(Conversation.NOW - 1),
                limits(40, UsageLimitsUnit.BYTE));
        assertThat(left(talk, key)).isEqualTo(40);
        talk.ok(new GetUsageAllocation.Request(id(key), 8), GetUsageAllocation.Response.class);
        assertThat(left(talk, key)).isEqualTo(32);
        talk.ok(encrypt(key, cbc(true), BLOCK, null), Encrypt.Response.class);
        assertThat(left(talk, key)).isEqualTo(16);
        talk.ok(new Check.Request(id(key), 16L, null, null), Check.Response.class);
        assertThat(left(talk, key)).isEqualTo(16);
        assertThat(talk.refused(new Check.Request(id(key), 17L, null, null))).isEqualTo(exceeded);
        assertThat(talk.refused(new GetUsageAllocation.Request(id(key), 17))).isEqualTo(exceeded);
        talk.ok(encrypt(key, cbc(true), BLOCK, null), Encrypt.Response.class);
        int commits = talk.store.commits();
        assertThat(talk.refused(encrypt(key, cbc(true), BLOCK, null))).isEqualTo(exceeded);
        assertThat(talk.store.commits()).isEqualTo(commits + 1);
        assertThat(left(talk, key)).isZero();
    }

    @Test
    void limitsThatCountObjectsCountUsesAndDoNotChangeOnceBegun() {
        Conversation talk = new Conversation(KmipVersion.V1_2);
        String key = create(talk, activeSince(Conversation.NOW - 1));
        talk.ok(new AddAttribute.Request(id(key), limits(2, UsageLimitsUnit.OBJECT)),
                AddAttribute.Response.class);
        talk.ok(encrypt(key, cbc(true), BLOCK, null), Encrypt.Response.class);
        assertThat(left(talk, key)).isEqualTo(1);
        assertThat(talk.refused(new ModifyAttribute.Request(id(key), null,
                limits(100, UsageLimitsUnit.OBJECT)))).isEqualTo(ResultReason.PERMISSION_DENIED);
        assertThat(left(talk, key)).isEqualTo(1);
    }

    @Test
    void wrappingIsAUseOfTheWrappingKey() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        String bytes = talk.ok(Requests.register(KEK, WRAP_KEY, activeSince(Conversation.NOW - 1),
                limits(32, UsageLimitsUnit.BYTE)), Register.Response.class).uniqueIdentifier();
        String objects = talk.ok(Requests.register(KEK, WRAP_KEY,
                activeSince(Conversation.NOW - 1), limits(1, UsageLimitsUnit.OBJECT)),
                Register.Response.class).uniqueIdentifier();
        String key = create(talk);
        // 16 bytes of key behind two headers of 8.
        talk.ok(wrapped(key, bytes), Get.Response.class);
        assertThat(left(talk, bytes)).isZero();
        assertThat(talk.ok(attributes(key, AttributeType.FRESH), GetAttributes.Response.class)
                .attributes().bool(AttributeType.FRESH)).isFalse();
        assertThat(talk.refused(wrapped(key, bytes))).isEqualTo(ResultReason.PERMISSION_DENIED);
        talk.ok(wrapped(key, objects), Get.Response.class);
        assertThat(left(talk, objects)).isZero();
        assertThat(talk.refused(wrapped(key, objects))).isEqualTo(ResultReason.PERMISSION_DENIED);
    }

    private static Get.Request wrapped(String key, String kek) {
        return new Get.Request(id(key), null, null, null,
                new KeyWrappingSpecification(Enumerated.of(WrappingMethod.ENCRYPT),
                        new KeyInformation(id(kek), null), null, List.of(), null));
    }

    @Test
    void decryptionIsNotLimited() {
        Conversation talk = new Conversation(KmipVersion.V1_2);
        String key = create(talk, activeSince(Conversation.NOW - 1),
                limits(16, UsageLimitsUnit.BYTE));
        Encrypt.Response sealed =
                talk.ok(encrypt(key, cbc(true), BLOCK, null), Encrypt.Response.class);
        assertThat(left(talk, key)).isZero();
        for (int i = 0; i < 2; i++) {
            talk.ok(new Decrypt.Request(id(key), cbc(null), sealed.data(),
                    sealed.ivCounterNonce(), null, null, null, null, null),
                    Decrypt.Response.class);
        }
        assertThat(left(talk, key)).isZero();
    }

    @Test
    void checkComparesTheUsageMask() {
        Conversation one = new Conversation(KmipVersion.V1_2);
        String key = create(one);
        one.ok(new Check.Request(id(key), null, ENCRYPT, null), Check.Response.class);
        assertThat(one.refused(new Check.Request(id(key), null, SIGN, null)))
                .isEqualTo(ResultReason.PERMISSION_DENIED);
        Conversation two = new Conversation(KmipVersion.V2_1);
        String other = create(two);
        assertThat(two.refused(new Check.Request(id(other), null, SIGN, null)))
                .isEqualTo(ResultReason.INCOMPATIBLE_CRYPTOGRAPHIC_USAGE_MASK);
        assertThat(two.refused(new Check.Request(id(other), null, null, 1_000_000)))
                .isEqualTo(ResultReason.PERMISSION_DENIED);
    }

    @Test
    void aCompromisedObjectGetsNoLease() {
        Conversation talk = new Conversation(KmipVersion.V2_0);
        String key = create(talk, activeSince(Conversation.NOW - 1));
        ObtainLease.Response lease =
                talk.ok(new ObtainLease.Request(id(key)), ObtainLease.Response.class);
        assertThat(lease.leaseTime()).isPositive();
        assertThat(lease.lastChangeDate()).isEqualTo(Conversation.NOW);
        talk.ok(revoke(key, RevocationReasonCode.KEY_COMPROMISE), Revoke.Response.class);
        assertThat(talk.refused(new ObtainLease.Request(id(key))))
                .isEqualTo(ResultReason.PERMISSION_DENIED);
    }

    /** Or limits would not be lowered for what a client gets from a batch that it lets fail. */
    @Test
    void whatIsUndoneTellsIdentifiersAndNoOutput() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        String key = create(talk, activeSince(Conversation.NOW - 1),
                limits(40, UsageLimitsUnit.BYTE));
        List<ResponseBatchItem> items = talk.batch(BatchErrorContinuationOption.UNDO,
                new Check.Request(id(key), null, ENCRYPT, null),
                encrypt(key, cbc(true), BLOCK, null), get("nobody"));
        assertThat(items).extracting(ResponseBatchItem::status).containsExactly(
                ResultStatus.OPERATION_UNDONE, ResultStatus.OPERATION_UNDONE,
                ResultStatus.OPERATION_FAILED);
        assertThat(items.get(0).payload()).isNotNull();
        assertThat(items.get(1).payload()).isNull();
        assertThat(left(talk, key)).isEqualTo(40);
    }

    @Test
    void objectsOfOthersAreAsIfTheyWereNot() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        String key = create(talk);
        talk.as(new Subject("other", "theirs", Role.CRYPTO_USER, "ef", Profile.DEFAULT));
        for (RequestPayload payload : List.of(new Archive.Request(id(key)),
                new Recover.Request(id(key)), new Check.Request(id(key), null, ENCRYPT, null),
                new ObtainLease.Request(id(key)), new GetUsageAllocation.Request(id(key), 1),
                new ReKey.Request(id(key), null, AttributeList.EMPTY, List.of()),
                new Export.Request(id(key), null, null, null, null))) {
            assertThat(talk.refused(payload)).as(String.valueOf(payload.operation()))
                    .isEqualTo(ResultReason.OBJECT_NOT_FOUND);
        }
    }
}
