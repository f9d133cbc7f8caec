package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.operation.message.PartitionRules;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Constraint;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectDefaults;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * Applies the rules of a partition to a new object (KMIP 2.1 sections 7.6 and 7.20). Stateless.
 */
public final class RuleCheck {

    private RuleCheck() {}

    /**
     * Checks the attributes of a rule.
     *
     * @throws OperationFault for one that is unknown or of another type
     */
    public static void attributes(@Nullable AttributeList attributes, KmipVersion version)
            throws OperationFault {
        if (attributes != null) {
            for (Attribute attribute : attributes.attributes()) {
                NewAttributes.checkType(attribute, version);
            }
        }
    }

    /** The attributes of a new object, with the defaults for those that it does not have. */
    static AttributeList completed(Call call, ObjectType type, AttributeList given) {
        List<ObjectDefaults> all = call.rules().defaults();
        if (all == null) {
            return given;
        }
        List<Attribute> completed = new ArrayList<>(given.attributes());
        for (ObjectDefaults defaults : all) {
            boolean isMeant = defaults.objectType() == null
                    ? isAmong(type, defaults.objectTypes())
                    : defaults.objectType().is(type);
            if (isMeant && isInOneOf(given, defaults.objectGroups())) {
                for (Attribute attribute : defaults.attributes().attributes()) {
                    if (completed.stream()
                            .noneMatch(known -> known.name().equals(attribute.name()))) {
                        completed.add(attribute);
                    }
                }
            }
        }
        return new AttributeList(completed);
    }

    /**
     * Holds a new object against the constraints: the first that applies to it decides.
     *
     * @throws OperationFault if the object is not as it must be
     */
    public static void constraints(Call call, ObjectHeader header, AttributeList stored)
            throws OperationFault {
        PartitionRules rules = call.rules();
        if (rules.constraints() == null) {
            return;
        }
        ObjectType type = ObjectType.of(header.objectType());
        for (Constraint constraint : rules.constraints()) {
            if (isAmong(type, constraint.objectTypes())
                    && isInOneOf(stored, constraint.objectGroups())) {
                if (!isSatisfied(constraint, header, stored, call.now())) {
                    throw violated(call.version());
                }
                return;
            }
        }
    }

    private static boolean isSatisfied(Constraint constraint, ObjectHeader header,
            AttributeList stored, long now) {
        if (constraint.attributes() == null) {
            return true;
        }
        List<Attribute> all = new ArrayList<>(stored.attributes());
        ObjectAttributes.ofHeader(header, stored, now, all);
        return constraint.attributes().attributes().stream()
                .allMatch(wanted -> all.stream().anyMatch(attribute -> attribute.name()
                        .equals(wanted.name()) && attribute.sameValue(wanted)));
    }

    private static boolean isAmong(@Nullable ObjectType type,
            List<Enumerated<ObjectType>> types) {
        return types.isEmpty() || (type != null && types.contains(Enumerated.of(type)));
    }

    private static boolean isInOneOf(AttributeList attributes, List<String> groups) {
        return groups.isEmpty() || attributes.attributes().stream()
                .anyMatch(attribute -> attribute.name()
                        .equals(AttributeName.of(AttributeType.OBJECT_GROUP))
                        && attribute.value() instanceof TtlvItem.TextStringItem text
                        && groups.contains(text.text()));
    }

    private static OperationFault violated(KmipVersion version) {
        return new OperationFault(version.atLeast(KmipVersion.V2_1)
                ? ResultReason.CONSTRAINT_VIOLATION
                : ResultReason.PERMISSION_DENIED,
                "A constraint of the partition does not allow such an object.");
    }
}
