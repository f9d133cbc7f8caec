package io.sallyport.kmip.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/** What a key of each transparent format has to have, and what it must not have. */
class TransparentFormTest {

    private static TtlvItem number(int tag, String hex) {
        return new TtlvItem.BigIntegerItem(tag, ByteSlice.of(HexFormat.of().parseHex(hex)));
    }

    private static TtlvItem bytes(int tag, int length) {
        return new TtlvItem.ByteStringItem(tag, ByteSlice.of(new byte[length]));
    }

    private static TtlvItem curve(int code) {
        return new TtlvItem.EnumerationItem(Tag.RECOMMENDED_CURVE, code);
    }

    private static TtlvItem.Structure material(TtlvItem... items) {
        return new TtlvItem.Structure(Tag.KEY_MATERIAL, List.of(items));
    }

    private static TtlvItem.Structure without(TtlvItem.Structure material, int index) {
        List<TtlvItem> items = new ArrayList<>(material.items());
        items.remove(index);
        return new TtlvItem.Structure(Tag.KEY_MATERIAL, items);
    }

    /** The smallest material of a form. */
    private static TtlvItem.Structure smallest(TransparentForm form) {
        TtlvItem p = number(Tag.P, "17");
        TtlvItem q = number(Tag.Q, "0b");
        TtlvItem g = number(Tag.G, "04");
        return switch (form) {
            case SYMMETRIC_KEY -> material(bytes(Tag.KEY, 16));
            case DSA_PRIVATE_KEY -> material(p, q, g, number(Tag.X, "03"));
            case DSA_PUBLIC_KEY -> material(p, q, g, number(Tag.Y, "12"));
            case RSA_PRIVATE_KEY -> material(number(Tag.MODULUS, "21"));
            case RSA_PUBLIC_KEY ->
                material(number(Tag.MODULUS, "21"), number(Tag.PUBLIC_EXPONENT, "03"));
            case DH_PRIVATE_KEY -> material(p, g, number(Tag.X, "03"));
            case DH_PUBLIC_KEY -> material(p, g, number(Tag.Y, "12"));
            case ECDSA_PRIVATE_KEY, ECDH_PRIVATE_KEY, ECMQV_PRIVATE_KEY, EC_PRIVATE_KEY ->
                material(curve(7), number(Tag.D, "03"));
            case ECDSA_PUBLIC_KEY, ECDH_PUBLIC_KEY, ECMQV_PUBLIC_KEY, EC_PUBLIC_KEY ->
                material(curve(7), bytes(Tag.Q_STRING, 65));
        };
    }

    @Test
    void everyTransparentFormatHasAForm() {
        for (KeyFormatType format : KeyFormatType.values()) {
            TransparentForm form = TransparentForm.of(format.code());
            assertThat(form == null).as(format.name())
                    .isEqualTo(!format.name().startsWith("TRANSPARENT_"));
            if (form != null) {
                assertThat(format.name()).endsWith(form.name());
                assertThat(form.format()).isEqualTo(format);
                assertThat(form.objectType().name()).isEqualTo(form == TransparentForm.SYMMETRIC_KEY
                        ? "SYMMETRIC_KEY"
                        : form.name().replaceFirst("^[A-Z]+_", ""));
            }
        }
    }

    @Test
    void noFieldMayBeMissing() {
        for (TransparentForm form : TransparentForm.values()) {
            TtlvItem.Structure material = smallest(form);
            assertThat(form.fits(material)).as(form.name()).isTrue();
            for (int i = 0; i < material.items().size(); i++) {
                assertThat(form.fits(without(material, i))).as(form + " without " + i).isFalse();
            }
        }
    }

    @Test
    void noFieldIsThereTwiceOrOfAnotherKind() {
        for (TransparentForm form : TransparentForm.values()) {
            List<TtlvItem> items = smallest(form).items();
            List<TtlvItem> twice = new ArrayList<>(items);
            twice.add(items.getFirst());
            assertThat(form.fits(new TtlvItem.Structure(Tag.KEY_MATERIAL, twice))).isFalse();
            List<TtlvItem> more = new ArrayList<>(items);
            more.add(number(Tag.CRYPTOGRAPHIC_LENGTH, "01"));
            assertThat(form.fits(new TtlvItem.Structure(Tag.KEY_MATERIAL, more))).isFalse();
            List<TtlvItem> other = new ArrayList<>(items);
            other.set(0, new TtlvItem.IntegerItem(items.getFirst().tag(), 3));
            assertThat(form.fits(new TtlvItem.Structure(Tag.KEY_MATERIAL, other))).isFalse();
        }
    }

