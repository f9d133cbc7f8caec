package io.sallyport.gateway.operation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.AttributeForm;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.SplitKeyMethod;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * What the engine is to wrap of an object that a client brings: one run of bytes and the facts
 * around it. A transparent symmetric key becomes its raw bytes; every other structured key is kept
 * in its own TTLV encoding. The bytes are views on the frame.
 */
final class Material {
    private static final ByteBuffer NOTHING = ByteBuffer.allocateDirect(0);

    private final ManagedObject object;
    private final int keyFormat;
    private final @Nullable ByteSlice bytes;
    private final TtlvItem.@Nullable Structure structure;
    private final List<Attribute> attributes;
    private final @Nullable CertificateFacts certificate;

    private Material(ManagedObject object, int keyFormat, @Nullable ByteSlice bytes,
            TtlvItem.@Nullable Structure structure, List<Attribute> attributes,
            @Nullable CertificateFacts certificate) {
        this.object = object;
        this.keyFormat = keyFormat;
        this.bytes = bytes;
        this.structure = structure;
        this.attributes = attributes;
        this.certificate = certificate;
    }

    /**
     * Takes an object apart.
     *
     * @throws OperationFault for a form that is not served
     */
    static Material of(ManagedObject object, KmipVersion version) throws OperationFault {
        return switch (object) {
            case ManagedObject.SymmetricKey(KeyBlock block) -> key(object, block, List.of());
            case ManagedObject.PublicKey(KeyBlock block) -> key(object, block, List.of());
            case ManagedObject.PrivateKey(KeyBlock block) -> key(object, block, List.of());
            case ManagedObject.SecretData secret -> key(object, secret.block(),
                    List.of(Internal.SECRET_DATA_TYPE.of(secret.secretType().code())));
            case ManagedObject.SplitKey split -> split(split);
            case ManagedObject.PgpKey pgp ->
                key(object, pgp.block(), List.of(Internal.PGP_VERSION.of(pgp.version())));
            case ManagedObject.OpaqueObject opaque -> new Material(object, 0, opaque.value(), null,
                    List.of(enumeration(AttributeType.OPAQUE_DATA_TYPE, opaque.opaqueType())),
                    null);
            case ManagedObject.Certificate found -> {
                CertificateFacts facts = CertificateFacts.of(found);
                List<Attribute> more = new ArrayList<>(facts.attributes());
                more.add(enumeration(AttributeType.CERTIFICATE_TYPE, found.certificateType()));
                yield new Material(object, KeyFormatType.RAW.code(), found.value(), null, more,
                        facts);
            }
            case ManagedObject.CertificateRequest _ ->
                throw Faults.notSupported("Certificate requests are not kept.");
            case ManagedObject.Template(AttributeList inside) -> template(object, inside, version);
        };
    }

    ObjectType type() {
        return object.type();
    }

    /** Key Format Type of the bytes; 0 for objects without a key block. */
    int keyFormat() {
        return keyFormat;
    }

    @Nullable
    Integer algorithm() {
        KeyBlock block = object.keyBlock();
        if (block == null) {
            return certificate == null ? null : certificate.algorithm();
        }
        return block.algorithm() == null ? null : block.algorithm().code();
    }

    @Nullable
    Integer lengthBits() {
        KeyBlock block = object.keyBlock();
        if (block == null) {
            return certificate == null ? null : certificate.lengthBits();
        }
        return block.length();
    }

    /** The length if nobody says it: that of the bytes of a key or secret, in bits. */
    int assumedLengthBits() {
        boolean raw = object.keyBlock() != null && (keyFormat == KeyFormatType.RAW.code()
                || keyFormat == KeyFormatType.OPAQUE.code());
        return raw && bytes != null ? bytes.length() * Byte.SIZE : 0;
    }

