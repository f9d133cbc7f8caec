package io.sallyport.kmip.bind;

import java.util.List;

import io.sallyport.kmip.model.DeactivationReason;
import io.sallyport.kmip.model.DeactivationReasonCode;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Tag;

/** The Deactivation Reason structure of 3.0. */
public final class Deactivations {
    private static final Field<DeactivationReason, Enumerated<DeactivationReasonCode>> CODE =
            Field.required(Tag.DEACTIVATION_REASON_CODE,
                    Codecs.enumeration(DeactivationReasonCode::of), DeactivationReason::code);
    private static final Field<DeactivationReason, String> MESSAGE = Field
            .optional(Tag.DEACTIVATION_MESSAGE, Codecs.TEXT, DeactivationReason::message);

    public static final StructureBinding<DeactivationReason> REASON = StructureBinding.of(
            "Deactivation Reason", List.of(CODE, MESSAGE),
            v -> new DeactivationReason(v.need(CODE), v.get(MESSAGE)));

    private Deactivations() {}
}
