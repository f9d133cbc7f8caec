package io.sallyport.kmip.bind;

import java.util.List;

import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UsageLimits;
import io.sallyport.kmip.model.UsageLimitsUnit;

/** The Usage Limits structure. */
public final class Limits {
    private static final Field<UsageLimits, Long> TOTAL = Field.required(Tag.USAGE_LIMITS_TOTAL,
            Codecs.LONG, UsageLimits::total);
    private static final Field<UsageLimits, Long> COUNT = Field.optional(Tag.USAGE_LIMITS_COUNT,
            Codecs.LONG, UsageLimits::count);
    private static final Field<UsageLimits, Enumerated<UsageLimitsUnit>> UNIT = Field.required(
            Tag.USAGE_LIMITS_UNIT, Codecs.enumeration(UsageLimitsUnit::of), UsageLimits::unit);

    public static final StructureBinding<UsageLimits> USAGE = StructureBinding.of("Usage Limits",
            List.of(TOTAL, COUNT, UNIT),
            v -> new UsageLimits(v.need(TOTAL), v.get(COUNT), v.need(UNIT)));

    private Limits() {}
}
