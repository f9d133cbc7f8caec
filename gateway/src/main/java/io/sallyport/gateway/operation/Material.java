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
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.KeyWrappingData;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.TransparentForm;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * What the engine is to wrap of an object that a client brings: one run of bytes and the facts
 * around it. A transparent symmetric key becomes its raw bytes; every other structured key is kept
 * in its own TTLV encoding, a wrapped one as it came. The bytes are views on the frame.
 */
final class Material {
    private static final ByteBuffer NOTHING = ByteBuffer.allocateDirect(0);

    /** Kept where there is no value: the engine seals no empty material. */
    private static final ByteSlice NO_VALUE = ByteSlice.of(new byte[1]);

    private final ManagedObject object;
    private final Form form;
    private final List<Attribute> attributes;
    private final @Nullable CertificateFacts certificate;

    private Material(ManagedObject object, Form form, List<Attribute> attributes,
            @Nullable CertificateFacts certificate) {
        this.object = object;
        this.form = form;
        this.attributes = attributes;
        this.certificate = certificate;
    }

    /**
     * The bytes in one of two forms.
     *
     * @param usable whether they are the material itself: not wrapped, and not kept elsewhere
     */
    private record Form(int keyFormat, @Nullable ByteSlice bytes,
            TtlvItem.@Nullable Structure structure, boolean usable) {

        static Form of(int keyFormat, ByteSlice bytes) {
            return new Form(keyFormat, bytes, null, true);
        }
    }

    /**
     * Takes an object apart.
     *
     * @throws OperationFault for a form that is not served
     */
    static Material of(ManagedObject object, KmipVersion version) throws OperationFault {
        return switch (object) {
            case ManagedObject.SymmetricKey(KeyBlock block) ->
                key(object, block, List.of(), version);
            case ManagedObject.PublicKey(KeyBlock block) ->
                key(object, block, List.of(), version);
            case ManagedObject.PrivateKey(KeyBlock block) ->
                key(object, block, List.of(), version);
            case ManagedObject.SecretData secret -> key(object, secret.block(),
                    List.of(Internal.SECRET_DATA_TYPE.of(secret.secretType().code())), version);
            case ManagedObject.SplitKey split -> split(split, version);
            case ManagedObject.PgpKey pgp -> key(object, pgp.block(),
                    List.of(Internal.PGP_VERSION.of(pgp.version())), version);
            case ManagedObject.OpaqueObject opaque -> new Material(object,
                    Form.of(0, opaque.value()),
                    List.of(enumeration(AttributeType.OPAQUE_DATA_TYPE, opaque.opaqueType())),
                    null);
            case ManagedObject.Certificate found -> {
                CertificateFacts facts = CertificateFacts.of(found);
                List<Attribute> more = new ArrayList<>(facts.attributes());
                more.add(enumeration(AttributeType.CERTIFICATE_TYPE, found.certificateType()));
                yield new Material(object, Form.of(KeyFormatType.RAW.code(), found.value()), more,
                        facts);
            }
            case ManagedObject.CertificateRequest request -> new Material(object,
                    Form.of(0, request.value()), List.of(Internal.CERTIFICATE_REQUEST_TYPE
                            .of(request.requestType().code())),
                    null);
            case ManagedObject.Template(AttributeList inside) -> template(object, inside, version);
        };
    }

    ObjectType type() {
        return object.type();
    }

    /** Key Format Type of the bytes; 0 for objects without a key block. */
    int keyFormat() {
        return form.keyFormat;
    }

    /** Whether the engine can use it; if not, it keeps it for its owner. */
    boolean isUsable() {
        return form.usable;
    }

