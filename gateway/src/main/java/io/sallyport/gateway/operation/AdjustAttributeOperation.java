package io.sallyport.gateway.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.message.payload.AdjustAttribute;
import io.sallyport.kmip.model.AdjustmentType;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.vertx.core.Future;

/**
 * Adjust Attribute (2.1 section 6.1.3): adds to a number or date, takes from it, or negates it.
 * Without a value the step is one.
 */
final class AdjustAttributeOperation implements KmipOperation<AdjustAttribute.Request> {
    private static final long MAX_INTERVAL_SECONDS = 0xffff_ffffL;

    @Override
    public Operation operation() {
        return Operation.ADJUST_ATTRIBUTE;
    }

    @Override
    public Class<AdjustAttribute.Request> payloadType() {
        return AdjustAttribute.Request.class;
    }

    @Override
    public Access access() {
        return Access.CRYPTO_USER;
    }

    @Override
    public boolean changesState() {
        return true;
    }

    @Override
    public Future<Outcome> handle(Call call, AdjustAttribute.Request payload)
            throws OperationFault {
        AttributeName name = payload.name();
        if (name instanceof AttributeName.Unknown) {
            throw Faults.unknownAttribute(call.version());
        }
        if (!ExistingAttributes.isModifiable(name) || Internal.isInternal(name)) {
            throw Faults.readOnly(call.version());
        }
        return call.liveObject(payload.uniqueIdentifier())
                .compose(object -> adjust(call, object, payload));
    }

    private static Future<Outcome> adjust(Call call, StoredObject object,
            AdjustAttribute.Request payload) {
        List<Attribute> values = ObjectAttributes.named(object, payload.name(), call.version(),
                call.now());
        if (values.isEmpty()) {
            return Future.failedFuture(Faults.noSuchAttribute(call.version()));
        }
        if (values.size() > 1) {
            return Future.failedFuture(Faults.multiValued(call.version()));
        }
        Attribute old = values.getFirst();
        Attribute next;
        try {
            next = new Attribute(old.name(), old.index(), adjusted(old.value(), payload, call));
        } catch (OperationFault fault) {
            return Future.failedFuture(fault);
        } catch (ArithmeticException overflow) {
            return Future.failedFuture(Faults.outOfRange(call.version()));
        }
        return ExistingAttributes.set(call, object, next).map(change -> Outcome
                .changing(new AdjustAttribute.Response(object.id()), change));
    }

    private static TtlvItem adjusted(TtlvItem value, AdjustAttribute.Request payload, Call call)
            throws OperationFault {
        AdjustmentType type = payload.adjustmentType().known();
        if (type == null) {
            throw Faults.invalidField("The adjustment type is not known.");
        }
        long step = step(payload.adjustmentValue());
        return switch (value) {
            case TtlvItem.IntegerItem(int tag, int number) ->
                new TtlvItem.IntegerItem(tag, Math.toIntExact(moved(number, type, step)));
            case TtlvItem.LongIntegerItem(int tag, long number) ->
                new TtlvItem.LongIntegerItem(tag, moved(number, type, step));
            case TtlvItem.IntervalItem(int tag, int seconds) ->
                new TtlvItem.IntervalItem(tag, unsigned(
                        moved(Integer.toUnsignedLong(seconds), type, step)));
            case TtlvItem.DateTimeItem(int tag, long seconds) when type != AdjustmentType.NEGATE ->
                new TtlvItem.DateTimeItem(tag, moved(seconds, type, step));
            case TtlvItem.BooleanItem(int tag, boolean flag) when type == AdjustmentType.NEGATE ->
                new TtlvItem.BooleanItem(tag, !flag);
            default -> throw Faults.invalidAttributeValue(call.version());
        };
    }

    private static long moved(long number, AdjustmentType type, long step) {
        return switch (type) {
            case INCREMENT -> Math.addExact(number, step);
            case DECREMENT -> Math.subtractExact(number, step);
            case NEGATE -> Math.negateExact(number);
        };
    }

    private static int unsigned(long seconds) {
        if (seconds < 0 || seconds > MAX_INTERVAL_SECONDS) {
            throw new ArithmeticException("out of range");
        }
        return (int) seconds;
    }

    private static long step(@Nullable TtlvItem value) throws OperationFault {
        return switch (value) {
            case null -> 1;
            case TtlvItem.IntegerItem(int _, int number) -> number;
            case TtlvItem.LongIntegerItem(int _, long number) -> number;
            case TtlvItem.IntervalItem(int _, int seconds) -> Integer.toUnsignedLong(seconds);
            default -> throw Faults.invalidField("The adjustment value is not a number.");
        };
    }
}
