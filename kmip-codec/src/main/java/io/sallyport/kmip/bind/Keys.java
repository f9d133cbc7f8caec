package io.sallyport.kmip.bind;

import java.util.List;

import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.DigitalSignatureAlgorithm;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.HashingAlgorithm;
import io.sallyport.kmip.model.KeyInformation;
import io.sallyport.kmip.model.KeyRoleType;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.MaskGenerator;
import io.sallyport.kmip.model.PaddingMethod;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Tables of cryptographic parameters and key wrapping. */
public final class Keys {
    private static final Field<CryptographicParameters, Enumerated<BlockCipherMode>> MODE = Field
            .optional(Tag.BLOCK_CIPHER_MODE, Codecs.enumeration(BlockCipherMode::of),
                    CryptographicParameters::mode);
    private static final Field<CryptographicParameters, Enumerated<PaddingMethod>> PADDING = Field
            .optional(Tag.PADDING_METHOD, Codecs.enumeration(PaddingMethod::of),
                    CryptographicParameters::padding);
    private static final Field<CryptographicParameters, Enumerated<HashingAlgorithm>> HASHING =
            Field
                    .optional(Tag.HASHING_ALGORITHM, Codecs.enumeration(HashingAlgorithm::of),
                            CryptographicParameters::hashing);
    private static final Field<CryptographicParameters, Enumerated<KeyRoleType>> ROLE = Field
            .optional(Tag.KEY_ROLE_TYPE, Codecs.enumeration(KeyRoleType::of),
                    CryptographicParameters::keyRole);
    static final Field<CryptographicParameters, Enumerated<DigitalSignatureAlgorithm>> SIGNATURE =
            Field
                    .<CryptographicParameters, Enumerated<DigitalSignatureAlgorithm>>optional(
                            Tag.DIGITAL_SIGNATURE_ALGORITHM,
                            Codecs.enumeration(DigitalSignatureAlgorithm::of),
                            CryptographicParameters::digitalSignatureAlgorithm)
                    .since(KmipVersion.V1_2);
    static final Field<CryptographicParameters, Enumerated<CryptographicAlgorithm>> ALGORITHM =
            Field
                    .<CryptographicParameters, Enumerated<CryptographicAlgorithm>>optional(
                            Tag.CRYPTOGRAPHIC_ALGORITHM,
                            Codecs.enumeration(CryptographicAlgorithm::of),
                            CryptographicParameters::algorithm)
                    .since(KmipVersion.V1_2);
    private static final Field<CryptographicParameters, Boolean> RANDOM_IV = since(
            KmipVersion.V1_2, Tag.RANDOM_IV, Codecs.BOOLEAN, CryptographicParameters::randomIv);
    private static final Field<CryptographicParameters, Integer> IV_LENGTH = since(
            KmipVersion.V1_2, Tag.IV_LENGTH, Codecs.INTEGER, CryptographicParameters::ivLength);
    private static final Field<CryptographicParameters, Integer> TAG_LENGTH = since(
            KmipVersion.V1_2, Tag.TAG_LENGTH, Codecs.INTEGER, CryptographicParameters::tagLength);
    private static final Field<CryptographicParameters, Integer> FIXED_LENGTH = since(
            KmipVersion.V1_2, Tag.FIXED_FIELD_LENGTH, Codecs.INTEGER,
            CryptographicParameters::fixedFieldLength);
    private static final Field<CryptographicParameters, Integer> INVOCATION_LENGTH = since(
            KmipVersion.V1_2, Tag.INVOCATION_FIELD_LENGTH, Codecs.INTEGER,
            CryptographicParameters::invocationFieldLength);
    private static final Field<CryptographicParameters, Integer> COUNTER_LENGTH = since(
            KmipVersion.V1_2, Tag.COUNTER_LENGTH, Codecs.INTEGER,
            CryptographicParameters::counterLength);
    private static final Field<CryptographicParameters, Integer> INITIAL_COUNTER = since(
            KmipVersion.V1_2, Tag.INITIAL_COUNTER_VALUE, Codecs.INTEGER,
            CryptographicParameters::initialCounterValue);
    private static final Field<CryptographicParameters, Integer> SALT_LENGTH = since(
            KmipVersion.V1_4, Tag.SALT_LENGTH, Codecs.INTEGER, CryptographicParameters::saltLength);
    private static final Field<CryptographicParameters, Enumerated<MaskGenerator>> GENERATOR =
            since(
                    KmipVersion.V1_4, Tag.MASK_GENERATOR, Codecs.enumeration(MaskGenerator::of),
                    CryptographicParameters::maskGenerator);
    static final Field<CryptographicParameters, Enumerated<HashingAlgorithm>> GENERATOR_HASHING =
            since(
                    KmipVersion.V1_4, Tag.MASK_GENERATOR_HASHING_ALGORITHM,
                    Codecs.enumeration(HashingAlgorithm::of),
                    CryptographicParameters::maskGeneratorHashing);
    private static final Field<CryptographicParameters, ByteSlice> P_SOURCE = since(
            KmipVersion.V1_4, Tag.P_SOURCE, Codecs.BYTES, CryptographicParameters::pSource);
    private static final Field<CryptographicParameters, Integer> TRAILER = since(KmipVersion.V1_4,
            Tag.TRAILER_FIELD, Codecs.INTEGER,
            CryptographicParameters::trailerField);

    public static final StructureBinding<CryptographicParameters> PARAMETERS = StructureBinding.of(
            "Cryptographic Parameters",
            List.of(MODE, PADDING, HASHING, ROLE, SIGNATURE, ALGORITHM, RANDOM_IV,
                    IV_LENGTH, TAG_LENGTH, FIXED_LENGTH, INVOCATION_LENGTH, COUNTER_LENGTH,
                    INITIAL_COUNTER, SALT_LENGTH, GENERATOR, GENERATOR_HASHING, P_SOURCE,
                    TRAILER),
            v -> new CryptographicParameters(v.get(MODE), v.get(PADDING), v.get(HASHING),
                    v.get(ROLE), v.get(SIGNATURE), v.get(ALGORITHM), v.get(RANDOM_IV),
                    v.get(IV_LENGTH), v.get(TAG_LENGTH), v.get(FIXED_LENGTH),
                    v.get(INVOCATION_LENGTH), v.get(COUNTER_LENGTH), v.get(INITIAL_COUNTER),
                    v.get(SALT_LENGTH), v.get(GENERATOR), v.get(GENERATOR_HASHING),
                    v.get(P_SOURCE), v.get(TRAILER)));

    private static final Field<KeyInformation, UniqueIdentifier> KEY = Field.required(
            Tag.UNIQUE_IDENTIFIER, Identifiers.UNIQUE_IDENTIFIER,
            KeyInformation::uniqueIdentifier);
    private static final Field<KeyInformation, CryptographicParameters> KEY_PARAMETERS = Field
            .optional(Tag.CRYPTOGRAPHIC_PARAMETERS, PARAMETERS, KeyInformation::parameters);
    static final StructureBinding<KeyInformation> KEY_INFORMATION = StructureBinding.of(
            "Key Information", List.of(KEY, KEY_PARAMETERS),
            v -> new KeyInformation(v.need(KEY), v.get(KEY_PARAMETERS)));

    private Keys() {}

    private static <T> Field<CryptographicParameters, T> since(KmipVersion version, int tag,
            ItemCodec<T> codec, Field.Getter<CryptographicParameters, T> getter) {
        return Field.optional(tag, codec, getter).since(version);
    }
}
