package io.sallyport.kmip.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.NameType;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.UniqueIdentifierEnumeration;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/** What is no attribute among attributes, and the forms of names and identifiers. */
class AttributesTest {
    private static final TtlvItem NAME = Items.structure(Tag.NAME, Items.text(Tag.NAME_VALUE, "t"),
            Items.enumeration(Tag.NAME_TYPE, NameType.UNINTERPRETED_TEXT_STRING));

    private static List<TtlvItem> said(SpanCodec<AttributeList> codec, AttributeList list,
            Dialect dialect) {
        List<TtlvItem> out = new ArrayList<>();
        assertThat(codec.encode(list, dialect, out)).isTrue();
        return out;
    }

    private static TtlvItem named(TtlvItem extra) {
        return Items.structure(Tag.ATTRIBUTE, Items.text(Tag.ATTRIBUTE_NAME, "x-a"),
                Items.text(Tag.ATTRIBUTE_VALUE, "v"), extra);
    }

    @Test
    void aTagThatIsNoAttributeIsAnUnknownOne() throws Exception {
        TtlvItem salt = Items.bytes(Tag.SALT, new byte[]{1});
        assertThat(AttributeCodec.decode(salt))
                .isEqualTo(new Attribute(new AttributeName.Unknown("Salt"), 0, salt));
    }

    @Test
    void aStrangeFieldOfAnAttributeIsRefusedAndAVendorsPassedOver() throws Exception {
        assertThatThrownBy(() -> AttributeCodec.decode(
                named(new TtlvItem.IntegerItem(Tag.ITERATION_COUNT, 1))))
                .isInstanceOf(BindFault.class).hasMessageContaining("Iteration Count");
        assertThat(Attributes.ONE.decode(named(new TtlvItem.IntegerItem(0x540001, 1)),
                KmipVersion.V1_2).name()).isEqualTo(new AttributeName.Vendor("x", "a"));
    }

    @Test
    void theNameInATemplateIsThatOfTheTemplate() throws Exception {
        TtlvItem template = Items.structure(Tag.TEMPLATE_ATTRIBUTE, NAME);
        AttributeList list = Attributes.TEMPLATE.decode(List.of(template), KmipVersion.V1_2);
        Attribute name = new Attribute(AttributeName.ofTemplate(), 0, NAME);
        assertThat(list).isEqualTo(AttributeList.of(name));
        assertThat(said(Attributes.TEMPLATE, AttributeList.of(name),
                Dialect.ofRequest(KmipVersion.V1_2))).containsExactly(template);
        assertThatThrownBy(() -> said(Attributes.TEMPLATE, AttributeList.of(name),
                Dialect.ofRequest(KmipVersion.V2_0))).isInstanceOf(UnsayableException.class);
        assertThat(Attributes.TEMPLATE.decode(List.of(Items.structure(Tag.ATTRIBUTES, NAME)),
                KmipVersion.V2_0)).isEqualTo(AttributeList.of(
                        Attribute.of(AttributeType.NAME, NAME)));
    }

    @Test
    void anEmptyListIsSaidOnlyWhereItMustBeThere() {
        Dialect two = Dialect.ofRequest(KmipVersion.V2_0);
        assertThat(said(Attributes.TEMPLATE, AttributeList.EMPTY, two))
                .containsExactly(Items.structure(Tag.ATTRIBUTES));
        assertThat(said(Attributes.AS_GIVEN, AttributeList.EMPTY, two)).hasSize(1);
        assertThat(said(Attributes.IN_KEY, AttributeList.EMPTY, two)).isEmpty();
        assertThat(said(Attributes.IN_KEY, AttributeList.of(
                Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, 256)), two)).hasSize(1);
    }

    @Test
    void version3SaysIdentifiersInTheirOwnType() {
        Dialect three = Dialect.ofRequest(KmipVersion.V3_0);
        TtlvItem text = Items.text(Tag.UNIQUE_IDENTIFIER, "i");
        assertThat(Items.equal(PlainForms.encoded(AttributeType.UNIQUE_IDENTIFIER, text, three),
                new TtlvItem.IdentifierItem(Tag.UNIQUE_IDENTIFIER, ByteSlice.ofText("i"))))
                .isTrue();
        TtlvItem number = new TtlvItem.IntegerItem(Tag.UNIQUE_IDENTIFIER, 1);
        assertThat(PlainForms.encoded(AttributeType.UNIQUE_IDENTIFIER, number, three))
                .isEqualTo(number);
        TtlvItem empty = Items.structure(Tag.NAME);
        assertThat(PlainForms.encoded(AttributeType.NAME, empty, three)).isEqualTo(empty);
    }

    @Test
    void anIdentifierMayBeAPlaceholderOrAnIndex() throws Exception {
        ItemCodec<UniqueIdentifier> codec = Identifiers.UNIQUE_IDENTIFIER;
        UniqueIdentifierEnumeration placeholder = UniqueIdentifierEnumeration.ID_PLACEHOLDER;
        assertThat(codec.decode(Items.enumeration(Tag.UNIQUE_IDENTIFIER, placeholder),
                KmipVersion.V2_0))
                .isEqualTo(new UniqueIdentifier.Placeholder(Enumerated.of(placeholder)));
        assertThat(codec.decode(new TtlvItem.IntegerItem(Tag.UNIQUE_IDENTIFIER, 3),
                KmipVersion.V2_0)).isEqualTo(new UniqueIdentifier.Index(3));
        assertThatThrownBy(() -> codec.decode(new TtlvItem.BooleanItem(Tag.UNIQUE_IDENTIFIER,
                true), KmipVersion.V2_0)).isInstanceOf(BindFault.class);
    }

    @Test
    void secondsAreUnderstoodAsMicroseconds() throws Exception {
        assertThat(Codecs.MICROS.decode(new TtlvItem.DateTimeItem(Tag.SUBMISSION_DATE, 7),
                KmipVersion.V2_1)).isEqualTo(7_000_000L);
    }

    @Test
    void aVendorTagIsOfEveryVersion() {
        TtlvItem vendor = Items.structure(Tag.SERVER_INFORMATION,
                new TtlvItem.IntegerItem(0x540001, 1));
        assertThat(VersionFilter.only(vendor, Dialect.ofRequest(KmipVersion.V1_0)))
                .isEqualTo(vendor);
    }
}
