package io.sallyport.kmip.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * Attributes in the order of the message. Immutable.
 *
 * <p>The typed finders give the first value, or null if there is none or its item type is another
 * one; they are for attributes whose shape has been checked.
 */
public record AttributeList(List<Attribute> attributes) {
    public static final AttributeList EMPTY = new AttributeList(List.of());

    public AttributeList {
        attributes = List.copyOf(attributes);
    }

    /** A list of these. */
    public static AttributeList of(Attribute... attributes) {
        return new AttributeList(List.of(attributes));
    }

    public boolean isEmpty() {
        return attributes.isEmpty();
    }

    /** The first value of an attribute. */
    public Optional<Attribute> first(AttributeType type) {
        return all(type).findFirst();
    }

    /** Every value of an attribute. */
    public Stream<Attribute> all(AttributeType type) {
        return attributes.stream().filter(a -> a.is(type));
    }

    /** Every value under this name. */
    public Stream<Attribute> all(AttributeName name) {
        return attributes.stream().filter(a -> a.name().equals(name));
    }

    /** Whether there is a value of this attribute. */
    public boolean has(AttributeType type) {
        return first(type).isPresent();
    }

    public @Nullable Integer integer(AttributeType type) {
        return value(type) instanceof TtlvItem.IntegerItem i ? i.value() : null;
    }

    public @Nullable Integer enumerationCode(AttributeType type) {
        return value(type) instanceof TtlvItem.EnumerationItem i ? i.value() : null;
    }

    public @Nullable Boolean bool(AttributeType type) {
        return value(type) instanceof TtlvItem.BooleanItem i ? i.value() : null;
    }

    /** A date in seconds since 1970; the extended form of 2.x is rounded down. */
    public @Nullable Long date(AttributeType type) {
        TtlvItem item = value(type);
        if (item instanceof TtlvItem.DateTimeExtendedItem extended) {
            return Math.floorDiv(extended.micros(), 1_000_000L);
        }
        return item instanceof TtlvItem.DateTimeItem i ? i.epochSeconds() : null;
    }

    public @Nullable String text(AttributeType type) {
        return value(type) instanceof TtlvItem.TextStringItem i ? i.text() : null;
    }

    /** The Name Values of every Name. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Attribute attribute : attributes) {
            if (attribute.is(AttributeType.NAME)) {
                String text = Items.childText(attribute.value(), Tag.NAME_VALUE);
                if (text != null) {
                    names.add(text);
                }
            }
        }
        return Collections.unmodifiableList(names);
    }

    /** This list with one more at its end. */
    public AttributeList plus(Attribute attribute) {
        List<Attribute> more = new ArrayList<>(attributes);
        more.add(attribute);
        return new AttributeList(more);
    }

    /** This list without any value of that attribute. */
    public AttributeList without(AttributeType type) {
        return new AttributeList(attributes.stream().filter(a -> !a.is(type)).toList());
    }

    private @Nullable TtlvItem value(AttributeType type) {
        for (Attribute attribute : attributes) {
            if (attribute.is(type)) {
                return attribute.value();
            }
        }
        return null;
    }
}
