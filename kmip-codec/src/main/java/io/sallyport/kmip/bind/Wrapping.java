package io.sallyport.kmip.bind;

import java.util.List;

import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.EncodingOption;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyInformation;
import io.sallyport.kmip.model.KeyWrappingData;
import io.sallyport.kmip.model.KeyWrappingSpecification;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.WrappingMethod;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Tables of how keys are wrapped, or are to be wrapped. */
public final class Wrapping {
    private static final Field<KeyWrappingData, Enumerated<WrappingMethod>> METHOD = Field.required(
            Tag.WRAPPING_METHOD, Codecs.enumeration(WrappingMethod::of),
            KeyWrappingData::method);
    private static final Field<KeyWrappingData, KeyInformation> ENCRYPTION_KEY = Field.optional(
            Tag.ENCRYPTION_KEY_INFORMATION, Keys.KEY_INFORMATION,
            KeyWrappingData::encryptionKey);
    private static final Field<KeyWrappingData, KeyInformation> MAC_KEY = Field.optional(
            Tag.MAC_SIGNATURE_KEY_INFORMATION, Keys.KEY_INFORMATION,
            KeyWrappingData::macSignatureKey);
    private static final Field<KeyWrappingData, ByteSlice> MAC = Field.optional(Tag.MAC_SIGNATURE,
            Codecs.BYTES, KeyWrappingData::macSignature);
    private static final Field<KeyWrappingData, ByteSlice> NONCE = Field
            .optional(Tag.IV_COUNTER_NONCE, Codecs.BYTES, KeyWrappingData::ivCounterNonce);
    private static final Field<KeyWrappingData, Enumerated<EncodingOption>> ENCODING = Field
            .<KeyWrappingData, Enumerated<EncodingOption>>optional(Tag.ENCODING_OPTION,
                    Codecs.enumeration(EncodingOption::of), KeyWrappingData::encodingOption)
            .since(KmipVersion.V1_1);

    /** How the value of a key block is wrapped. */
    public static final StructureBinding<KeyWrappingData> DATA =
            StructureBinding.of("Key Wrapping Data",
                    List.of(METHOD, ENCRYPTION_KEY, MAC_KEY, MAC, NONCE, ENCODING),
                    v -> new KeyWrappingData(v.need(METHOD), v.get(ENCRYPTION_KEY), v.get(MAC_KEY),
                            v.get(MAC), v.get(NONCE), v.get(ENCODING)));

    private static final Field<KeyWrappingSpecification, Enumerated<WrappingMethod>> WANTED_METHOD =
            Field
                    .required(Tag.WRAPPING_METHOD, Codecs.enumeration(WrappingMethod::of),
                            KeyWrappingSpecification::method);
    private static final Field<KeyWrappingSpecification, KeyInformation> WANTED_ENCRYPTION_KEY =
            Field
                    .optional(Tag.ENCRYPTION_KEY_INFORMATION, Keys.KEY_INFORMATION,
                            KeyWrappingSpecification::encryptionKey);
    private static final Field<KeyWrappingSpecification, KeyInformation> WANTED_MAC_KEY = Field
            .optional(Tag.MAC_SIGNATURE_KEY_INFORMATION, Keys.KEY_INFORMATION,
                    KeyWrappingSpecification::macSignatureKey);
    private static final Field<KeyWrappingSpecification, List<AttributeName>> NAMES = Field
            .optionalSpan("Attribute Name", Attributes.NAMES,
                    KeyWrappingSpecification::attributeNames);
    static final Field<KeyWrappingSpecification, Enumerated<EncodingOption>> WANTED_ENCODING =
            Field
                    .<KeyWrappingSpecification, Enumerated<EncodingOption>>optional(
                            Tag.ENCODING_OPTION, Codecs.enumeration(EncodingOption::of),
                            KeyWrappingSpecification::encodingOption)
                    .since(KmipVersion.V1_1);

    public static final StructureBinding<KeyWrappingSpecification> SPECIFICATION = StructureBinding
            .of("Key Wrapping Specification",
                    List.of(WANTED_METHOD, WANTED_ENCRYPTION_KEY, WANTED_MAC_KEY, NAMES,
                            WANTED_ENCODING),
                    v -> new KeyWrappingSpecification(v.need(WANTED_METHOD),
                            v.get(WANTED_ENCRYPTION_KEY), v.get(WANTED_MAC_KEY), v.need(NAMES),
                            v.get(WANTED_ENCODING)));

    private Wrapping() {}
}
