package io.sallyport.kmip.message;

import java.util.List;

import io.sallyport.kmip.message.payload.AdjustAttribute;
import io.sallyport.kmip.message.payload.Archive;
import io.sallyport.kmip.message.payload.Certify;
import io.sallyport.kmip.message.payload.Check;
import io.sallyport.kmip.message.payload.CreateKeyPair;
import io.sallyport.kmip.message.payload.CreateSplitKey;
import io.sallyport.kmip.message.payload.Deactivate;
import io.sallyport.kmip.message.payload.DeriveKey;
import io.sallyport.kmip.message.payload.Export;
import io.sallyport.kmip.message.payload.GetUsageAllocation;
import io.sallyport.kmip.message.payload.Import;
import io.sallyport.kmip.message.payload.JoinSplitKey;
import io.sallyport.kmip.message.payload.Notify;
import io.sallyport.kmip.message.payload.Obliterate;
import io.sallyport.kmip.message.payload.ObtainLease;
import io.sallyport.kmip.message.payload.Put;
import io.sallyport.kmip.message.payload.ReCertify;
import io.sallyport.kmip.message.payload.ReKey;
import io.sallyport.kmip.message.payload.ReKeyKeyPair;
import io.sallyport.kmip.message.payload.Recover;
import io.sallyport.kmip.message.payload.SetAttribute;
import io.sallyport.kmip.message.payload.Validate;
import io.sallyport.kmip.model.AdjustmentType;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeChanges;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CertificateRequestType;
import io.sallyport.kmip.model.CertificateType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.DeactivationReason;
import io.sallyport.kmip.model.DeactivationReasonCode;
import io.sallyport.kmip.model.DerivationMethod;
import io.sallyport.kmip.model.DerivationParameters;
import io.sallyport.kmip.model.EncodingOption;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KeyCompressionType;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.KeyWrappingData;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KeyInformation;
import io.sallyport.kmip.model.KeyWrapType;
import io.sallyport.kmip.model.KeyWrappingSpecification;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.PaddingMethod;
import io.sallyport.kmip.model.PutFunction;
import io.sallyport.kmip.model.SecretDataType;
import io.sallyport.kmip.model.SplitKeyMethod;
import io.sallyport.kmip.model.SplitKeyPolynomial;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.ValidityIndicator;
import io.sallyport.kmip.model.WrappingMethod;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Samples of the operations on keys and their life. */
final class KeySamples {
    private static final UniqueIdentifier ID = UniqueIdentifier.of("id-1");
    private static final ByteSlice BYTES = ByteSlice.of(new byte[]{1, 2, 3, 4, 5});
    private static final Enumerated<ObjectType> KEY = Enumerated.of(ObjectType.SYMMETRIC_KEY);

    private KeySamples() {}

    static List<RequestPayload> requests(KmipVersion version) {
        boolean v2 = version.atLeast(KmipVersion.V2_0);
        AttributeList all = SamplePayloads.attributes(version);
        CryptographicParameters how = SamplePayloads.parameters(version);
        List<Integer> masks = v2 ? List.of(1, 2) : List.of();
        Enumerated<CertificateRequestType> pem = Enumerated.of(CertificateRequestType.PEM);
        return List.of(new CreateKeyPair.Request(all, all, all, masks, masks, masks),
                new CreateKeyPair.Request(all, AttributeList.EMPTY, AttributeList.EMPTY,
                        List.of(), List.of(), List.of()),
                new ReKey.Request(ID, 60, all, masks),
                new ReKey.Request(null, null, AttributeList.EMPTY, List.of()),
                new ReKeyKeyPair.Request(ID, 60, all, all, all, masks, masks, masks),
                new DeriveKey.Request(KEY, List.of(ID, UniqueIdentifier.of("id-2")),
                        Enumerated.of(DerivationMethod.PBKDF2),
                        new DerivationParameters(how, BYTES, List.of(BYTES), BYTES, 5),
                        all),
                new Certify.Request(ID, pem, BYTES, all, masks),
                new ReCertify.Request(ID, v2 ? UniqueIdentifier.of("csr") : null, pem, BYTES, 60,
                        all, masks),
                new Check.Request(ID, 5L, 12, 60), new ObtainLease.Request(ID),
                new GetUsageAllocation.Request(ID, 7L), new Archive.Request(ID),
                new Recover.Request(ID),
                new Validate.Request(List.of(certificate()), List.of(ID), 1_700_000_000L),
                new Put.Request("id", Enumerated.of(PutFunction.REPLACE), "old",
                        SamplePayloads.key(), all),
                new Notify.Request("id",
                        new AttributeChanges(all, List.of(AttributeName.of(AttributeType.NAME),
                                new AttributeName.Vendor("x", "a")))),
                new CreateSplitKey.Request(KEY, ID, 5, 3,
                        Enumerated.of(SplitKeyMethod.POLYNOMIAL_SHARING_PRIME_FIELD),
                        ByteSlice.of(new byte[8]),
                        version.atLeast(KmipVersion.V3_0)
                                ? Enumerated.of(SplitKeyPolynomial.POLYNOMIAL_283)
                                : null,
                        all, masks),
                new JoinSplitKey.Request(KEY, List.of(ID, UniqueIdentifier.of("id-2")),
                        Enumerated.of(SecretDataType.SEED), all, masks),
                new Import.Request("id", KEY, true, Enumerated.of(KeyWrapType.NOT_WRAPPED), all,
                        SamplePayloads.key()),
                new Export.Request(ID, Enumerated.of(KeyFormatType.RAW),
                        Enumerated.of(KeyWrapType.AS_REGISTERED), null,
                        new KeyWrappingSpecification(Enumerated.of(WrappingMethod.ENCRYPT),
                                new KeyInformation(ID, how), null, List.of(),
                                Enumerated.of(EncodingOption.TTLV_ENCODING))),
                new AdjustAttribute.Request(ID,
                        AttributeName.of(AttributeType.CRYPTOGRAPHIC_LENGTH),
                        Enumerated.of(AdjustmentType.INCREMENT),
                        new TtlvItem.IntegerItem(Tag.ADJUSTMENT_VALUE, 5)),
                new SetAttribute.Request(ID, Attribute.bool(AttributeType.SENSITIVE, true)),
                new Obliterate.Request(ID),
                new Deactivate.Request(ID, new DeactivationReason(
                        Enumerated.of(DeactivationReasonCode.UNSPECIFIED), "old"), 5L));
    }

