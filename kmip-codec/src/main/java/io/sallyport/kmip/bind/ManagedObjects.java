package io.sallyport.kmip.bind;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.CertificateRequestType;
import io.sallyport.kmip.model.CertificateType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KeyCompressionType;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.KeyWrappingData;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.OpaqueDataType;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.SecretDataType;
import io.sallyport.kmip.model.SplitKeyMethod;
import io.sallyport.kmip.model.SplitKeyPolynomial;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Tables of managed objects. */
public final class ManagedObjects {

    /** The one object of a payload, whatever its kind. */
    public static final SpanCodec<ManagedObject> OBJECT = new AnyObject();

    private static final Field<KeyBlock, Enumerated<KeyFormatType>> FORMAT = Field
            .required(Tag.KEY_FORMAT_TYPE, Codecs.enumeration(KeyFormatType::of), KeyBlock::format);
    private static final Field<KeyBlock, Enumerated<KeyCompressionType>> COMPRESSION = Field
            .optional(Tag.KEY_COMPRESSION_TYPE, Codecs.enumeration(KeyCompressionType::of),
                    KeyBlock::compression);
    private static final Field<KeyBlock, KeyValue> VALUE = Field.optional(Tag.KEY_VALUE,
            new ValueCodec(), KeyBlock::value);
    private static final Field<KeyBlock, Enumerated<CryptographicAlgorithm>> ALGORITHM = Field
            .optional(Tag.CRYPTOGRAPHIC_ALGORITHM,
                    Codecs.enumeration(CryptographicAlgorithm::of), KeyBlock::algorithm);
    private static final Field<KeyBlock, Integer> LENGTH = Field.optional(Tag.CRYPTOGRAPHIC_LENGTH,
            Codecs.INTEGER, KeyBlock::length);
    private static final Field<KeyBlock, KeyWrappingData> WRAPPING = Field
            .optional(Tag.KEY_WRAPPING_DATA, Wrapping.DATA, KeyBlock::wrapping);
    private static final StructureBinding<KeyBlock> BLOCK = StructureBinding.of("Key Block",
            List.of(FORMAT, COMPRESSION, VALUE, ALGORITHM, LENGTH, WRAPPING),
            v -> new KeyBlock(v.need(FORMAT), v.get(COMPRESSION), v.get(VALUE), v.get(ALGORITHM),
                    v.get(LENGTH), v.get(WRAPPING)));

    private static final Kind<ManagedObject.SymmetricKey> SYMMETRIC_KEY = key(Tag.SYMMETRIC_KEY,
            ManagedObject.SymmetricKey::block,
            ManagedObject.SymmetricKey::new);
    private static final Kind<ManagedObject.PublicKey> PUBLIC_KEY = key(Tag.PUBLIC_KEY,
            ManagedObject.PublicKey::block, ManagedObject.PublicKey::new);
    private static final Kind<ManagedObject.PrivateKey> PRIVATE_KEY = key(Tag.PRIVATE_KEY,
            ManagedObject.PrivateKey::block, ManagedObject.PrivateKey::new);
    private static final Kind<ManagedObject.SecretData> SECRET_DATA = secretData();
    private static final Kind<ManagedObject.OpaqueObject> OPAQUE_OBJECT = opaqueObject();
    private static final Kind<ManagedObject.Certificate> CERTIFICATE = certificate();
    private static final Kind<ManagedObject.CertificateRequest> CERTIFICATE_REQUEST =
            certificateRequest();
    private static final Kind<ManagedObject.SplitKey> SPLIT_KEY = splitKey();
    private static final Kind<ManagedObject.Template> TEMPLATE = template();
    private static final Kind<ManagedObject.PgpKey> PGP_KEY = pgpKey();
    private static final List<Kind<?>> KINDS = List.of(SYMMETRIC_KEY, PUBLIC_KEY, PRIVATE_KEY,
            SECRET_DATA, OPAQUE_OBJECT, CERTIFICATE, CERTIFICATE_REQUEST, SPLIT_KEY, TEMPLATE,
            PGP_KEY);

    /** A certificate where nothing else may be. */
    public static final ItemCodec<ManagedObject.Certificate> CERTIFICATE_ITEM = CERTIFICATE
            .binding();

    private record Kind<T extends ManagedObject>(int tag, StructureBinding<T> binding) {
        @Nullable
        TtlvItem encode(T object, Dialect dialect) {
            return object.type().definedIn(dialect.version()) ? binding.encode(tag, object, dialect)
                    : null;
        }
    }

    private ManagedObjects() {}

    private static <T extends ManagedObject> Kind<T> key(int tag, Field.Getter<T, KeyBlock> getter,
            Function<KeyBlock, T> maker) {
        Field<T, KeyBlock> block = Field.required(Tag.KEY_BLOCK, BLOCK, getter);
        return new Kind<>(tag, StructureBinding.of(Tag.nameOf(tag), List.of(block),
                v -> maker.apply(v.need(block))));
    }

