package io.sallyport.gateway.operation.lifecycle;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.lifecycle.ReplacementDates;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.CreateOperation;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.Internal;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.UsageAllocation;
import io.sallyport.gateway.port.ObjectOwner;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.Protection;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.LinkType;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * What a key that replaces another one takes over from it (2.1 section 6.1.44, table Re-key
 * Attribute Requirements), and what the old one keeps. Stateless.
 */
public final class Replacement {

    private Replacement() {}

    /**
     * The attributes of the new key, which belongs to whom the old one does.
     *
     * @param own what the request gives it
     * @param materialBytes length of its material
     */
    public static AttributeList attributes(Call call, StoredObject old, AttributeList own,
            int materialBytes) {
        List<Attribute> all = new ArrayList<>();
        for (Attribute attribute : old.attributes().attributes()) {
            if (isTakenOver(attribute) && !isOverridden(attribute, own)) {
                all.add(UsageAllocation.whole(attribute));
            }
        }
        for (Attribute attribute : own.attributes()) {
            all.add(attribute.withIndex(nextIndex(all, attribute.name())));
        }
        Attribute link = link(LinkType.REPLACED_OBJECT_LINK, old.id());
        all.add(link.withIndex(nextIndex(all, link.name())));
        Integer generation = old.attributes().integer(AttributeType.ROTATE_GENERATION);
        all.add(Attribute.integer(AttributeType.ROTATE_GENERATION,
                generation == null ? 1 : generation + 1));
        all.add(Attribute.bool(AttributeType.ROTATE_LATEST, true));
        all.add(Attribute.date(AttributeType.ROTATE_DATE, call.now()));
        AttributeList so = new AttributeList(all);
        all.addAll(CreateOperation.additions(call, so, materialBytes));
        String owner = ObjectOwner.of(old.attributes());
        if (owner != null) {
            all.add(ObjectOwner.attribute(owner));
        }
        all.add(Attribute.date(AttributeType.LAST_CHANGE_DATE, call.now()));
        return new AttributeList(all);
    }

    /** The attributes of the old key: without its names, and pointing to the new one. */
    public static AttributeList replaced(StoredObject old, String newId) {
        List<Attribute> all = new ArrayList<>();
        for (Attribute attribute : old.attributes().attributes()) {
            if (!attribute.is(AttributeType.NAME) && !attribute.is(AttributeType.ROTATE_LATEST)
                    && !isLink(attribute, LinkType.REPLACEMENT_OBJECT_LINK)) {
                all.add(attribute);
            }
        }
        Attribute link = link(LinkType.REPLACEMENT_OBJECT_LINK, newId);
        all.add(link.withIndex(nextIndex(all, link.name())));
        all.add(Attribute.bool(AttributeType.ROTATE_LATEST, false));
        return new AttributeList(all);
    }

    /**
     * The dates of the new key: those of the request come first.
     *
     * @throws OperationFault if they contradict each other
     */
    public static KeyDates dates(StoredObject old, AttributeList given, long now,
            @Nullable Integer offset) throws OperationFault {
        KeyDates moved = ReplacementDates.of(old.header().dates(), now, offset);
        Long activation = given(given, AttributeType.ACTIVATION_DATE, moved.activation());
        Long deactivation = given(given, AttributeType.DEACTIVATION_DATE, moved.deactivation());
        if (activation != null && deactivation != null && deactivation < activation) {
            throw Faults.invalidField("The deactivation date is before the activation date.");
        }
        return new KeyDates(now, activation,
                given(given, AttributeType.PROCESS_START_DATE, moved.processStart()),
                given(given, AttributeType.PROTECT_STOP_DATE, moved.protectStop()), deactivation,
                null, null, null);
    }

    /** The stricter of what the old key has and what the request asks for. */
    public static Protection protection(Protection old, Protection asked) {
        boolean sensitive = old.sensitive() || asked.sensitive();
        boolean extractable = old.extractable() && asked.extractable();
        return Protection.ofNew(sensitive, extractable, old.family());
    }

    private static @Nullable Long given(AttributeList given, AttributeType type,
            @Nullable Long otherwise) {
        Long date = given.date(type);
        return date != null ? date : otherwise;
    }

    private static boolean isTakenOver(Attribute attribute) {
        if (!(attribute.name() instanceof AttributeName.Standard(AttributeType type))) {
            return !Internal.isInternal(attribute.name());
        }
        return switch (type) {
            case LAST_CHANGE_DATE, REVOCATION_REASON, DEACTIVATION_REASON, DIGEST, FRESH, LINK,
                    RANDOM_NUMBER_GENERATOR, ORIGINAL_CREATION_DATE, KEY_VALUE_PRESENT,
                    KEY_VALUE_LOCATION, ROTATE_GENERATION, ROTATE_LATEST, ROTATE_DATE ->
                false;
            default -> true;
        };
    }

    private static boolean isOverridden(Attribute attribute, AttributeList own) {
        return attribute.name() instanceof AttributeName.Standard(AttributeType type)
                && !type.multiple() && own.has(type);
    }

    private static int nextIndex(List<Attribute> all, AttributeName name) {
        int next = 0;
        for (Attribute attribute : all) {
            if (attribute.name().equals(name)) {
                next = Math.max(next, attribute.index() + 1);
            }
        }
        return next;
    }

    private static Attribute link(LinkType type, String id) {
        return Attribute.of(AttributeType.LINK,
                Items.structure(Tag.LINK, Items.enumeration(Tag.LINK_TYPE, type),
                        Items.text(Tag.LINKED_OBJECT_IDENTIFIER, id)));
    }

    private static boolean isLink(Attribute attribute, LinkType type) {
        return attribute.is(AttributeType.LINK)
                && Items.child(attribute.value(),
                        Tag.LINK_TYPE) instanceof TtlvItem.EnumerationItem(int _, int code)
                && code == type.code();
    }
}
