package io.sallyport.kmip.bind;

import java.util.List;

import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.Constraint;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectDefaults;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Tag;

/** Tables of constraints and defaults for new objects. */
public final class ConstraintSets {
    private static final ItemCodec<Enumerated<ObjectType>> TYPE = Codecs
            .enumeration(ObjectType::of);

    private static final Field<Constraint, List<Enumerated<ObjectType>>> TYPES = Lists
            .optional(Tag.OBJECT_TYPES, Tag.OBJECT_TYPE, TYPE, Constraint::objectTypes);
    private static final Field<Constraint, List<String>> GROUPS = Lists
            .optional(Tag.OBJECT_GROUPS, Tag.OBJECT_GROUP, Codecs.TEXT, Constraint::objectGroups)
            .until(KmipVersion.V3_0);
    private static final Field<Constraint, AttributeList> ATTRIBUTES = Field
            .optionalSpan("Attributes", Attributes.AS_GIVEN, Constraint::attributes);
    private static final StructureBinding<Constraint> CONSTRAINT = StructureBinding.of(
            "Constraint", List.of(TYPES, GROUPS, ATTRIBUTES),
            v -> new Constraint(Lists.orEmpty(v.get(TYPES)), Lists.orEmpty(v.get(GROUPS)),
                    v.get(ATTRIBUTES)));

    public static final StructureBinding<List<Constraint>> CONSTRAINTS = Lists.of("Constraints",
            Tag.CONSTRAINT, CONSTRAINT);

    private static final Field<ObjectDefaults, Enumerated<ObjectType>> DEFAULT_TYPE = Field
            .optional(Tag.OBJECT_TYPE, TYPE, ObjectDefaults::objectType);
    private static final Field<ObjectDefaults, List<Enumerated<ObjectType>>> DEFAULT_TYPES = Lists
            .optional(Tag.OBJECT_TYPES, Tag.OBJECT_TYPE, TYPE, ObjectDefaults::objectTypes)
            .since(KmipVersion.V2_1);
    private static final Field<ObjectDefaults, List<String>> DEFAULT_GROUPS = Lists
            .optional(Tag.OBJECT_GROUPS, Tag.OBJECT_GROUP, Codecs.TEXT,
                    ObjectDefaults::objectGroups)
            .since(KmipVersion.V2_1).until(KmipVersion.V3_0);
    private static final Field<ObjectDefaults, AttributeList> DEFAULT_ATTRIBUTES = Field
            .span("Attributes", Attributes.TEMPLATE, ObjectDefaults::attributes);
    private static final StructureBinding<ObjectDefaults> OBJECT_DEFAULTS = StructureBinding.of(
            "Object Defaults",
            List.of(DEFAULT_TYPE, DEFAULT_TYPES, DEFAULT_GROUPS, DEFAULT_ATTRIBUTES),
            v -> new ObjectDefaults(v.get(DEFAULT_TYPE), Lists.orEmpty(v.get(DEFAULT_TYPES)),
                    Lists.orEmpty(v.get(DEFAULT_GROUPS)), v.need(DEFAULT_ATTRIBUTES)));

    public static final StructureBinding<List<ObjectDefaults>> DEFAULTS = Lists.of(
            "Defaults Information", Tag.OBJECT_DEFAULTS, OBJECT_DEFAULTS);

    private ConstraintSets() {}
}