    /** The wrapped bytes of a key that came wrapped. */
    ByteBuffer wrapped() {
        return clear();
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

    /** The format under which a key is kept that came wrapped and is unwrapped before. */
    int keyFormatUnwrapped() {
        return form.keyFormat == KeyFormatType.TRANSPARENT_SYMMETRIC_KEY.code()
                ? KeyFormatType.RAW.code()
                : form.keyFormat;
    }

    /** The algorithm if nobody says it: the one that the key's form is for; 0 if there is none. */
    int assumedAlgorithm() {
        TransparentForm transparent = TransparentForm.of(form.keyFormat);
        return transparent == null || transparent.algorithm() == null
                ? 0
                : transparent.algorithm().code();
    }

    /** The length if nobody says it: that of the bytes or of the numbers, in bits. */
    int assumedLengthBits() {
        TransparentForm transparent = TransparentForm.of(form.keyFormat);
        if (transparent != null && form.structure != null) {
            return transparent.lengthBits(form.structure);
        }
        boolean raw = object.keyBlock() != null && form.usable
                && (form.keyFormat == KeyFormatType.RAW.code()
                        || form.keyFormat == KeyFormatType.OPAQUE.code());
        return raw && form.bytes != null ? form.bytes.length() * Byte.SIZE : 0;
    }

    /** Attributes that follow from the object. */
    List<Attribute> attributes() {
        List<Attribute> all = new ArrayList<>(attributes);
        if (form.structure != null) {
            all.add(Internal.MATERIAL_LENGTH.of(TtlvBinary.encodedLength(form.structure)));
        } else if (form.bytes != null && form.usable) {
            all.add(Internal.MATERIAL_LENGTH.of(form.bytes.length()));
        }
        return all;
    }

    /** The same for a key that came wrapped and is unwrapped before it is kept. */
    List<Attribute> attributesUnwrapped() {
        List<Attribute> all = attributes();
        all.removeIf(attribute -> Internal.KEY_WRAPPING_DATA.is(attribute)
                || Internal.WRAPPED_IN_KEY_VALUE.is(attribute));
        return all;
    }

    /** Whether the bytes are key material that was in the clear. */
    boolean isSecret() {
        return switch (object.type()) {
            case CERTIFICATE, CERTIFICATE_REQUEST, PUBLIC_KEY, TEMPLATE -> false;
            default -> form.usable;
        };
    }

    /** The bytes, as a view or in a direct buffer that {@link #erase} clears. */
    ByteBuffer clear() {
        if (form.structure != null) {
            ByteBuffer encoded =
                    ByteBuffer.allocateDirect(TtlvBinary.encodedLength(form.structure));
            TtlvBinary.encode(form.structure, encoded);
            return encoded.flip();
        }
        return form.bytes == null ? NOTHING.duplicate() : form.bytes.asReadOnlyBuffer();
    }

    /** Clears the buffer of {@link #clear} if it was made for it. */
    void erase(ByteBuffer clear) {
        if (form.structure != null) {
            clear.clear();
            while (clear.hasRemaining()) {
                clear.put((byte) 0);
            }
        }
    }

    private static Material key(ManagedObject object, KeyBlock block, List<Attribute> more,
            KmipVersion version) throws OperationFault {
        KeyFormatType format = KeyForms.taken(object.type(), block.format(), version);
        KeyValue value = block.value();
        if (value == null) {
            List<Attribute> all = new ArrayList<>(more);
            all.add(Attribute.bool(AttributeType.KEY_VALUE_PRESENT, false));
            return new Material(object, new Form(format.code(), NO_VALUE, null, false), all, null);
        }
        if (block.wrapping() != null || !(value instanceof KeyValue.Plain plain)) {
            return wrapped(object, block, format, more);
        }
        KeyForms.requireMaterial(format, plain.keyMaterial(), version);
        boolean transparent = format == KeyFormatType.TRANSPARENT_SYMMETRIC_KEY;
        return switch (plain.keyMaterial()) {
            case TtlvItem.ByteStringItem(int _, ByteSlice bytes) ->
                new Material(object, Form.of(format.code(), bytes), more, null);
            case TtlvItem.Structure material when transparent ->
                new Material(object, Form.of(KeyFormatType.RAW.code(), rawKey(material)), more,
                        null);
            case TtlvItem.Structure material ->
                new Material(object, new Form(format.code(), null, material, true), more, null);
            default -> throw Faults.invalidField("The key material is of another type.");
        };
    }

    private static Material split(ManagedObject.SplitKey split, KmipVersion version)
            throws OperationFault {
        List<Attribute> more = new ArrayList<>(List.of(Internal.SPLIT_PARTS.of(split.parts()),
                Internal.SPLIT_PART.of(split.partIdentifier()),
                Internal.SPLIT_THRESHOLD.of(split.threshold()),
                Internal.SPLIT_METHOD.of(split.method().code())));
        ByteSlice prime = split.primeFieldSize();
        if (prime != null) {
            more.add(Internal.SPLIT_PRIME
                    .of(Items.bytes(Tag.ATTRIBUTE_VALUE, prime.toByteArray())));
        }
        return key(split, split.block(), more, version);
    }

    /** A wrapped key is kept as it came: the engine can't tell whether the wrapping is true. */
    private static Material wrapped(ManagedObject object, KeyBlock block, KeyFormatType format,
            List<Attribute> more) throws OperationFault {
        KeyWrappingData data = block.wrapping();
        if (data == null) {
            throw Faults.invalidField("The wrapped key has no Key Wrapping Data.");
        }
        List<Attribute> all = new ArrayList<>(more);
        all.add(WrappedKey.attribute(data));
        if (block.value() instanceof KeyValue.Wrapped(ByteSlice bytes)) {
            return new Material(object, new Form(format.code(), bytes, null, false), all, null);
        }
        if (block.value() instanceof KeyValue.Plain plain
                && plain.keyMaterial() instanceof TtlvItem.ByteStringItem(int _, ByteSlice bytes)) {
            all.add(Internal.WRAPPED_IN_KEY_VALUE.of(1));
            return new Material(object, new Form(format.code(), bytes, null, false), all, null);
        }
        throw Faults.invalidField("A wrapped key is one run of bytes.");
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
        byte[] inner = AttributeForm.encode(stored);
        // With its name inside, as 1.0 and 1.1 have it, a template is what it gives.
        List<Attribute> own = stored.has(AttributeType.NAME)
                ? stored.attributes()
                : List.of(Internal.TEMPLATE.of(Items.bytes(Tag.ATTRIBUTE_VALUE, inner)));
        return new Material(object, Form.of(0, ByteSlice.of(inner)), own, null);
    }

    private static Attribute enumeration(AttributeType type, Enumerated<?> value) {
        return Attribute.of(type, new TtlvItem.EnumerationItem(type.tag(), value.code()));
    }
}
