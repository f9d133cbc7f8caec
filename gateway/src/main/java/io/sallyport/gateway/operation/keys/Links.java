package io.sallyport.gateway.operation.keys;

import java.util.ArrayList;
import java.util.List;

import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.LinkType;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Links from an object to others (2.1 section 4.31). Stateless. */
public final class Links {

    /** So many keys may an object point to that were derived from it. */
    static final int DERIVED_KEYS_MAX = 1000;

    private Links() {}

    /** A link as a request would give it. */
    public static Attribute of(LinkType type, String id) {
        return Attribute.of(AttributeType.LINK,
                Items.structure(Tag.LINK, Items.enumeration(Tag.LINK_TYPE, type),
                        Items.text(Tag.LINKED_OBJECT_IDENTIFIER, id)));
    }

    /** The attributes with one more link, under the next free index. */
    public static AttributeList with(AttributeList attributes, LinkType type, String id) {
        int next = attributes.all(AttributeType.LINK).mapToInt(Attribute::index).max().orElse(-1);
        return attributes.plus(of(type, id).withIndex(next + 1));
    }

    /**
     * The attributes with one more link to a key that was derived. A base that serves for many keys
     * gets no more links from the thousandth on, or each derivation would cost more than the one
     * before; a search for the link that the derived keys have finds all of them.
     */
    static AttributeList withDerived(AttributeList attributes, String id) {
        return targets(attributes, LinkType.DERIVED_KEY_LINK).size() < DERIVED_KEYS_MAX
                ? with(attributes, LinkType.DERIVED_KEY_LINK, id)
                : attributes;
    }

    /** The attributes with this link instead of the others of its type. */
    public static AttributeList only(AttributeList attributes, LinkType type, String id) {
        List<Attribute> kept = new ArrayList<>();
        int index = -1;
        for (Attribute attribute : attributes.attributes()) {
            if (is(attribute, type)) {
                index = index < 0 ? attribute.index() : index;
            } else {
                kept.add(attribute);
            }
        }
        AttributeList others = new AttributeList(kept);
        return index < 0
                ? with(others, type, id)
                : others.plus(of(type, id).withIndex(index));
    }

    /** The identifiers of the objects that links of a type name, in order. */
    public static List<String> targets(AttributeList attributes, LinkType type) {
        List<String> targets = new ArrayList<>(1);
        attributes.all(AttributeType.LINK).filter(link -> is(link, type)).forEach(link -> {
            String id = Items.childText(link.value(), Tag.LINKED_OBJECT_IDENTIFIER);
            if (id != null) {
                targets.add(id);
            }
        });
        return targets;
    }

    private static boolean is(Attribute attribute, LinkType type) {
        return attribute.is(AttributeType.LINK)
                && Items.child(attribute.value(),
                        Tag.LINK_TYPE) instanceof TtlvItem.EnumerationItem(int _, int code)
                && code == type.code();
    }
}
