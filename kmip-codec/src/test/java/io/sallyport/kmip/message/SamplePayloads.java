package io.sallyport.kmip.message;

import java.util.ArrayList;
import java.util.List;

import io.sallyport.kmip.message.payload.Activate;
import io.sallyport.kmip.message.payload.AddAttribute;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.Decrypt;
import io.sallyport.kmip.message.payload.DeleteAttribute;
import io.sallyport.kmip.message.payload.Destroy;
import io.sallyport.kmip.message.payload.DiscoverVersions;
import io.sallyport.kmip.message.payload.Encrypt;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.GetAttributeList;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.message.payload.ModifyAttribute;
import io.sallyport.kmip.message.payload.Query;
import io.sallyport.kmip.message.payload.Register;
import io.sallyport.kmip.message.payload.Revoke;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.EncodingOption;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KeyInformation;
import io.sallyport.kmip.model.KeyWrapType;
import io.sallyport.kmip.model.KeyWrappingSpecification;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.KmipVersionPair;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectGroupMember;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.PaddingMethod;
import io.sallyport.kmip.model.QueryFunction;
import io.sallyport.kmip.model.RevocationReason;
import io.sallyport.kmip.model.RevocationReasonCode;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.WrappingMethod;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Samples of the operations that a database asks for, and of what others are made of. */
final class SamplePayloads {
    private static final UniqueIdentifier ID = UniqueIdentifier.of("id-1");
    private static final ByteSlice BYTES = ByteSlice.of(new byte[]{1, 2, 3, 4, 5});

    private SamplePayloads() {}

    static List<RequestPayload> requests(KmipVersion version) {
        boolean v11 = version.atLeast(KmipVersion.V1_1);
        boolean v13 = version.atLeast(KmipVersion.V1_3);
        boolean v14 = version.atLeast(KmipVersion.V1_4);
        boolean v2 = version.atLeast(KmipVersion.V2_0);
        boolean fresh = v11 && !version.atLeast(KmipVersion.V3_0);
        CryptographicParameters gcm = parameters(version);
        Enumerated<ObjectType> key = Enumerated.of(ObjectType.SYMMETRIC_KEY);
        Attribute vendor = Attribute.vendor("x", "a", "b");
        return List.of(new DiscoverVersions.Request(List.of(new KmipVersionPair(1, 4))),
                new Query.Request(List.of(Enumerated.of(QueryFunction.QUERY_OPERATIONS))),
                new Create.Request(key, attributes(version), v2 ? List.of(1) : List.of()),
                new Register.Request(key, attributes(version), key(),
                        v2 ? List.of(1, 2) : List.of()),
                new Activate.Request(ID), new Activate.Request(null),
                new Locate.Request(16, v13 ? 32 : null, 1,
                        fresh ? Enumerated.of(ObjectGroupMember.GROUP_MEMBER_FRESH) : null,
                        attributes(version)),
                new Get.Request(ID, Enumerated.of(KeyFormatType.RAW),
                        v14 ? Enumerated.of(KeyWrapType.NOT_WRAPPED) : null, null,
                        new KeyWrappingSpecification(Enumerated.of(WrappingMethod.ENCRYPT),
                                new KeyInformation(ID, gcm), null,
                                List.of(AttributeName.of(AttributeType.STATE)),
                                v11 ? Enumerated.of(EncodingOption.NO_ENCODING) : null)),
                new GetAttributes.Request(ID, names(version)), new GetAttributeList.Request(ID),
                new AddAttribute.Request(ID, Attribute.name("n")),
                new ModifyAttribute.Request(ID, v2 ? vendor : null,
                        v2 ? vendor : vendor.withIndex(2)),
                new DeleteAttribute.Request(ID, AttributeName.of(AttributeType.NAME),
                        v2 ? null : 1, null),
                new Encrypt.Request(ID, gcm, BYTES, BYTES, v13 ? BYTES : null,
                        v13 ? true : null, v13 ? false : null, v14 ? BYTES : null),
                new Decrypt.Request(ID, gcm, BYTES, BYTES, v13 ? BYTES : null,
                        v13 ? true : null, v13 ? false : null, v14 ? BYTES : null,
                        v14 ? BYTES : null),
                new Revoke.Request(ID,
                        new RevocationReason(Enumerated.of(RevocationReasonCode.KEY_COMPROMISE),
                                "lost"),
                        5L),
                new Destroy.Request(ID));
    }

