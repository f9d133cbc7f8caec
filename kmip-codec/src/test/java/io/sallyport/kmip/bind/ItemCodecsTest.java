package io.sallyport.kmip.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.sallyport.kmip.model.AsynchronousIndicator;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CertificateRequestType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Ephemeral;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Single items and lists of attributes, at the edges of what a version can say. */
class ItemCodecsTest {
    private static final int VENDOR_TAG = 0x540001;

    private static List<TtlvItem> said(SpanCodec<Enumerated<Ephemeral>> codec,
            Enumerated<Ephemeral> value, Dialect dialect) {
        List<TtlvItem> out = new ArrayList<>();
        assertThat(codec.encode(value, dialect, out)).isTrue();
        return out;
    }

    @Test
    void aCodeIsSaidWhereItsVersionHasItAndAnEchoAlways() throws Exception {
        Enumerated<ObjectType> request = Enumerated.of(ObjectType.CERTIFICATE_REQUEST);
        Dialect before = Dialect.ofResponse(KmipVersion.V1_4);
        TtlvItem item = Items.enumeration(Tag.OBJECT_TYPE, ObjectType.CERTIFICATE_REQUEST);
        ItemCodec<Enumerated<ObjectType>> code = Codecs.enumeration(ObjectType::of);
        assertThat(code.encode(Tag.OBJECT_TYPE, request, before)).isNull();
        assertThat(code.encode(Tag.OBJECT_TYPE, request, Dialect.ofResponse(KmipVersion.V2_0)))
                .isEqualTo(item);
        assertThat(code.decode(item, KmipVersion.V1_4)).isEqualTo(request);
        assertThat(Codecs.echoed(ObjectType::of).encode(Tag.OBJECT_TYPE, request, before))
                .isEqualTo(item);
        TtlvItem number = new TtlvItem.IntegerItem(Tag.OBJECT_TYPE, 2);
        assertThatThrownBy(() -> code.decode(number, KmipVersion.V1_4))
                .isInstanceOf(BindFault.class);
        ItemCodec<Enumerated<ObjectType>> either = Codecs.codeOrNumber(ObjectType::of);
        assertThat(either.decode(number, KmipVersion.V1_4))
                .isEqualTo(Enumerated.of(ObjectType.SYMMETRIC_KEY));
        assertThat(either.decode(item, KmipVersion.V1_4)).isEqualTo(request);
        assertThat(either.encode(Tag.OBJECT_TYPE, Enumerated.of(ObjectType.SYMMETRIC_KEY), before))
                .isEqualTo(Items.enumeration(Tag.OBJECT_TYPE, ObjectType.SYMMETRIC_KEY));
    }

    @Test
    void whatIsEphemeralIsSaidAsItsVersionSaysIt() {
        Enumerated<Ephemeral> data = Enumerated.of(Ephemeral.DATA);
        Enumerated<Ephemeral> none = new Enumerated<>(0, null);
        Dialect three = Dialect.ofRequest(KmipVersion.V3_0);
        Dialect two = Dialect.ofRequest(KmipVersion.V2_1);
        assertThat(said(Codecs.EPHEMERAL, data, three))
                .containsExactly(Items.enumeration(Tag.EPHEMERAL, Ephemeral.DATA));
        assertThat(said(Codecs.EPHEMERAL, none, three)).isEmpty();
        assertThat(said(Codecs.EPHEMERAL, data, two))
                .containsExactly(new TtlvItem.BooleanItem(Tag.EPHEMERAL, true));
        assertThat(said(Codecs.EPHEMERAL, none, two))
                .containsExactly(new TtlvItem.BooleanItem(Tag.EPHEMERAL, false));
        Enumerated<Ephemeral> other = new Enumerated<>(0x7F, null);
        assertThatThrownBy(() -> said(Codecs.EPHEMERAL, other, two))
                .isInstanceOf(UnsayableException.class);
    }

    @Test
    void asynchronousIsABooleanFirstAndThenAnEnumeration() throws Exception {
        Dialect one = Dialect.ofRequest(KmipVersion.V1_4);
        Dialect two = Dialect.ofRequest(KmipVersion.V2_0);
        int tag = Tag.ASYNCHRONOUS_INDICATOR;
        for (AsynchronousIndicator value : AsynchronousIndicator.values()) {
            assertThat(Codecs.ASYNCHRONOUS.encode(tag, value, two))
                    .isEqualTo(new TtlvItem.EnumerationItem(tag, value.code()));
            assertThat(Codecs.ASYNCHRONOUS.decode(
                    new TtlvItem.EnumerationItem(tag, value.code()), KmipVersion.V2_0))
                    .isEqualTo(value);
        }
        assertThat(Codecs.ASYNCHRONOUS.encode(tag, AsynchronousIndicator.OPTIONAL, one))
                .isEqualTo(new TtlvItem.BooleanItem(tag, true));
        assertThat(Codecs.ASYNCHRONOUS.encode(tag, AsynchronousIndicator.PROHIBITED, one))
                .isEqualTo(new TtlvItem.BooleanItem(tag, false));
        assertThatThrownBy(() -> Codecs.ASYNCHRONOUS.encode(tag, AsynchronousIndicator.MANDATORY,
                one)).isInstanceOf(UnsayableException.class);
        assertThatThrownBy(() -> Codecs.ASYNCHRONOUS.decode(
                new TtlvItem.EnumerationItem(tag, 0x7F), KmipVersion.V2_0))
                .isInstanceOf(BindFault.class);
    }

