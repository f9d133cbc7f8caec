package io.sallyport.gateway.session;

import static io.sallyport.gateway.session.Requests.activeSince;
import static io.sallyport.gateway.session.Requests.attributes;
import static io.sallyport.gateway.session.Requests.get;
import static io.sallyport.gateway.session.Requests.hex;
import static io.sallyport.gateway.session.Requests.id;
import static io.sallyport.gateway.session.Requests.locate;
import static io.sallyport.gateway.session.Requests.register;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sallyport.kmip.message.payload.AddAttribute;
import io.sallyport.kmip.message.payload.AdjustAttribute;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.Export;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.Import;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.message.payload.ReKey;
import io.sallyport.kmip.message.payload.Register;
import io.sallyport.kmip.message.payload.SetAttribute;
import io.sallyport.kmip.model.AdjustmentType;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.State;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Objects in the place of others: Re-key, Import and Export, Set and Adjust Attribute. */
class ReplacementTest {
    private static final String KEY = "00112233445566778899aabbccddeeff";
    private static final String OTHER = "ffeeddccbbaa99887766554433221100";
    private static final int ENCRYPT = 4;

    private static String create(Conversation talk, Attribute... more) {
        return talk.ok(Requests.create(128, more), Create.Response.class).uniqueIdentifier();
    }

    private static AttributeList all(Conversation talk, String key) {
        return talk.ok(attributes(key), GetAttributes.Response.class).attributes();
    }

    private static String reKey(Conversation talk, String key, @Nullable Integer offset,
            Attribute... given) {
        return talk.ok(new ReKey.Request(id(key), offset, AttributeList.of(given), List.of()),
                ReKey.Response.class).uniqueIdentifier();
    }

    private static String linked(AttributeList attributes) {
        TtlvItem link = attributes.first(AttributeType.LINK).orElseThrow().value();
        return String.valueOf(Items.childText(link, Tag.LINKED_OBJECT_IDENTIFIER));
    }

    private static String material(Conversation talk, String key) {
        KeyBlock block = Objects
                .requireNonNull(talk.ok(get(key), Get.Response.class).object().keyBlock());
        return block.value() instanceof KeyValue.Plain plain
                && plain.keyMaterial() instanceof TtlvItem.ByteStringItem bytes
                        ? hex(bytes.value())
                        : "none";
    }

