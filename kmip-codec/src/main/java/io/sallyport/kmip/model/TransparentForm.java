package io.sallyport.kmip.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvType;

/**
 * The transparent key formats: structures in which Key Material says the numbers of a key one by
 * one (KMIP 1.2 section 2.1.7, 2.1 section 3.2). The forms for ECDSA, ECDH and ECMQV, which 2.0
 * has no more, are the same structures as those for any key on a curve.
 */
public enum TransparentForm {
    /** A symmetric key. */
    SYMMETRIC_KEY(KeyFormatType.TRANSPARENT_SYMMETRIC_KEY, ObjectType.SYMMETRIC_KEY, null),
    /** A DSA private key. */
    DSA_PRIVATE_KEY(KeyFormatType.TRANSPARENT_DSA_PRIVATE_KEY, ObjectType.PRIVATE_KEY,
            CryptographicAlgorithm.DSA),
    /** A DSA public key. */
    DSA_PUBLIC_KEY(KeyFormatType.TRANSPARENT_DSA_PUBLIC_KEY, ObjectType.PUBLIC_KEY,
            CryptographicAlgorithm.DSA),
    /** An RSA private key, which some of its numbers are enough to tell. */
    RSA_PRIVATE_KEY(KeyFormatType.TRANSPARENT_RSA_PRIVATE_KEY, ObjectType.PRIVATE_KEY,
            CryptographicAlgorithm.RSA),
    /** An RSA public key. */
    RSA_PUBLIC_KEY(KeyFormatType.TRANSPARENT_RSA_PUBLIC_KEY, ObjectType.PUBLIC_KEY,
            CryptographicAlgorithm.RSA),
    /** A Diffie-Hellman private key. */
    DH_PRIVATE_KEY(KeyFormatType.TRANSPARENT_DH_PRIVATE_KEY, ObjectType.PRIVATE_KEY,
            CryptographicAlgorithm.DH),
    /** A Diffie-Hellman public key. */
    DH_PUBLIC_KEY(KeyFormatType.TRANSPARENT_DH_PUBLIC_KEY, ObjectType.PUBLIC_KEY,
            CryptographicAlgorithm.DH),
    /** A private key for ECDSA. */
    ECDSA_PRIVATE_KEY(KeyFormatType.TRANSPARENT_ECDSA_PRIVATE_KEY, ObjectType.PRIVATE_KEY,
            CryptographicAlgorithm.ECDSA),
    /** A public key for ECDSA. */
    ECDSA_PUBLIC_KEY(KeyFormatType.TRANSPARENT_ECDSA_PUBLIC_KEY, ObjectType.PUBLIC_KEY,
            CryptographicAlgorithm.ECDSA),
    /** A private key for ECDH. */
    ECDH_PRIVATE_KEY(KeyFormatType.TRANSPARENT_ECDH_PRIVATE_KEY, ObjectType.PRIVATE_KEY,
            CryptographicAlgorithm.ECDH),
    /** A public key for ECDH. */
    ECDH_PUBLIC_KEY(KeyFormatType.TRANSPARENT_ECDH_PUBLIC_KEY, ObjectType.PUBLIC_KEY,
            CryptographicAlgorithm.ECDH),
    /** A private key for ECMQV. */
    ECMQV_PRIVATE_KEY(KeyFormatType.TRANSPARENT_ECMQV_PRIVATE_KEY, ObjectType.PRIVATE_KEY,
            CryptographicAlgorithm.ECMQV),
    /** A public key for ECMQV. */
    ECMQV_PUBLIC_KEY(KeyFormatType.TRANSPARENT_ECMQV_PUBLIC_KEY, ObjectType.PUBLIC_KEY,
            CryptographicAlgorithm.ECMQV),
    /** A private key on a curve. */
    EC_PRIVATE_KEY(KeyFormatType.TRANSPARENT_EC_PRIVATE_KEY, ObjectType.PRIVATE_KEY,
            CryptographicAlgorithm.EC),
    /** A public key on a curve. */
    EC_PUBLIC_KEY(KeyFormatType.TRANSPARENT_EC_PUBLIC_KEY, ObjectType.PUBLIC_KEY,
            CryptographicAlgorithm.EC);

    private final KeyFormatType format;
    private final ObjectType objectType;
    private final @Nullable CryptographicAlgorithm algorithm;

    TransparentForm(KeyFormatType format, ObjectType objectType,
            @Nullable CryptographicAlgorithm algorithm) {
        this.format = format;
        this.objectType = objectType;
        this.algorithm = algorithm;
    }

    private record Part(int tag, TtlvType type, boolean required) {
        static Part number(int tag) {
            return new Part(tag, TtlvType.BIG_INTEGER, true);
        }

        static Part optional(int tag) {
            return new Part(tag, TtlvType.BIG_INTEGER, false);
        }
    }