    @Test
    void aVendorTagAmongAttributesIsPassedOver() throws Exception {
        AttributeList list = Attributes.TEMPLATE.decode(List.of(Items.structure(Tag.ATTRIBUTES,
                new TtlvItem.IntegerItem(VENDOR_TAG, 1),
                new TtlvItem.IntegerItem(Tag.CRYPTOGRAPHIC_LENGTH, 256))), KmipVersion.V2_1);
        assertThat(list).isEqualTo(AttributeList.of(
                Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, 256)));
    }

    @Test
    void onlyADateMayBeSaidInMicroseconds() throws Exception {
        TtlvItem micros = new TtlvItem.DateTimeExtendedItem(Tag.ACTIVATION_DATE, 7_000_000);
        assertThat(AttributeCodec.decode(micros))
                .isEqualTo(Attribute.of(AttributeType.ACTIVATION_DATE, micros));
        wrongType(new TtlvItem.IntegerItem(Tag.ACTIVATION_DATE, 7));
        wrongType(new TtlvItem.DateTimeExtendedItem(Tag.CRYPTOGRAPHIC_LENGTH, 7_000_000));
    }

    private static void wrongType(TtlvItem item) {
        assertThatThrownBy(() -> AttributeCodec.decode(item))
                .isInstanceOfSatisfying(BindFault.class, fault -> assertThat(fault.reason())
                        .isEqualTo(ResultReason.INVALID_FIELD));
    }

    @Test
    void anObjectThatItsVersionLacksIsNotSaid() {
        List<TtlvItem> out = new ArrayList<>();
        ManagedObject request = new ManagedObject.CertificateRequest(
                Enumerated.of(CertificateRequestType.PEM), ByteSlice.of(new byte[]{1}));
        assertThat(ManagedObjects.OBJECT.encode(request, Dialect.ofResponse(KmipVersion.V1_4),
                out)).isFalse();
        assertThat(out).isEmpty();
        assertThat(ManagedObjects.OBJECT.encode(request, Dialect.ofResponse(KmipVersion.V2_0),
                out)).isTrue();
        assertThat(out).hasSize(1);
    }

    @Test
    void aValueOfALaterTypeFallsAwayFromAnAnswer() {
        TtlvItem plain = Items.text(Tag.NAME_VALUE, "n");
        for (TtlvItem later : List.of(
                new TtlvItem.IdentifierItem(Tag.UNIQUE_IDENTIFIER, ByteSlice.ofText("i")),
                new TtlvItem.ReferenceItem(Tag.UNIQUE_IDENTIFIER, ByteSlice.ofText("i")),
                new TtlvItem.NameReferenceItem(Tag.UNIQUE_IDENTIFIER, ByteSlice.ofText("i")))) {
            assertThat(VersionFilter.only(later, Dialect.ofResponse(KmipVersion.V2_1))).isNull();
            assertThat(VersionFilter.only(later, Dialect.ofRequest(KmipVersion.V3_0)))
                    .isEqualTo(later);
            assertThatThrownBy(() -> VersionFilter.only(later,
                    Dialect.ofRequest(KmipVersion.V2_1))).isInstanceOf(UnsayableException.class);
            assertThat(VersionFilter.only(Items.structure(Tag.NAME, plain, later),
                    Dialect.ofResponse(KmipVersion.V2_1)))
                    .isEqualTo(Items.structure(Tag.NAME, plain));
        }
    }

    @Test
    void microsecondsBecomeSecondsAndAFractionIsLost() {
        Dialect one = Dialect.ofRequest(KmipVersion.V1_4);
        assertThat(VersionFilter.only(
                new TtlvItem.DateTimeExtendedItem(Tag.ACTIVATION_DATE, -2_000_000), one))
                .isEqualTo(new TtlvItem.DateTimeItem(Tag.ACTIVATION_DATE, -2));
        TtlvItem fraction = new TtlvItem.DateTimeExtendedItem(Tag.ACTIVATION_DATE, -1);
        assertThatThrownBy(() -> VersionFilter.only(fraction, one))
                .isInstanceOf(UnsayableException.class);
        assertThat(VersionFilter.only(fraction, Dialect.ofResponse(KmipVersion.V1_4)))
                .isEqualTo(new TtlvItem.DateTimeItem(Tag.ACTIVATION_DATE, -1));
        assertThat(VersionFilter.only(fraction, Dialect.ofRequest(KmipVersion.V2_0)))
                .isEqualTo(fraction);
    }
}