    /** Attributes that follow from the object. */
    List<Attribute> attributes() {
        List<Attribute> all = new ArrayList<>(attributes);
        if (structure != null) {
            all.add(Internal.MATERIAL_LENGTH.of(TtlvBinary.encodedLength(structure)));
        } else if (bytes != null) {
            all.add(Internal.MATERIAL_LENGTH.of(bytes.length()));
        }
        return all;
    }

    /** Whether the bytes are key material that was in the clear. */
    boolean isSecret() {
        return switch (object.type()) {
            case CERTIFICATE, PUBLIC_KEY, TEMPLATE -> false;
            default -> true;
        };
    }

    /** The bytes, as a view or in a direct buffer that {@link #erase} clears. */
    ByteBuffer clear() {
        if (structure != null) {
            ByteBuffer encoded = ByteBuffer.allocateDirect(TtlvBinary.encodedLength(structure));
            TtlvBinary.encode(structure, encoded);
            return encoded.flip();
        }
        return bytes == null ? NOTHING.duplicate() : bytes.asReadOnlyBuffer();
    }

    /** Clears the buffer of {@link #clear} if it was made for it. */
    void erase(ByteBuffer clear) {
        if (structure != null) {
            clear.clear();
            while (clear.hasRemaining()) {
                clear.put((byte) 0);
            }
        }
    }

    private static Material key(ManagedObject object, KeyBlock block, List<Attribute> more)
            throws OperationFault {
        if (block.wrapping() != null || block.value() instanceof KeyValue.Wrapped) {
            throw Faults.notSupported("Wrapped keys can't be registered.");
        }
        if (!(block.value() instanceof KeyValue.Plain plain)) {
            throw Faults.notSupported("Keys whose value is kept elsewhere are not served.");
        }
        KeyFormatType format = block.format().known();
        if (format == null) {
            throw new OperationFault(ResultReason.KEY_FORMAT_TYPE_NOT_SUPPORTED,
                    "The key format type is not supported.");
        }
        boolean transparent = format == KeyFormatType.TRANSPARENT_SYMMETRIC_KEY;
        return switch (plain.keyMaterial()) {
            case TtlvItem.ByteStringItem(int _, ByteSlice bytes) ->
                new Material(object, format.code(), bytes, null, more, null);
            case TtlvItem.Structure material when transparent ->
                new Material(object, KeyFormatType.RAW.code(), rawKey(material), null, more, null);
            case TtlvItem.Structure material ->
                new Material(object, format.code(), null, material, more, null);
            default -> throw Faults.invalidField("The key material is of another type.");
        };
    }

    private static Material split(ManagedObject.SplitKey split) throws OperationFault {
        if (split.method().is(SplitKeyMethod.POLYNOMIAL_SHARING_PRIME_FIELD)
                || split.primeFieldSize() != null) {
            throw Faults.notSupported("Key parts over prime fields are not served.");
        }
        return key(split, split.block(),
                List.of(Internal.SPLIT_PARTS.of(split.parts()),
                        Internal.SPLIT_PART.of(split.partIdentifier()),
                        Internal.SPLIT_THRESHOLD.of(split.threshold()),
                        Internal.SPLIT_METHOD.of(split.method().code())));
    }

    private static ByteSlice rawKey(TtlvItem.Structure material) throws OperationFault {
        for (TtlvItem item : material.items()) {
            if (item instanceof TtlvItem.ByteStringItem(int tag, ByteSlice key)
                    && tag == Tag.KEY) {
                return key;
            }
        }
        throw Faults.invalidField("The transparent key has no key.");
    }

    /** A template has no material; the engine wraps its attributes, so that they can't change. */
    private static Material template(ManagedObject object, AttributeList inside,
            KmipVersion version) throws OperationFault {
        AttributeList stored = NewAttributes.ofTemplate(inside, version).stored();
        return new Material(object, 0, ByteSlice.of(AttributeForm.encode(stored)), null,
                stored.attributes(), null);
    }

    private static Attribute enumeration(AttributeType type, Enumerated<?> value) {
        return Attribute.of(type, new TtlvItem.EnumerationItem(type.tag(), value.code()));
    }
}