    static List<ResponsePayload> responses() {
        Enumerated<ObjectType> key = Enumerated.of(ObjectType.SYMMETRIC_KEY);
        List<Enumerated<Operation>> operations = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            operations.add(Enumerated.of(operation));
        }
        return List.of(new DiscoverVersions.Response(List.of(new KmipVersionPair(2, 1))),
                new Query.Response(operations, List.of(key), "vendor",
                        Items.structure(Tag.SERVER_INFORMATION,
                                Items.text(Tag.SERVER_NAME, "later")),
                        List.of("ns"), List.of(), List.of(), List.of(), List.of(), List.of(),
                        List.of(Items.structure(Tag.CAPABILITY_INFORMATION,
                                new TtlvItem.BooleanItem(Tag.BATCH_UNDO_CAPABILITY, true))),
                        List.of(), Items.structure(Tag.DEFAULTS_INFORMATION),
                        List.of(3)),
                new Create.Response(key, "id", everyAttribute()),
                new Register.Response("id", everyAttribute()), new Activate.Response("id"),
                new Locate.Response(2, List.of("a", "b")), new Get.Response(key, "id", key()),
                new GetAttributes.Response("id", everyAttribute()),
                new GetAttributeList.Response("id", names()),
                new AddAttribute.Response("id", Attribute.name("n")),
                new ModifyAttribute.Response("id", Attribute.name("n").withIndex(1)),
                new DeleteAttribute.Response("id", null),
                new Encrypt.Response("id", BYTES, BYTES, BYTES, BYTES),
                new Decrypt.Response("id", BYTES, BYTES), new Revoke.Response("id"),
                new Destroy.Response("id"));
    }

    static ManagedObject key() {
        return new ManagedObject.SymmetricKey(
                KeyBlock.raw(BYTES, CryptographicAlgorithm.AES, 40));
    }

    /** The attributes that a version has, with values that it has. */
    static AttributeList attributes(KmipVersion version) {
        List<Attribute> attributes = new ArrayList<>();
        for (Attribute attribute : everyAttribute().attributes()) {
            boolean later = attribute.is(AttributeType.CRYPTOGRAPHIC_ALGORITHM)
                    || attribute.is(AttributeType.CRYPTOGRAPHIC_PARAMETERS);
            boolean there = !(attribute.name() instanceof AttributeName.Standard(AttributeType a))
                    || a.definedIn(version);
            if (there && (!later || version.atLeast(KmipVersion.V1_4))) {
                attributes.add(attribute);
            }
        }
        attributes.add(Attribute.of(AttributeType.CRYPTOGRAPHIC_PARAMETERS,
                Items.structure(Tag.CRYPTOGRAPHIC_PARAMETERS,
                        Items.enumeration(Tag.BLOCK_CIPHER_MODE, BlockCipherMode.CBC))));
        return new AttributeList(attributes);
    }

    /** How to encrypt, as a version can say it. */
    static CryptographicParameters parameters(KmipVersion version) {
        boolean v12 = version.atLeast(KmipVersion.V1_2);
        return CryptographicParameters.of(v12 ? CryptographicAlgorithm.AES : null,
                BlockCipherMode.GCM, PaddingMethod.NONE, v12 ? true : null, v12 ? 16 : null);
    }

    private static List<AttributeName> names(KmipVersion version) {
        return names().stream()
                .filter(name -> !(name instanceof AttributeName.Standard(AttributeType type))
                        || type.definedIn(version))
                .toList();
    }

    /** Attributes of all versions, with values that only later versions define. */
    static AttributeList everyAttribute() {
        TtlvItem parameters = Items.structure(Tag.CRYPTOGRAPHIC_PARAMETERS,
                Items.enumeration(Tag.BLOCK_CIPHER_MODE, BlockCipherMode.AEAD),
                new TtlvItem.BooleanItem(Tag.RANDOM_IV, true));
        return AttributeList.of(Attribute.name("n"),
                Attribute.enumeration(AttributeType.CRYPTOGRAPHIC_ALGORITHM,
                        CryptographicAlgorithm.CHA_CHA20_POLY1305),
                Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, 0x83C),
                Attribute.bool(AttributeType.FRESH, true),
                Attribute.bool(AttributeType.SENSITIVE, true),
                Attribute.date(AttributeType.ORIGINAL_CREATION_DATE, 5),
                Attribute.bool(AttributeType.QUANTUM_SAFE, true),
                Attribute.bool(AttributeType.ROTATE_AUTOMATIC, true),
                Attribute.text(AttributeType.OPERATION_POLICY_NAME, "default"),
                Attribute.of(AttributeType.CRYPTOGRAPHIC_PARAMETERS, parameters),
                Attribute.vendor("x", "a", "b"));
    }

    static List<AttributeName> names() {
        List<AttributeName> names = new ArrayList<>();
        for (AttributeType type : AttributeType.values()) {
            names.add(AttributeName.of(type));
        }
        names.add(new AttributeName.Vendor("x", "a"));
        return names;
    }
}
