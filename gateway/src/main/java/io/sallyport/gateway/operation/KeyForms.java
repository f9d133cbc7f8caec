package io.sallyport.gateway.operation;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.RecommendedCurve;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.TransparentForm;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * In which Key Format Types objects come and are given: which ones a type of
 * object has, and what a format that is asked for means for what is stored. Stateless.
 */
final class KeyForms {

    private KeyForms() {}

    /** Whether a client may bring an object of this type, with a key block, in this format. */
    static boolean isTaken(ObjectType type, KeyFormatType format) {
        return switch (format) {
            case RAW, OPAQUE -> true;
            case PKCS_1 -> type == ObjectType.PRIVATE_KEY || type == ObjectType.PUBLIC_KEY;
            case PKCS_8, EC_PRIVATE_KEY, PKCS_12 -> type == ObjectType.PRIVATE_KEY;
            case X_509 -> type == ObjectType.PUBLIC_KEY;
            case PKCS_10 -> false;
            case TRANSPARENT_SYMMETRIC_KEY, TRANSPARENT_DSA_PRIVATE_KEY,
                    TRANSPARENT_DSA_PUBLIC_KEY, TRANSPARENT_RSA_PRIVATE_KEY,
                    TRANSPARENT_RSA_PUBLIC_KEY, TRANSPARENT_DH_PRIVATE_KEY,
                    TRANSPARENT_DH_PUBLIC_KEY, TRANSPARENT_ECDSA_PRIVATE_KEY,
                    TRANSPARENT_ECDSA_PUBLIC_KEY, TRANSPARENT_ECDH_PRIVATE_KEY,
                    TRANSPARENT_ECDH_PUBLIC_KEY, TRANSPARENT_ECMQV_PRIVATE_KEY,
                    TRANSPARENT_ECMQV_PUBLIC_KEY, TRANSPARENT_EC_PRIVATE_KEY,
                    TRANSPARENT_EC_PUBLIC_KEY -> {
                TransparentForm form = TransparentForm.of(format.code());
                yield form != null && form.objectType() == type;
            }
        };
    }

    /**
     * The format in which an object with a key block comes.
     *
     * @throws OperationFault if no object of its type has it
     */
    static KeyFormatType taken(ObjectType type, Enumerated<KeyFormatType> named,
            KmipVersion version) throws OperationFault {
        KeyFormatType format = named.known();
        if (format == null || !format.definedIn(version) || !isTaken(type, format)) {
            throw new OperationFault(ResultReason.KEY_FORMAT_TYPE_NOT_SUPPORTED,
                    "The key format type is not supported for this type of object.");
        }
        return format;
    }

    /**
     * Refuses a Key Material that is not of its format's kind: the fields of the transparent form,
     * or one run of bytes.
     */
    static void requireMaterial(KeyFormatType format, TtlvItem material, KmipVersion version)
            throws OperationFault {
        TransparentForm form = TransparentForm.of(format.code());
        if (form == null) {
            if (!(material instanceof TtlvItem.ByteStringItem)) {
                throw Faults.invalidField("The key material of this format is a byte string.");
            }
            return;
        }
        if (!(material instanceof TtlvItem.Structure structure) || !form.fits(structure)) {
            throw Faults.invalidField("The key material has not the fields of its format.");
        }
        if (!hasKnownCurve(form, structure, version)) {
            throw Faults.invalidField("The curve is not known.");
        }
    }

    /** Whether material in a format is kept as the TTLV structure Key Material. */
    static boolean isStructured(int format) {
        TransparentForm form = TransparentForm.of(format);
        return form != null && form != TransparentForm.SYMMETRIC_KEY;
    }

    /**
     * The format in which an object's key block is given.
     *
     * @param asked what the client asks for; null for the stored format, under the name that this
     *        version has for it
     * @throws OperationFault if no key of this type can be had so
     */
    static int given(ObjectHeader header, @Nullable Enumerated<KeyFormatType> asked,
            KmipVersion version) throws OperationFault {
        int stored = header.keyFormat();
        if (asked == null) {
            return spoken(header, version);
        }
        KeyFormatType format = asked.known();
        if (format == null || !format.definedIn(version)) {
            throw Presented.otherFormat();
        }
        boolean served = format.code() == stored || switch (ObjectType.of(header.objectType())) {
            case PRIVATE_KEY -> isTaken(ObjectType.PRIVATE_KEY, format);
            case PUBLIC_KEY -> isTaken(ObjectType.PUBLIC_KEY, format);
            case SYMMETRIC_KEY -> isRawKey(format.code()) && isRawKey(stored);
            case SECRET_DATA -> format == KeyFormatType.RAW || format == KeyFormatType.OPAQUE;
            case null, default -> false;
        };
        if (!served) {
            throw Presented.otherFormat();
        }
        return format.code();
    }

    /** Whether only the engine can make one format of the other. */
    static boolean isConverted(ObjectHeader header, int format) {
        ObjectType type = ObjectType.of(header.objectType());
        return (type == ObjectType.PRIVATE_KEY || type == ObjectType.PUBLIC_KEY)
                && !isSame(header.keyFormat(), format);
    }

    /** Whether both formats have the same material. */
    static boolean isSame(int stored, int format) {
        TransparentForm one = TransparentForm.of(stored);
        TransparentForm other = TransparentForm.of(format);
        return stored == format || (one != null && other != null && one.isSameAs(other));
    }

    /** Whether a version can say what is in a structure. */
    static boolean hasKnownCurve(TransparentForm form, TtlvItem.Structure material,
            KmipVersion version) {
        RecommendedCurve curve = form.curve(material);
        return !form.isOnCurve() || (curve != null && curve.definedIn(version));
    }

    private static boolean isRawKey(int format) {
        return format == KeyFormatType.RAW.code()
                || format == KeyFormatType.TRANSPARENT_SYMMETRIC_KEY.code();
    }

    /** The forms for keys on curves had other names before 1.3, and have only one since 2.0. */
    private static int spoken(ObjectHeader header, KmipVersion version) throws OperationFault {
        int stored = header.keyFormat();
        KeyFormatType format = KeyFormatType.of(stored);
        if (format == null || format.definedIn(version)) {
            return stored;
        }
        TransparentForm form = TransparentForm.of(stored);
        if (form == null) {
            throw Presented.otherFormat();
        }
        return Arrays.stream(TransparentForm.values())
                .filter(other -> other.isSameAs(form) && other.format().definedIn(version)
                        && isFor(other, header.algorithm(), version))
                .findFirst().orElseThrow(Presented::otherFormat).format().code();
    }

    private static boolean isFor(TransparentForm form, int algorithm, KmipVersion version) {
        if (version.atLeast(KmipVersion.V1_3)) {
            return true;
        }
        CryptographicAlgorithm named = CryptographicAlgorithm.of(algorithm);
        return form.algorithm() == switch (named) {
            case ECDH, ECMQV -> named;
            case null, default -> CryptographicAlgorithm.ECDSA;
        };
    }
}
