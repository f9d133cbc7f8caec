package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.sallyport.gateway.lifecycle.KeyStatus;
import io.sallyport.gateway.lifecycle.Lifecycle;
import io.sallyport.gateway.lifecycle.LifecycleDate;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.object.Protection;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.vertx.core.Future;

/** The steps that Add, Modify and Delete Attribute have in common. Stateless. */
final class ExistingAttributes {
    private static final long MICROS = 1_000_000L;

    private ExistingAttributes() {}

    /** Whether the attribute of this name lives in the header and follows rules of its own. */
    static boolean isInHeader(AttributeName name) {
        return name instanceof AttributeName.Standard(AttributeType type)
                && NewAttributes.isInHeader(type);
    }

    /** Whether a client may change an attribute of this name at all. */
    static boolean isModifiable(AttributeName name) {
        return !(name instanceof AttributeName.Standard(AttributeType type))
                || type.clientModifies();
    }

    /** Whether a client may delete an attribute of this name. */
    static boolean isDeletable(AttributeName name) {
        return !(name instanceof AttributeName.Standard(AttributeType type))
                || type.clientDeletes();
    }

    /**
     * Gives an attribute the one value that it then has.
     *
     * @return the change; fails if the attribute has several values
     */
    static Future<Change> set(Call call, StoredObject object, Attribute given) {
        if (isInHeader(given.name())) {
            return setInHeader(call, object, given);
        }
        List<Attribute> values = object.attributes().all(given.name()).toList();
        if (values.size() > 1) {
            return Future.failedFuture(Faults.multiValued(call.version()));
        }
        if (isFixed(object, given.name())) {
            return Future.failedFuture(Faults.readOnly(call.version()));
        }
        Attribute old = values.isEmpty() ? null : values.getFirst();
        Attribute next = UsageAllocation
                .whole(Detached.copy(given.withIndex(old == null ? 0 : old.index())));
        boolean renamed = given.is(AttributeType.NAME) && (old == null || !old.sameValue(next));
        Future<Void> free = renamed
                ? NewObject.nameIsFree(call, next)
                : Future.succeededFuture();
        AttributeList attributes = old == null
                ? object.attributes().plus(next)
                : replaced(object.attributes(), old, next);
        return free.compose(_ -> Amendment.attributes(call, object, attributes));
    }

    /** Whether the attribute no longer changes because a part of the limits was used. */
    static boolean isFixed(StoredObject object, AttributeName name) {
        return name.equals(AttributeName.of(AttributeType.USAGE_LIMITS))
                && UsageAllocation.isBegun(object);
    }

    /** Sets a date or a protection that the header holds. */
    static Future<Change> setInHeader(Call call, StoredObject object, Attribute next) {
        if (!(next.name() instanceof AttributeName.Standard(AttributeType type))) {
            return Future.failedFuture(Faults.readOnly(call.version()));
        }
        return switch (type) {
            case ACTIVATION_DATE -> date(call, object, LifecycleDate.ACTIVATION, next);
            case PROCESS_START_DATE -> date(call, object, LifecycleDate.PROCESS_START, next);
            case PROTECT_STOP_DATE -> date(call, object, LifecycleDate.PROTECT_STOP, next);
            case DEACTIVATION_DATE -> date(call, object, LifecycleDate.DEACTIVATION, next);
            case SENSITIVE, EXTRACTABLE -> protection(call, object, type, next);
            default -> Future.failedFuture(Faults.readOnly(call.version()));
        };
    }

    /** Whether the object has a value of this attribute that the header holds. */
    static boolean headerHas(Call call, StoredObject object, AttributeName name) {
        return !ObjectAttributes.named(object, name, call.version(), call.now()).isEmpty();
    }

    /** The stored values with one of them replaced. */
    static AttributeList replaced(AttributeList stored, Attribute old, Attribute next) {
        List<Attribute> list = new ArrayList<>(stored.attributes());
        list.set(list.indexOf(old), next);
        return new AttributeList(list);
    }

    private static Future<Change> date(Call call, StoredObject object, LifecycleDate which,
            Attribute next) {
        long value = next.value() instanceof TtlvItem.DateTimeExtendedItem(int _, long micros)
                ? Math.floorDiv(micros, MICROS)
                : ((TtlvItem.DateTimeItem) next.value()).epochSeconds();
        Optional<KeyStatus> status = Lifecycle.withDate(KeyStatus.of(object.header()), which, value,
                call.now());
        return status.isEmpty()
                ? Future.failedFuture(Faults.wrongState(call.version()))
                : Amendment.status(call, object, status.get());
    }

    /** Protection only grows: sensitive can be set, extractable can be taken away. */
    private static Future<Change> protection(Call call, StoredObject object, AttributeType type,
            Attribute next) {
        boolean value = ((TtlvItem.BooleanItem) next.value()).value();
        Protection old = object.header().protection();
        boolean sensitive = type == AttributeType.SENSITIVE ? value : old.sensitive();
        boolean extractable = type == AttributeType.EXTRACTABLE ? value : old.extractable();
        if ((old.sensitive() && !sensitive) || (!old.extractable() && extractable)) {
            return Future.failedFuture(Faults.readOnly(call.version()));
        }
        return Amendment.protection(call, object, new Protection(sensitive,
                old.alwaysSensitive() && sensitive, extractable, old.neverExtractable(),
                old.family()));
    }
}
