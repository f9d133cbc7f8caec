package io.sallyport.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.operation.message.PartitionRules;
import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.RuleKind;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.GetConstraints;
import io.sallyport.kmip.message.payload.Import;
import io.sallyport.kmip.message.payload.Query;
import io.sallyport.kmip.message.payload.ReKey;
import io.sallyport.kmip.message.payload.Register;
import io.sallyport.kmip.message.payload.SetConstraints;
import io.sallyport.kmip.message.payload.SetDefaults;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.BatchErrorContinuationOption;
import io.sallyport.kmip.model.Constraint;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectDefaults;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.QueryFunction;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Constraints and defaults of a partition. */
class RulesTest {
    private static final Attribute GROUP = Attribute.text(AttributeType.OBJECT_GROUP, "Group1");

    private static Constraint length(int bits, String... groups) {
        return new Constraint(List.of(Enumerated.of(ObjectType.SYMMETRIC_KEY)), List.of(groups),
                AttributeList.of(Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, bits)));
    }

    private static void constrain(Conversation talk, Constraint... constraints) {
        talk.ok(new SetConstraints.Request(List.of(constraints)), SetConstraints.Response.class);
    }

    @Test
    void theFirstConstraintThatAppliesDecides() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        constrain(talk, length(256, "Group1"), length(192));
        assertThat(talk.refused(Requests.create(128))).isEqualTo(ResultReason.CONSTRAINT_VIOLATION);
        assertThat(talk.refused(Requests.create(256))).isEqualTo(ResultReason.CONSTRAINT_VIOLATION);
        talk.ok(Requests.create(192), Create.Response.class);
        talk.ok(Requests.create(256, GROUP), Create.Response.class);
        assertThat(talk.refused(Requests.create(192, GROUP)))
                .isEqualTo(ResultReason.CONSTRAINT_VIOLATION);
        assertThat(talk.refused(Requests.register("00112233445566778899aabbccddeeff", 12)))
                .isEqualTo(ResultReason.CONSTRAINT_VIOLATION);
        assertThat(talk.store.size()).isEqualTo(2);
    }

    @Test
    void whatIsBroughtAndWhatReplacesIsConstrainedToo() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        String old = talk.ok(Requests.create(128), Create.Response.class).uniqueIdentifier();
        constrain(talk, length(192));
        Register.Request brought = Requests.register("00112233445566778899aabbccddeeff", 12);
        assertThat(talk.refused(new Import.Request("brought",
                Enumerated.of(ObjectType.SYMMETRIC_KEY), null, null, brought.attributes(),
                brought.object()))).isEqualTo(ResultReason.CONSTRAINT_VIOLATION);
        assertThat(talk.refused(new ReKey.Request(Requests.id(old), null, AttributeList.EMPTY,
                List.of()))).isEqualTo(ResultReason.CONSTRAINT_VIOLATION);
        assertThat(talk.store.size()).isEqualTo(1);
    }

    @Test
    void constraintsAreToldAndTakenAway() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        assertThat(constraints(talk)).isNull();
        constrain(talk, length(256, "Group1"), length(192));
        List<Constraint> told = Objects.requireNonNull(constraints(talk));
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().objectGroups()).containsExactly("Group1");
        talk.ok(new SetConstraints.Request(null), SetConstraints.Response.class);
        assertThat(constraints(talk)).isNull();
        talk.ok(Requests.create(128), Create.Response.class);
    }

    private static @Nullable List<Constraint> constraints(Conversation talk) {
        return talk.ok(new GetConstraints.Request(), GetConstraints.Response.class).constraints();
    }

    @Test
    void anotherPartitionHasItsOwn() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        constrain(talk, length(192));
        talk.as(new Subject("them", "other", Role.CRYPTO_USER, "ef", Profile.DEFAULT));
        assertThat(constraints(talk)).isNull();
        talk.ok(Requests.create(128), Create.Response.class);
    }

    @Test
    void laterItemsSeeTheRuleAndAnUndoneOneNeverHolds() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        List<ResponseBatchItem> items = talk.batch(BatchErrorContinuationOption.UNDO,
                new SetConstraints.Request(List.of(length(192))), Requests.create(128));
        assertThat(items.get(0).status()).isEqualTo(ResultStatus.OPERATION_UNDONE);
        assertThat(items.get(1).reason()).isEqualTo(ResultReason.CONSTRAINT_VIOLATION);
        assertThat(constraints(talk)).isNull();
        talk.ok(Requests.create(128), Create.Response.class);
    }

    @Test
    void defaultsFillWhatTheMakerLeavesOut() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        talk.ok(new SetDefaults.Request(List.of(new ObjectDefaults(null,
                List.of(Enumerated.of(ObjectType.SYMMETRIC_KEY)), List.of(),
                AttributeList.of(Attribute.text(AttributeType.COMMENT, "by default"),
                        Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, 4))))),
                SetDefaults.Response.class);
        String key = talk.ok(Requests.create(128), Create.Response.class).uniqueIdentifier();
        AttributeList got = talk.ok(Requests.attributes(key), GetAttributes.Response.class)
                .attributes();
        assertThat(got.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK))
                .isEqualTo(Requests.ENCRYPT_DECRYPT);
        assertThat(got.first(AttributeType.COMMENT)).isPresent();
        String registered = talk.ok(Requests.register("00112233445566778899aabbccddeeff", 12),
                Register.Response.class).uniqueIdentifier();
        assertThat(talk.ok(Requests.attributes(registered), GetAttributes.Response.class)
                .attributes().first(AttributeType.COMMENT)).isPresent();
        talk.ok(new SetDefaults.Request(null), SetDefaults.Response.class);
        String bare = talk.ok(Requests.create(128), Create.Response.class).uniqueIdentifier();
        assertThat(talk.ok(Requests.attributes(bare), GetAttributes.Response.class).attributes()
                .first(AttributeType.COMMENT)).isEmpty();
    }

    @Test
    void queryTellsTheDefaultsOfThePartition() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        assertThat(defaults(talk)).isNull();
        talk.ok(new SetDefaults.Request(List.of(new ObjectDefaults(null,
                List.of(Enumerated.of(ObjectType.SYMMETRIC_KEY),
                        Enumerated.of(ObjectType.SECRET_DATA)),
                List.of(), AttributeList.of(Attribute.text(AttributeType.COMMENT, "mine"))),
                new ObjectDefaults(null, List.of(Enumerated.of(ObjectType.SYMMETRIC_KEY)),
                        List.of("Group1"),
                        AttributeList.of(Attribute.text(AttributeType.COMMENT, "ours"))))),
                SetDefaults.Response.class);
        assertThat(Objects.requireNonNull(defaults(talk)).items()).hasSize(2);
        talk.as(new Subject("them", "other", Role.CRYPTO_USER, "ef", Profile.DEFAULT));
        assertThat(defaults(talk)).isNull();
        talk.as(new Subject("reads", "mine", Role.AUDITOR, "ef", Profile.DEFAULT));
        assertThat(defaults(talk)).isNull();
    }

    @Test
    void queryTellsAnOlderVersionOneTypeAtATimeAndNoGroups() {
        Conversation talk = new Conversation(KmipVersion.V2_0);
        talk.rules.committed(new ClientChange.SetRule("mine", RuleKind.DEFAULTS,
                PartitionRules.encodedDefaults(List.of(new ObjectDefaults(null,
                        List.of(Enumerated.of(ObjectType.SYMMETRIC_KEY),
                                Enumerated.of(ObjectType.SECRET_DATA)),
                        List.of(), AttributeList.of(Attribute.text(AttributeType.COMMENT, "a"))),
                        new ObjectDefaults(null, List.of(), List.of("Group1"),
                                AttributeList.of(Attribute.text(AttributeType.COMMENT, "b")))))));
        List<TtlvItem> told = Objects.requireNonNull(defaults(talk)).items();
        assertThat(told).hasSize(2);
        assertThat(told).allSatisfy(
                one -> assertThat(Items.child(one, Tag.OBJECT_TYPE)).isNotNull());
    }

    private static TtlvItem.@Nullable Structure defaults(Conversation talk) {
        return talk.ok(new Query.Request(
                List.of(Enumerated.of(QueryFunction.QUERY_DEFAULTS_INFORMATION))),
                Query.Response.class).defaultsInformation();
    }
}