    static List<ResponsePayload> responses() {
        AttributeList all = SamplePayloads.everyAttribute();
        return List.of(new CreateKeyPair.Response("private", "public", all, all),
                new ReKey.Response("id", all),
                new ReKeyKeyPair.Response("private", "public", all, AttributeList.EMPTY),
                new DeriveKey.Response("id", all), new Certify.Response("id", null),
                new ReCertify.Response("id", all), new Check.Response("id", 5L, 12, 60),
                new ObtainLease.Response("id", 60, 1_700_000_000L),
                new GetUsageAllocation.Response("id"), new Archive.Response("id"),
                new Recover.Response("id"),
                new Validate.Response(Enumerated.of(ValidityIndicator.UNKNOWN)),
                new Put.Response(), new Notify.Response(),
                new CreateSplitKey.Response(List.of("a", "b", "c"), all),
                new JoinSplitKey.Response("id", all), new Import.Response("id"),
                new Export.Response(KEY, "id", all, SamplePayloads.key()),
                new AdjustAttribute.Response("id"), new SetAttribute.Response("id"),
                new Obliterate.Response(), new Deactivate.Response("id"));
    }

    /** Every kind of object, the key blocks with all that wrapping may tell. */
    static List<ManagedObject> objects() {
        KeyInformation how = new KeyInformation(ID, parameters());
        KeyBlock wrapped = new KeyBlock(Enumerated.of(KeyFormatType.RAW),
                Enumerated.of(KeyCompressionType.EC_PUBLIC_KEY_TYPE_UNCOMPRESSED),
                new KeyValue.Wrapped(BYTES), Enumerated.of(CryptographicAlgorithm.AES), 128,
                new KeyWrappingData(Enumerated.of(WrappingMethod.ENCRYPT_THEN_MAC_SIGN), how, how,
                        BYTES, BYTES, Enumerated.of(EncodingOption.NO_ENCODING)));
        KeyBlock told = new KeyBlock(Enumerated.of(KeyFormatType.RAW), null,
                new KeyValue.Plain(new TtlvItem.ByteStringItem(Tag.KEY_MATERIAL, BYTES),
                        SamplePayloads.everyAttribute()),
                null, null, null);
        return List.of(new ManagedObject.SymmetricKey(wrapped), new ManagedObject.PublicKey(told),
                new ManagedObject.PrivateKey(wrapped),
                new ManagedObject.SecretData(Enumerated.of(SecretDataType.PASSWORD), told),
                new ManagedObject.OpaqueObject(new Enumerated<>(0x80000001, null), BYTES),
                certificate(), new ManagedObject.CertificateRequest(
                        Enumerated.of(CertificateRequestType.PEM), BYTES),
                new ManagedObject.SplitKey(3, 1, 2,
                        Enumerated.of(SplitKeyMethod.POLYNOMIAL_SHARING_PRIME_FIELD),
                        ByteSlice.of(new byte[8]), Enumerated.of(SplitKeyPolynomial.POLYNOMIAL_283),
                        wrapped),
                new ManagedObject.Template(SamplePayloads.everyAttribute()),
                new ManagedObject.PgpKey(4, told));
    }

    private static CryptographicParameters parameters() {
        return CryptographicParameters.of(CryptographicAlgorithm.AES, BlockCipherMode.GCM,
                PaddingMethod.NONE, true, 16);
    }

    static ManagedObject.Certificate certificate() {
        return new ManagedObject.Certificate(Enumerated.of(CertificateType.X_509), BYTES);
    }
}
