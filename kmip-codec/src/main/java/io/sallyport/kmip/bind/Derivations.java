package io.sallyport.kmip.bind;

import java.util.List;

import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.DerivationParameters;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;

/** The Derivation Parameters structure. */
public final class Derivations {
    private static final Field<DerivationParameters, CryptographicParameters> FUNCTION = Field
            .optional(Tag.CRYPTOGRAPHIC_PARAMETERS, Keys.PARAMETERS,
                    DerivationParameters::parameters);
    private static final Field<DerivationParameters, ByteSlice> VECTOR = Field.optional(
            Tag.INITIALIZATION_VECTOR, Codecs.BYTES, DerivationParameters::initializationVector);
    private static final Field<DerivationParameters, List<ByteSlice>> DATA = Field
            .repeated(Tag.DERIVATION_DATA, Codecs.BYTES, DerivationParameters::data);
    private static final Field<DerivationParameters, ByteSlice> SALT = Field.optional(Tag.SALT,
            Codecs.BYTES, DerivationParameters::salt);
    private static final Field<DerivationParameters, Integer> ITERATIONS = Field
            .optional(Tag.ITERATION_COUNT, Codecs.INTEGER, DerivationParameters::iterationCount);

    public static final StructureBinding<DerivationParameters> PARAMETERS = StructureBinding.of(
            "Derivation Parameters", List.of(FUNCTION, VECTOR, DATA, SALT, ITERATIONS),
            v -> new DerivationParameters(v.get(FUNCTION), v.get(VECTOR), v.need(DATA),
                    v.get(SALT), v.get(ITERATIONS)));

    private Derivations() {}
}
