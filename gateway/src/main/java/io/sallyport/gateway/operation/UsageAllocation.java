package io.sallyport.gateway.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UsageLimitsUnit;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.vertx.core.Future;

/**
 * The usage limits of an object (2.1 section 4.63): how much may be protected with it in all, and
 * how much of that is left. The rest is lowered in the same commit as the audit record of the use,
 * so that it can't be used twice; of two uses at the same time one is tried again.
 *
 * <p>That section counts what applies protection: here Encrypt, Sign, MAC, and Get and Export that
 * wrap under the key. What processes protected data is not limited: Decrypt, Signature Verify, MAC
 * Verify, unwrapping. Nor is deriving from a key, which protects nothing by itself. Stateless.
 */
public final class UsageAllocation {

    private UsageAllocation() {}

    /** Whether this much is left; true for an object without limits. */
    public static boolean allows(StoredObject object, long amount) {
        UsageLimits limits = limits(object.attributes());
        return limits == null || limits.count() >= amount;
    }

    /**
     * Takes an amount in the unit of the limits.
     *
     * @return what is to be stored: nothing for an object without limits. Fails if less is left
     */
    public static Future<List<Change>> take(Call call, StoredObject object, long amount) {
        UsageLimits limits = limits(object.attributes());
        if (limits == null || amount == 0) {
            return Future.succeededFuture(List.of());
        }
        if (amount < 0 || limits.count() < amount) {
            return Future.failedFuture(Faults.usageLimit(call.version()));
        }
        Attribute lowered = attribute(
                new UsageLimits(limits.total(), limits.count() - amount, limits.unit()));
        return Amendment
                .attributes(call, object,
                        object.attributes().without(AttributeType.USAGE_LIMITS).plus(lowered))
                .map(List::of);
    }

    /**
     * Takes what one use of a key costs: the bytes that it protects, or one where objects count.
     * To be called before the use.
     */
    public static Future<List<Change>> use(Call call, StoredObject key, long bytes) {
        UsageLimits limits = limits(key.attributes());
        if (limits == null) {
            return Future.succeededFuture(List.of());
        }
        return take(call, key, limits.unit() == UsageLimitsUnit.BYTE.code() ? bytes : 1);
    }

    /** Whether a part of the limits was taken, so that they no longer change (1.4, 3.21). */
    static boolean isBegun(StoredObject object) {
        UsageLimits limits = limits(object.attributes());
        return limits != null && limits.count() != limits.total();
    }

    /** An attribute as it is stored: usage limits with all of the total left. */
    public static Attribute whole(Attribute given) {
        if (!given.is(AttributeType.USAGE_LIMITS)) {
            return given;
        }
        UsageLimits limits = limits(given.value());
        return limits == null
                ? given
                : attribute(new UsageLimits(limits.total(), limits.total(), limits.unit()));
    }

    /** Whether the value is that of usage limits. */
    static boolean isWellFormed(TtlvItem value) {
        UsageLimits limits = limits(value);
        return limits != null && limits.total() >= 0 && limits.count() >= 0
                && UsageLimitsUnit.of(limits.unit()) != null;
    }

    private record UsageLimits(long total, long count, int unit) {}

    private static @Nullable UsageLimits limits(AttributeList attributes) {
        return attributes.first(AttributeType.USAGE_LIMITS)
                .map(attribute -> limits(attribute.value())).orElse(null);
    }

    private static @Nullable UsageLimits limits(TtlvItem value) {
        if (!(Items.child(value, Tag.USAGE_LIMITS_TOTAL) instanceof TtlvItem.LongIntegerItem total)
                || !(Items.child(value,
                        Tag.USAGE_LIMITS_UNIT) instanceof TtlvItem.EnumerationItem unit)) {
            return null;
        }
        long count = Items.child(value,
                Tag.USAGE_LIMITS_COUNT) instanceof TtlvItem.LongIntegerItem left
                        ? left.value()
                        : total.value();
        return new UsageLimits(total.value(), count, unit.value());
    }

    private static Attribute attribute(UsageLimits limits) {
        return Attribute.of(AttributeType.USAGE_LIMITS,
                Items.structure(Tag.USAGE_LIMITS,
                        new TtlvItem.LongIntegerItem(Tag.USAGE_LIMITS_TOTAL, limits.total()),
                        new TtlvItem.LongIntegerItem(Tag.USAGE_LIMITS_COUNT, limits.count()),
                        new TtlvItem.EnumerationItem(Tag.USAGE_LIMITS_UNIT, limits.unit())));
    }
}