    private static Kind<ManagedObject.SecretData> secretData() {
        Field<ManagedObject.SecretData, Enumerated<SecretDataType>> type = Field.required(
                Tag.SECRET_DATA_TYPE, Codecs.enumeration(SecretDataType::of),
                ManagedObject.SecretData::secretType);
        Field<ManagedObject.SecretData, KeyBlock> block = Field.required(Tag.KEY_BLOCK, BLOCK,
                ManagedObject.SecretData::block);
        return new Kind<>(Tag.SECRET_DATA, StructureBinding.of("Secret Data", List.of(type, block),
                v -> new ManagedObject.SecretData(v.need(type), v.need(block))));
    }

    private static Kind<ManagedObject.OpaqueObject> opaqueObject() {
        Field<ManagedObject.OpaqueObject, Enumerated<OpaqueDataType>> type = Field.required(
                Tag.OPAQUE_DATA_TYPE, Codecs.enumeration(OpaqueDataType::of),
                ManagedObject.OpaqueObject::opaqueType);
        Field<ManagedObject.OpaqueObject, ByteSlice> value = Field.required(Tag.OPAQUE_DATA_VALUE,
                Codecs.BYTES, ManagedObject.OpaqueObject::value);
        return new Kind<>(Tag.OPAQUE_OBJECT,
                StructureBinding.of("Opaque Object", List.of(type, value),
                        v -> new ManagedObject.OpaqueObject(v.need(type), v.need(value))));
    }

    private static Kind<ManagedObject.Certificate> certificate() {
        Field<ManagedObject.Certificate, Enumerated<CertificateType>> type = Field.required(
                Tag.CERTIFICATE_TYPE, Codecs.enumeration(CertificateType::of),
                ManagedObject.Certificate::certificateType);
        Field<ManagedObject.Certificate, ByteSlice> value = Field.required(Tag.CERTIFICATE_VALUE,
                Codecs.BYTES, ManagedObject.Certificate::value);
        return new Kind<>(Tag.CERTIFICATE, StructureBinding.of("Certificate", List.of(type, value),
                v -> new ManagedObject.Certificate(v.need(type), v.need(value))));
    }

    private static Kind<ManagedObject.CertificateRequest> certificateRequest() {
        Field<ManagedObject.CertificateRequest, Enumerated<CertificateRequestType>> type = Field
                .required(Tag.CERTIFICATE_REQUEST_TYPE,
                        Codecs.enumeration(CertificateRequestType::of),
                        ManagedObject.CertificateRequest::requestType);
        Field<ManagedObject.CertificateRequest, ByteSlice> value = Field.required(
                Tag.CERTIFICATE_REQUEST_VALUE, Codecs.BYTES,
                ManagedObject.CertificateRequest::value);
        return new Kind<>(Tag.CERTIFICATE_REQUEST,
                StructureBinding.of("Certificate Request", List.of(type, value),
                        v -> new ManagedObject.CertificateRequest(v.need(type), v.need(value))));
    }

    private static Kind<ManagedObject.SplitKey> splitKey() {
        Field<ManagedObject.SplitKey, Integer> parts = Field.required(Tag.SPLIT_KEY_PARTS,
                Codecs.INTEGER, ManagedObject.SplitKey::parts);
        Field<ManagedObject.SplitKey, Integer> part = Field.required(Tag.KEY_PART_IDENTIFIER,
                Codecs.INTEGER, ManagedObject.SplitKey::partIdentifier);
        Field<ManagedObject.SplitKey, Integer> threshold = Field.required(
                Tag.SPLIT_KEY_THRESHOLD, Codecs.INTEGER, ManagedObject.SplitKey::threshold);
        Field<ManagedObject.SplitKey, Enumerated<SplitKeyMethod>> method = Field.required(
                Tag.SPLIT_KEY_METHOD, Codecs.enumeration(SplitKeyMethod::of),
                ManagedObject.SplitKey::method);
        Field<ManagedObject.SplitKey, ByteSlice> prime = Field.optional(Tag.PRIME_FIELD_SIZE,
                Codecs.BIG_INTEGER, ManagedObject.SplitKey::primeFieldSize);
        Field<ManagedObject.SplitKey, Enumerated<SplitKeyPolynomial>> polynomial =
                Field.<ManagedObject.SplitKey, Enumerated<SplitKeyPolynomial>>optional(
                        Tag.SPLIT_KEY_POLYNOMIAL, Codecs.enumeration(SplitKeyPolynomial::of),
                        ManagedObject.SplitKey::polynomial)
                        .since(KmipVersion.V3_0);
        Field<ManagedObject.SplitKey, KeyBlock> block = Field.required(Tag.KEY_BLOCK, BLOCK,
                ManagedObject.SplitKey::block);
        return new Kind<>(Tag.SPLIT_KEY,
                StructureBinding.of("Split Key",
                        List.of(parts, part, threshold, method, prime, polynomial, block),
                        v -> new ManagedObject.SplitKey(v.need(parts), v.need(part),
                                v.need(threshold), v.need(method), v.get(prime), v.get(polynomial),
                                v.need(block))));
    }

