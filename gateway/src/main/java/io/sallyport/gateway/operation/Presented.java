package io.sallyport.gateway.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CertificateRequestType;
import io.sallyport.kmip.model.CertificateType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.KeyWrappingData;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.OpaqueDataType;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.SecretDataType;
import io.sallyport.kmip.model.SplitKeyMethod;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.TransparentForm;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvFault;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;

/**
 * Puts an object together as a client gets it: the opposite of {@link Material}. A key value
 * carries nothing but the key material, because clients fail on attributes in it. Stateless.
 */
final class Presented {

    private Presented() {}

    /**
     * An object in clear.
     *
     * @param format the key format of {@link #format}
     * @param bytes the material that {@link #export} gives, viewed and not copied
     * @throws OperationFault if the material can't be had in that format
     */
    static ManagedObject object(StoredObject object, int format, ByteSlice bytes,
            KmipVersion version) throws OperationFault {
        ObjectHeader header = object.header();
        ObjectType type = ObjectType.of(header.objectType());
        if (type == ObjectType.OPAQUE_OBJECT) {
            int code = orZero(
                    object.attributes().enumerationCode(AttributeType.OPAQUE_DATA_TYPE));
            return new ManagedObject.OpaqueObject(
                    new Enumerated<>(code, OpaqueDataType.of(code)), bytes);
        }
        if (type == ObjectType.CERTIFICATE) {
            int code = orZero(
                    object.attributes().enumerationCode(AttributeType.CERTIFICATE_TYPE));
            return new ManagedObject.Certificate(
                    new Enumerated<>(code, CertificateType.of(code)), bytes);
        }
        if (type == ObjectType.CERTIFICATE_REQUEST) {
            int code = orZero(Internal.CERTIFICATE_REQUEST_TYPE.in(object.attributes()));
            return new ManagedObject.CertificateRequest(
                    new Enumerated<>(code, CertificateRequestType.of(code)), bytes);
        }
        KeyValue value = new KeyValue.Plain(keyMaterial(format, bytes, version),
                AttributeList.EMPTY);
        return keyed(object, block(header, format, value, null));
    }

    /**
     * The format in which an object is given; 0 for one that is no key.
     *
     * @param asked what the client asks for, or null for the stored one
     * @throws OperationFault if the object can't be had so
     */
    static int format(ObjectHeader header, @Nullable Enumerated<KeyFormatType> asked,
            KmipVersion version) throws OperationFault {
        KeyFormatType own = switch (ObjectType.of(header.objectType())) {
            case CERTIFICATE -> KeyFormatType.X_509;
            case CERTIFICATE_REQUEST -> KeyFormatType.PKCS_10;
            case OPAQUE_OBJECT -> KeyFormatType.OPAQUE;
            case null, default -> null;
        };
        if (own == null) {
            return KeyForms.given(header, asked, version);
        }
        if (asked != null && !asked.is(own) && !asked.is(KeyFormatType.RAW)) {
            throw otherFormat();
        }
        return 0;
    }

    /**
     * What the engine is asked for: the material as it is stored, or that of a private or public
     * key in another format. A fault of the engine in the second means that it can't be had so.
     *
     * @param wrapped the object's material, perhaps under another wrapping than its own
     * @param format the key format of {@link #format}
     */
    static EngineCommand<EngineResult.Material> export(ObjectHeader header, WrappedObject wrapped,
            int format) {
        return KeyForms.isConverted(header, format)
                ? new EngineCommand.ExportAs(wrapped, format)
                : new EngineCommand.Export(wrapped);
    }

    /**
     * A key as it came: wrapped, or without its value.
     *
     * @param value null where the value is kept elsewhere
     * @throws OperationFault if the client asks for another format
     */
    static ManagedObject asRegistered(StoredObject object, int format, @Nullable KeyValue value)
            throws OperationFault {
        ObjectHeader header = object.header();
        if (!KeyForms.isSame(header.keyFormat(), format)) {
            throw otherFormat();
        }
        return keyed(object, block(header, format, value, WrappedKey.of(object)));
    }

