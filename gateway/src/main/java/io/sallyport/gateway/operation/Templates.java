package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.List;

import io.sallyport.gateway.port.AttributeForm;
import io.sallyport.gateway.port.AttributeIndex;
import io.sallyport.gateway.port.LocateQuery;
import io.sallyport.gateway.port.LocateQuery.Filter;
import io.sallyport.gateway.port.LocateQuery.Property;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.vertx.core.Future;

/**
 * Template objects of 1.x (1.4 section 2.2.6): a request that names some gets their attributes,
 * except for those of one value that it gives itself, and before its own. The name of the template
 * is not taken over. Stateless.
 */
public final class Templates {

    private Templates() {}

    /** The attributes of a request, with those of the templates that it names. */
    public static Future<AttributeList> resolved(Call call, AttributeList given) {
        List<Attribute> own = new ArrayList<>();
        List<Attribute> references = new ArrayList<>();
        for (Attribute attribute : given.attributes()) {
            (attribute.name().equals(AttributeName.ofTemplate()) ? references : own).add(attribute);
        }
        if (references.isEmpty()) {
            return Future.succeededFuture(given);
        }
        Future<List<Attribute>> merged = Future.succeededFuture(own);
        for (Attribute reference : references) {
            merged = merged.compose(list -> template(call, reference)
                    .map(template -> merge(list, given(template))));
        }
        return merged.map(AttributeList::new);
    }

    /**
     * What a template gives to the objects made from it, which is apart from its own attributes.
     * In one that has its name inside both are the same.
     */
    static AttributeList given(StoredObject template) {
        return Internal.TEMPLATE
                .valueIn(template.attributes()) instanceof TtlvItem.ByteStringItem inner
                        ? AttributeForm.decode(inner.value().toByteArray())
                        : new AttributeList(template.attributes().attributes().stream()
                                .filter(attribute -> !attribute
                                        .is(AttributeType.LAST_CHANGE_DATE)
                                        && !attribute.is(AttributeType.FRESH)
                                        && !Internal.isInternal(attribute.name()))
                                .toList());
    }

    private static Future<StoredObject> template(Call call, Attribute reference) {
        Attribute name = Attribute.of(AttributeType.NAME,
                Items.withTag(reference.value(), AttributeType.NAME.tag()));
        LocateQuery query = new LocateQuery(call.subject().partition(),
                call.reachable(List.of(AttributeIndex.filter(name), new Filter.Destroyed(false),
                        new Filter.PropertyEquals(Property.OBJECT_TYPE,
                                ObjectType.TEMPLATE.code()))),
                0, 1);
        return call.workspace().locate(query).compose(located -> located.ids().isEmpty()
                ? Future.failedFuture(Faults.notFound(call.version()))
                : call.workspace().find(call.subject().partition(), located.ids().getFirst()))
                .compose(found -> found.map(Future::succeededFuture).orElseGet(
                        () -> Future.failedFuture(Faults.notFound(call.version()))));
    }

    private static List<Attribute> merge(List<Attribute> own, AttributeList template) {
        List<Attribute> merged = new ArrayList<>();
        AttributeList given = new AttributeList(own);
        for (Attribute attribute : template.attributes()) {
            boolean isTemplates = attribute.is(AttributeType.NAME);
            boolean isOverridden =
                    attribute.name() instanceof AttributeName.Standard(AttributeType type)
                            && !type.multiple() && given.has(type);
            if (!isTemplates && !isOverridden) {
                merged.add(attribute);
            }
        }
        merged.addAll(own);
        return merged;
    }
}