    private static Kind<ManagedObject.Template> template() {
        Field<ManagedObject.Template, AttributeList> attributes = Field.span("Attribute",
                Attributes.BARE, ManagedObject.Template::attributes);
        return new Kind<>(Tag.TEMPLATE, StructureBinding.of("Template", List.of(attributes),
                v -> new ManagedObject.Template(v.need(attributes))));
    }

    private static Kind<ManagedObject.PgpKey> pgpKey() {
        Field<ManagedObject.PgpKey, Integer> version = Field.required(Tag.PGP_KEY_VERSION,
                Codecs.INTEGER, ManagedObject.PgpKey::version);
        Field<ManagedObject.PgpKey, KeyBlock> block = Field.required(Tag.KEY_BLOCK, BLOCK,
                ManagedObject.PgpKey::block);
        return new Kind<>(Tag.PGP_KEY, StructureBinding.of("PGP Key", List.of(version, block),
                v -> new ManagedObject.PgpKey(v.need(version), v.need(block))));
    }

    private static final class ValueCodec implements ItemCodec<KeyValue> {
        private static final Field<KeyValue.Plain, TtlvItem> MATERIAL = Field
                .required(Tag.KEY_MATERIAL, Codecs.ITEM, KeyValue.Plain::keyMaterial);
        private static final Field<KeyValue.Plain, AttributeList> ATTRIBUTES = Field
                .optionalSpan("Attribute", Attributes.IN_KEY, KeyValue.Plain::attributes);
        private static final StructureBinding<KeyValue.Plain> PLAIN = StructureBinding
                .of("Key Value", List.of(MATERIAL, ATTRIBUTES), ValueCodec::plain);

        private static KeyValue.Plain plain(StructureBinding.Values<KeyValue.Plain> v) {
            AttributeList attributes = v.get(ATTRIBUTES);
            return new KeyValue.Plain(v.need(MATERIAL),
                    attributes == null ? AttributeList.EMPTY : attributes);
        }

        @Override
        public KeyValue decode(TtlvItem item, KmipVersion version) throws BindFault {
            return item instanceof TtlvItem.ByteStringItem(int _, ByteSlice bytes)
                    ? new KeyValue.Wrapped(bytes)
                    : PLAIN.decode(item, version);
        }

        @Override
        public @Nullable TtlvItem encode(int tag, KeyValue value, Dialect dialect) {
            return switch (value) {
                case KeyValue.Wrapped(ByteSlice bytes) -> new TtlvItem.ByteStringItem(tag, bytes);
                case KeyValue.Plain plain -> PLAIN.encode(tag, plain, dialect);
            };
        }
    }

    private static final class AnyObject implements SpanCodec<ManagedObject> {
        @Override
        public boolean accepts(int tag) {
            for (Kind<?> kind : KINDS) {
                if (kind.tag() == tag) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public @Nullable ManagedObject decode(List<TtlvItem> items, KmipVersion version)
                throws BindFault {
            if (items.size() > 1) {
                throw new BindFault(ResultReason.INVALID_MESSAGE, "there are two objects");
            }
            for (Kind<?> kind : KINDS) {
                if (!items.isEmpty() && kind.tag() == items.getFirst().tag()) {
                    return kind.binding().decode(items.getFirst(), version);
                }
            }
            return null;
        }

        @Override
        public boolean encode(ManagedObject object, Dialect dialect, List<TtlvItem> out) {
            TtlvItem item = switch (object) {
                case ManagedObject.SymmetricKey o -> SYMMETRIC_KEY.encode(o, dialect);
                case ManagedObject.PublicKey o -> PUBLIC_KEY.encode(o, dialect);
                case ManagedObject.PrivateKey o -> PRIVATE_KEY.encode(o, dialect);
                case ManagedObject.SecretData o -> SECRET_DATA.encode(o, dialect);
                case ManagedObject.OpaqueObject o -> OPAQUE_OBJECT.encode(o, dialect);
                case ManagedObject.Certificate o -> CERTIFICATE.encode(o, dialect);
                case ManagedObject.CertificateRequest o -> CERTIFICATE_REQUEST.encode(o, dialect);
                case ManagedObject.SplitKey o -> SPLIT_KEY.encode(o, dialect);
                case ManagedObject.Template o -> TEMPLATE.encode(o, dialect);
                case ManagedObject.PgpKey o -> PGP_KEY.encode(o, dialect);
            };
            if (item != null) {
                out.add(item);
            }
            return item != null;
        }
    }
}
