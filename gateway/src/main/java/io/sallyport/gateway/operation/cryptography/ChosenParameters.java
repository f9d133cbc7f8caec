package io.sallyport.gateway.operation.cryptography;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.kmip.bind.BindFault;
import io.sallyport.kmip.bind.Keys;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.HashingAlgorithm;
import io.sallyport.kmip.model.KmipVersion;

/**
 * Which Cryptographic Parameters hold: the request's, or else the first of the key's attribute
 * (2.1 section 6.1.18). Stateless.
 */
public final class ChosenParameters {
    private static final CryptographicParameters NONE =
            CryptographicParameters.of(null, null, null, null, null);

    private ChosenParameters() {}

    /** The parameters for a use of this key; without any field if nobody says anything. */
    public static CryptographicParameters of(StoredObject key,
            @Nullable CryptographicParameters asked) throws OperationFault {
        if (asked != null) {
            return asked;
        }
        Optional<Attribute> own =
                key.attributes().first(AttributeType.CRYPTOGRAPHIC_PARAMETERS);
        try {
            return own.isEmpty()
                    ? NONE
                    : Keys.PARAMETERS.decode(own.get().value(), KmipVersion.V2_1);
        } catch (BindFault unreadable) {
            throw Faults.invalidField("The key's cryptographic parameters can't be read.");
        }
    }

    /**
     * A hash function.
     *
     * @param otherwise what holds if none is named
     * @throws OperationFault if it is not served
     */
    public static HashAlgorithm hash(@Nullable Enumerated<HashingAlgorithm> named,
            HashAlgorithm otherwise, KmipVersion version) throws OperationFault {
        if (named == null) {
            return otherwise;
        }
        HashAlgorithm hash = HashAlgorithm.of(named.code());
        if (hash == null) {
            throw Faults.unsupportedParameters(version);
        }
        return hash;
    }
}
