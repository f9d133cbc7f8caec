package io.sallyport.kmip.bind;

import java.util.List;

import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.RevocationReason;
import io.sallyport.kmip.model.RevocationReasonCode;
import io.sallyport.kmip.model.Tag;

/** The Revocation Reason structure. */
public final class Revocations {
    private static final Field<RevocationReason, Enumerated<RevocationReasonCode>> CODE = Field
            .required(Tag.REVOCATION_REASON_CODE,
                    Codecs.enumeration(RevocationReasonCode::of), RevocationReason::code);
    private static final Field<RevocationReason, String> MESSAGE = Field
            .optional(Tag.REVOCATION_MESSAGE, Codecs.TEXT, RevocationReason::message);

    public static final StructureBinding<RevocationReason> REASON = StructureBinding.of(
            "Revocation Reason", List.of(CODE, MESSAGE),
            v -> new RevocationReason(v.need(CODE), v.get(MESSAGE)));

    private Revocations() {}
}