    @Test
    void theNewKeyTakesOverTheNamesAndTheTwoPointToEachOther() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        String old = create(talk, Attribute.name("k"), Attribute.vendor("x", "app", "billing"),
                activeSince(Conversation.NOW - 5));
        String made = reKey(talk, old, null, Attribute.name("k2"));
        assertThat(made).isNotEqualTo(old);
        assertThat(material(talk, made)).isNotEqualTo(material(talk, old));
        assertThat(all(talk, old).names()).isEmpty();
        assertThat(all(talk, made).names()).containsExactly("k", "k2");
        assertThat(linked(all(talk, old))).isEqualTo(made);
        assertThat(linked(all(talk, made))).isEqualTo(old);
        assertThat(all(talk, made).attributes())
                .anyMatch(one -> one.sameValue(Attribute.vendor("x", "app", "billing")));
        assertThat(all(talk, made).date(AttributeType.ACTIVATION_DATE))
                .isEqualTo(Conversation.NOW - 5);
        assertThat(talk.ok(locate(null, null, Attribute.name("k")), Locate.Response.class)
                .uniqueIdentifiers()).containsExactly(made);
    }

    @Test
    void theOffsetMovesTheDates() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        String old = create(talk, activeSince(Conversation.NOW - 100),
                Attribute.date(AttributeType.PROTECT_STOP_DATE, Conversation.NOW + 50),
                Attribute.date(AttributeType.DEACTIVATION_DATE, Conversation.NOW + 100));
        AttributeList made = all(talk, reKey(talk, old, 30));
        assertThat(made.date(AttributeType.ACTIVATION_DATE)).isEqualTo(Conversation.NOW + 30);
        assertThat(made.date(AttributeType.PROTECT_STOP_DATE)).isEqualTo(Conversation.NOW + 180);
        assertThat(made.date(AttributeType.DEACTIVATION_DATE)).isEqualTo(Conversation.NOW + 230);
        assertThat(made.integer(AttributeType.ROTATE_GENERATION)).isEqualTo(1);
        assertThat(made.bool(AttributeType.ROTATE_LATEST)).isTrue();
        assertThat(all(talk, old).bool(AttributeType.ROTATE_LATEST)).isFalse();
    }

    @Test
    void aNewKeyIsNoWeakerThanTheOldOne() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        String old = create(talk, Attribute.bool(AttributeType.SENSITIVE, true));
        String made = reKey(talk, old, null, Attribute.bool(AttributeType.SENSITIVE, false));
        assertThat(all(talk, made).bool(AttributeType.SENSITIVE)).isTrue();
        assertThat(talk.refused(new ReKey.Request(id(old), null,
                AttributeList.of(Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, 256)),
                List.of()))).isEqualTo(ResultReason.INVALID_FIELD);
    }

    private static Import.Request imported(Register.Request registered, String id,
            @Nullable Boolean replace, Attribute... more) {
        List<Attribute> given = new ArrayList<>(registered.attributes().attributes());
        given.addAll(List.of(more));
        return new Import.Request(id, registered.objectType(), replace, null,
                new AttributeList(given), registered.object());
    }

    @Test
    void importKeepsIdentifierAndDatesAndReplacesOnlyWhenAsked() {
        Conversation talk = new Conversation(KmipVersion.V2_0);
        Import.Request first = imported(register(KEY, ENCRYPT, Attribute.name("n")), "mine-1",
                null, Attribute.date(AttributeType.INITIAL_DATE, 1000),
                Attribute.enumeration(AttributeType.STATE, State.ACTIVE));
        assertThat(talk.ok(first, Import.Response.class).uniqueIdentifier()).isEqualTo("mine-1");
        assertThat(all(talk, "mine-1").date(AttributeType.INITIAL_DATE)).isEqualTo(1000);
        assertThat(all(talk, "mine-1").enumerationCode(AttributeType.STATE))
                .isEqualTo(State.ACTIVE.code());
        Register.Request other = register(OTHER, ENCRYPT, Attribute.name("n"));
        assertThat(talk.refused(imported(other, "mine-1", false)))
                .isEqualTo(ResultReason.OBJECT_ALREADY_EXISTS);
        assertThat(material(talk, "mine-1")).isEqualTo(KEY);
        talk.ok(imported(other, "mine-1", true), Import.Response.class);
        assertThat(material(talk, "mine-1")).isEqualTo(OTHER);
        assertThat(talk.refused(imported(other, "mine-2", null)))
                .isEqualTo(ResultReason.NON_UNIQUE_NAME_ATTRIBUTE);
        assertThat(talk.refused(imported(register(KEY, ENCRYPT), "mine-3", null,
                activeSince(1), Attribute.enumeration(AttributeType.STATE, State.PRE_ACTIVE))))
                .isEqualTo(ResultReason.WRONG_KEY_LIFECYCLE_STATE);
        assertThat(talk.refused(imported(register(KEY, ENCRYPT), "mine-3", null,
                Attribute.text(AttributeType.UNIQUE_IDENTIFIER, "mine-4"))))
                .isEqualTo(ResultReason.INVALID_FIELD);
    }

    @Test
    void exportTellsEverythingAndLeavesTheObjectFresh() {
        Conversation talk = new Conversation(KmipVersion.V2_0);
        String key = talk.ok(register(KEY, ENCRYPT), Register.Response.class).uniqueIdentifier();
        Export.Response exported = talk.ok(new Export.Request(id(key), null, null, null, null),
                Export.Response.class);
        assertThat(exported.attributes().bool(AttributeType.FRESH)).isTrue();
        assertThat(exported.attributes().integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK))
                .isEqualTo(ENCRYPT);
        assertThat(all(talk, key).bool(AttributeType.FRESH)).isTrue();
        assertThat(talk.store.events().getLast().exposed()).isFalse();
        assertThat(talk.store.events().get(talk.store.events().size() - 2).exposed()).isTrue();
    }

    @Test
    void setAttributeGivesTheOneValue() {
        Conversation talk = new Conversation(KmipVersion.V2_0);
        String key = create(talk);
        for (String value : List.of("one", "two")) {
            talk.ok(new SetAttribute.Request(id(key), Attribute.vendor("v", "a", value)),
                    SetAttribute.Response.class);
            assertThat(all(talk, key).all(new AttributeName.Vendor("v", "a")))
                    .singleElement().matches(one -> one.sameValue(
                            Attribute.vendor("v", "a", value)));
        }
        talk.ok(new AddAttribute.Request(id(key), Attribute.vendor("v", "a", "three")),
                AddAttribute.Response.class);
        assertThat(talk.refused(
                new SetAttribute.Request(id(key), Attribute.vendor("v", "a", "four"))))
                .isEqualTo(ResultReason.MULTI_VALUED_ATTRIBUTE);
        assertThat(talk.refused(new SetAttribute.Request(id(key),
                Attribute.enumeration(AttributeType.STATE, State.ACTIVE))))
                .isEqualTo(ResultReason.ATTRIBUTE_READ_ONLY);
    }

    @Test
    void adjustAttributeCountsAndNegates() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        String key = create(talk, activeSince(Conversation.NOW + 100),
                Attribute.bool(AttributeType.QUANTUM_SAFE, false));
        talk.ok(adjust(key, AttributeType.ACTIVATION_DATE, AdjustmentType.INCREMENT, 11),
                AdjustAttribute.Response.class);
        assertThat(all(talk, key).date(AttributeType.ACTIVATION_DATE))
                .isEqualTo(Conversation.NOW + 111);
        talk.ok(adjust(key, AttributeType.QUANTUM_SAFE, AdjustmentType.NEGATE, null),
                AdjustAttribute.Response.class);
        assertThat(all(talk, key).bool(AttributeType.QUANTUM_SAFE)).isTrue();
        assertThat(talk.refused(
                adjust(key, AttributeType.COMMENT, AdjustmentType.INCREMENT, null)))
                .isEqualTo(ResultReason.ATTRIBUTE_NOT_FOUND);
        assertThat(talk.refused(
                adjust(key, AttributeType.STATE, AdjustmentType.INCREMENT, null)))
                .isEqualTo(ResultReason.ATTRIBUTE_READ_ONLY);
        talk.ok(new SetAttribute.Request(id(key), Attribute.of(AttributeType.ROTATE_INTERVAL,
                new TtlvItem.IntervalItem(AttributeType.ROTATE_INTERVAL.tag(), 5))),
                SetAttribute.Response.class);
        assertThat(talk.refused(
                adjust(key, AttributeType.ROTATE_INTERVAL, AdjustmentType.DECREMENT, 6)))
                .isEqualTo(ResultReason.NUMERIC_RANGE);
    }

    private static AdjustAttribute.Request adjust(String key, AttributeType type,
            AdjustmentType adjustment, @Nullable Integer step) {
        return new AdjustAttribute.Request(id(key), AttributeName.of(type),
                Enumerated.of(adjustment),
                step == null ? null : new TtlvItem.IntegerItem(Tag.ADJUSTMENT_VALUE, step));
    }
}