    @Test
    void anyOrderAndAllFieldsThatMayBeMissingAreTaken() {
        TtlvItem.Structure dh = material(number(Tag.X, "03"), number(Tag.J, "02"),
                number(Tag.G, "04"), number(Tag.Q, "0b"), number(Tag.P, "17"));
        assertThat(TransparentForm.DH_PRIVATE_KEY.fits(dh)).isTrue();
        assertThat(TransparentForm.DSA_PRIVATE_KEY.fits(dh)).isFalse();
        TtlvItem.Structure rsa = material(number(Tag.MODULUS, "21"),
                number(Tag.PRIVATE_EXPONENT, "07"), number(Tag.PUBLIC_EXPONENT, "03"),
                number(Tag.P, "0b"), number(Tag.Q, "03"), number(Tag.PRIME_EXPONENT_P, "07"),
                number(Tag.PRIME_EXPONENT_Q, "01"), number(Tag.CRT_COEFFICIENT, "04"));
        assertThat(TransparentForm.RSA_PRIVATE_KEY.fits(rsa)).isTrue();
        assertThat(TransparentForm.RSA_PUBLIC_KEY.fits(rsa)).isFalse();
    }

    @Test
    void numbersOfMoreThan16384BitsAndEmptyOnesAreNotTaken() {
        for (int length : new int[]{0, 1, 2056, 2057}) {
            TtlvItem modulus = number(Tag.MODULUS, "00".repeat(length));
            assertThat(TransparentForm.RSA_PRIVATE_KEY.fits(material(modulus)))
                    .as(length + " bytes").isEqualTo(length == 1 || length == 2056);
            assertThat(TransparentForm.EC_PUBLIC_KEY
                    .fits(material(curve(7), bytes(Tag.Q_STRING, length))))
                    .isEqualTo(length == 1 || length == 2056);
        }
        assertThat(TransparentForm.SYMMETRIC_KEY.fits(material(bytes(Tag.KEY, 4096)))).isTrue();
    }

    @Test
    void formsOfOneStructureAreTheSameForKeysOfOneKind() {
        assertThat(TransparentForm.EC_PRIVATE_KEY.isSameAs(TransparentForm.ECDH_PRIVATE_KEY))
                .isTrue();
        assertThat(TransparentForm.ECMQV_PUBLIC_KEY.isSameAs(TransparentForm.ECDSA_PUBLIC_KEY))
                .isTrue();
        assertThat(TransparentForm.EC_PRIVATE_KEY.isSameAs(TransparentForm.EC_PUBLIC_KEY))
                .isFalse();
        assertThat(TransparentForm.DSA_PRIVATE_KEY.isSameAs(TransparentForm.DH_PRIVATE_KEY))
                .isFalse();
    }

    @Test
    void lengthAndCurveAreTold() {
        assertThat(TransparentForm.DSA_PUBLIC_KEY.lengthBits(
                material(number(Tag.Q, "0b"), number(Tag.P, "00000000000000009bcc"))))
                .isEqualTo(16);
        assertThat(TransparentForm.RSA_PUBLIC_KEY
                .lengthBits(material(number(Tag.MODULUS, "0101")))).isEqualTo(9);
        assertThat(TransparentForm.EC_PRIVATE_KEY
                .lengthBits(smallest(TransparentForm.EC_PRIVATE_KEY))).isZero();
        assertThat(TransparentForm.EC_PRIVATE_KEY
                .curve(smallest(TransparentForm.EC_PRIVATE_KEY))).isEqualTo(RecommendedCurve.P_256);
        assertThat(TransparentForm.EC_PRIVATE_KEY
                .curve(material(curve(0x7fff), number(Tag.D, "03")))).isNull();
    }
}