    /** The key can't be had in the format that was asked for. */
    static OperationFault otherFormat() {
        return new OperationFault(ResultReason.KEY_FORMAT_TYPE_NOT_SUPPORTED,
                "The key can't be had in this format.");
    }

    /**
     * A key block around a value, with what the header says of the key. Algorithm and length have
     * no meaning in the key block of Secret Data (2.1 section 3.1).
     */
    static KeyBlock block(ObjectHeader header, int format, @Nullable KeyValue value,
            @Nullable KeyWrappingData wrapping) {
        boolean told = header.algorithm() != 0
                && header.objectType() != ObjectType.SECRET_DATA.code();
        return new KeyBlock(new Enumerated<>(format, KeyFormatType.of(format)), null, value,
                told
                        ? new Enumerated<>(header.algorithm(),
                                CryptographicAlgorithm.of(header.algorithm()))
                        : null,
                told && header.lengthBits() != 0 ? header.lengthBits() : null,
                wrapping);
    }

    /** The object of a type that has a key block. */
    static ManagedObject keyed(StoredObject object, KeyBlock block) throws OperationFault {
        AttributeList stored = object.attributes();
        return switch (ObjectType.of(object.header().objectType())) {
            case SYMMETRIC_KEY -> new ManagedObject.SymmetricKey(block);
            case PUBLIC_KEY -> new ManagedObject.PublicKey(block);
            case PRIVATE_KEY -> new ManagedObject.PrivateKey(block);
            case SECRET_DATA -> {
                int code = orZero(Internal.SECRET_DATA_TYPE.in(stored));
                yield new ManagedObject.SecretData(
                        new Enumerated<>(code, SecretDataType.of(code)), block);
            }
            case SPLIT_KEY -> {
                int method = orZero(Internal.SPLIT_METHOD.in(stored));
                yield new ManagedObject.SplitKey(orZero(Internal.SPLIT_PARTS.in(stored)),
                        orZero(Internal.SPLIT_PART.in(stored)),
                        orZero(Internal.SPLIT_THRESHOLD.in(stored)),
                        new Enumerated<>(method, SplitKeyMethod.of(method)), prime(stored), block);
            }
            case PGP_KEY -> new ManagedObject.PgpKey(orZero(Internal.PGP_VERSION.in(stored)),
                    block);
            case null, default ->
                throw Faults.notSupported("Objects of this type have no key block.");
        };
    }

    /** A template with the attributes that it stands for. */
    static ManagedObject template(StoredObject object) {
        return new ManagedObject.Template(Templates.given(object));
    }

    /** Whether the material of such an object is to be kept secret. */
    static boolean isSecret(ObjectType type) {
        return switch (type) {
            case CERTIFICATE, CERTIFICATE_REQUEST, PUBLIC_KEY, TEMPLATE -> false;
            default -> true;
        };
    }

    private static TtlvItem keyMaterial(int format, ByteSlice bytes, KmipVersion version)
            throws OperationFault {
        TransparentForm form = TransparentForm.of(format);
        if (form == null) {
            return new TtlvItem.ByteStringItem(Tag.KEY_MATERIAL, bytes);
        }
        if (form == TransparentForm.SYMMETRIC_KEY) {
            return new TtlvItem.Structure(Tag.KEY_MATERIAL,
                    List.of(new TtlvItem.ByteStringItem(Tag.KEY, bytes)));
        }
        try {
            if (TtlvBinary.decode(bytes.asReadOnlyBuffer(),
                    TtlvLimits.DEFAULT) instanceof TtlvItem.Structure material) {
                if (KeyForms.hasKnownCurve(form, material, version)) {
                    return material;
                }
                throw otherFormat();
            }
        } catch (TtlvFault unreadable) {
            // Refused below, as whatever else is no structure.
        }
        throw new OperationFault(ResultReason.GENERAL_FAILURE, "The stored key can't be read.");
    }

    private static @Nullable ByteSlice prime(AttributeList stored) {
        return Internal.SPLIT_PRIME.valueIn(
                stored) instanceof TtlvItem.ByteStringItem(int _, ByteSlice size) ? size : null;
    }

    private static int orZero(@Nullable Integer value) {
        return value == null ? 0 : value;
    }
}
