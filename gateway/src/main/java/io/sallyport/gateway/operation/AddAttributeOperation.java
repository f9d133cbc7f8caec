package io.sallyport.gateway.operation;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.message.payload.AddAttribute;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Add Attribute (2.1 section 6.1.2): a new attribute, or one more value of one that may have
 * several.
 */
final class AddAttributeOperation implements KmipOperation<AddAttribute.Request> {

    @Override
    public Operation operation() {
        return Operation.ADD_ATTRIBUTE;
    }

    @Override
    public Class<AddAttribute.Request> payloadType() {
        return AddAttribute.Request.class;
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
    public Future<Outcome> handle(Call call, AddAttribute.Request payload) throws OperationFault {
        Attribute given = payload.attribute();
        NewAttributes.checkType(given, call.version());
        if (!ExistingAttributes.isModifiable(given.name())) {
            throw Faults.readOnly(call.version());
        }
        if (given.index() != 0) {
            throw Faults.invalidField("A new attribute has no index.");
        }
        return call.liveObject(payload.uniqueIdentifier())
                .compose(object -> add(call, object, given));
    }

    private static Future<Outcome> add(Call call, StoredObject object, Attribute given) {
        if (ExistingAttributes.isInHeader(given.name())) {
            return ExistingAttributes.headerHas(call, object, given.name())
                    ? Future.failedFuture(Faults.singleValued(call.version()))
                    : ExistingAttributes.setInHeader(call, object, given)
                            .map(change -> done(object, given, change));
        }
        AttributeList stored = object.attributes();
        int count = (int) stored.all(given.name()).count();
        if (count > 0 && given.name() instanceof AttributeName.Standard(AttributeType type)
                && !type.multiple()) {
            return Future.failedFuture(Faults.singleValued(call.version()));
        }
        int index = stored.all(given.name()).mapToInt(Attribute::index).max().orElse(-1) + 1;
        Attribute added = UsageAllocation.whole(Detached.copy(given.withIndex(index)));
        Future<Void> free = given.is(AttributeType.NAME)
                ? NewObject.nameIsFree(call, added)
                : Future.succeededFuture();
        return free.compose(_ -> Amendment.attributes(call, object, stored.plus(added)))
                .map(change -> done(object, added, change));
    }

    private static Outcome done(StoredObject object, Attribute added, Change change) {
        return Outcome.changing(new AddAttribute.Response(object.id(), added), change);
    }
}