    /** The fields of the structures; the first one tells curve or length. */
    private static final class Parts {
        static final List<Part> SYMMETRIC = List.of(new Part(Tag.KEY, TtlvType.BYTE_STRING, true));
        static final List<Part> DSA_PRIVATE = List.of(Part.number(Tag.P), Part.number(Tag.Q),
                Part.number(Tag.G), Part.number(Tag.X));
        static final List<Part> DSA_PUBLIC = List.of(Part.number(Tag.P), Part.number(Tag.Q),
                Part.number(Tag.G), Part.number(Tag.Y));
        static final List<Part> RSA_PRIVATE = List.of(Part.number(Tag.MODULUS),
                Part.optional(Tag.PRIVATE_EXPONENT), Part.optional(Tag.PUBLIC_EXPONENT),
                Part.optional(Tag.P), Part.optional(Tag.Q), Part.optional(Tag.PRIME_EXPONENT_P),
                Part.optional(Tag.PRIME_EXPONENT_Q), Part.optional(Tag.CRT_COEFFICIENT));
        static final List<Part> RSA_PUBLIC =
                List.of(Part.number(Tag.MODULUS), Part.number(Tag.PUBLIC_EXPONENT));
        static final List<Part> DH_PRIVATE = List.of(Part.number(Tag.P), Part.optional(Tag.Q),
                Part.number(Tag.G), Part.optional(Tag.J), Part.number(Tag.X));
        static final List<Part> DH_PUBLIC = List.of(Part.number(Tag.P), Part.optional(Tag.Q),
                Part.number(Tag.G), Part.optional(Tag.J), Part.number(Tag.Y));
        static final List<Part> EC_PRIVATE =
                List.of(new Part(Tag.RECOMMENDED_CURVE, TtlvType.ENUMERATION, true),
                        Part.number(Tag.D));
        static final List<Part> EC_PUBLIC =
                List.of(new Part(Tag.RECOMMENDED_CURVE, TtlvType.ENUMERATION, true),
                        new Part(Tag.Q_STRING, TtlvType.BYTE_STRING, true));
        /** 16,384 bits and a sign, in the blocks of 8 bytes that a Big Integer has. */
        static final int NUMBER_BYTES_MAX = 2056;

        private Parts() {}
    }

    private List<Part> parts() {
        return switch (this) {
            case SYMMETRIC_KEY -> Parts.SYMMETRIC;
            case DSA_PRIVATE_KEY -> Parts.DSA_PRIVATE;
            case DSA_PUBLIC_KEY -> Parts.DSA_PUBLIC;
            case RSA_PRIVATE_KEY -> Parts.RSA_PRIVATE;
            case RSA_PUBLIC_KEY -> Parts.RSA_PUBLIC;
            case DH_PRIVATE_KEY -> Parts.DH_PRIVATE;
            case DH_PUBLIC_KEY -> Parts.DH_PUBLIC;
            case ECDSA_PRIVATE_KEY, ECDH_PRIVATE_KEY, ECMQV_PRIVATE_KEY, EC_PRIVATE_KEY ->
                Parts.EC_PRIVATE;
            case ECDSA_PUBLIC_KEY, ECDH_PUBLIC_KEY, ECMQV_PUBLIC_KEY, EC_PUBLIC_KEY ->
                Parts.EC_PUBLIC;
        };
    }

    /** The form with this Key Format Type; null for formats that are one run of bytes. */
    public static @Nullable TransparentForm of(int format) {
        for (TransparentForm form : values()) {
            if (form.format.code() == format) {
                return form;
            }
        }
        return null;
    }

    /** The Key Format Type. */
    public KeyFormatType format() {
        return format;
    }

    /** Which objects have it. */
    public ObjectType objectType() {
        return objectType;
    }

    /** For which algorithm it is, or null for any. */
    public @Nullable CryptographicAlgorithm algorithm() {
        return algorithm;
    }

    /** Whether it is a key on a named curve. */
    public boolean isOnCurve() {
        return parts().getFirst().tag() == Tag.RECOMMENDED_CURVE;
    }

    /** Whether both are the same structure of the same kind of key under two names. */
    public boolean isSameAs(TransparentForm other) {
        return this == other
                || (isOnCurve() && other.isOnCurve() && objectType == other.objectType);
    }

    /**
     * Whether a Key Material has the fields of this form: each once, of its type and not longer
     * than any key has them, in any order, and no others. Whether they make a key is not asked.
     */
    public boolean fits(TtlvItem.Structure material) {
        Set<Integer> seen = new HashSet<>();
        for (TtlvItem item : material.items()) {
            if (!seen.add(item.tag()) || parts().stream().noneMatch(
                    part -> part.tag() == item.tag() && part.type() == item.type())
                    || !isOfServedLength(item)) {
                return false;
            }
        }
        return parts().stream().allMatch(part -> !part.required() || seen.contains(part.tag()));
    }

    /** The curve of a key that has one and {@link #fits}; null if it is not known. */
    public @Nullable RecommendedCurve curve(TtlvItem.Structure material) {
        return Items.child(material,
                Tag.RECOMMENDED_CURVE) instanceof TtlvItem.EnumerationItem(int _, int code)
                        ? RecommendedCurve.of(code)
                        : null;
    }

    /** The length in bits that the numbers tell, of modulus or prime; 0 where none does. */
    public int lengthBits(TtlvItem.Structure material) {
        TtlvItem first = Items.child(material, parts().getFirst().tag());
        return first instanceof TtlvItem.BigIntegerItem(int _, ByteSlice number)
                ? bitLength(number)
                : 0;
    }

    private static boolean isOfServedLength(TtlvItem item) {
        return switch (item) {
            case TtlvItem.BigIntegerItem(int _, ByteSlice number) ->
                number.length() > 0 && number.length() <= Parts.NUMBER_BYTES_MAX;
            case TtlvItem.ByteStringItem(int tag, ByteSlice bytes) -> bytes.length() > 0
                    && (tag == Tag.KEY || bytes.length() <= Parts.NUMBER_BYTES_MAX);
            default -> true;
        };
    }

    private static int bitLength(ByteSlice number) {
        for (int i = 0; i < number.length(); i++) {
            int high = Byte.toUnsignedInt(number.at(i));
            if (high != 0) {
                return (number.length() - i) * Byte.SIZE - Integer.numberOfLeadingZeros(high)
                        + Integer.SIZE - Byte.SIZE;
            }
        }
        return 0;
    }
}
