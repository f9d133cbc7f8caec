package io.sallyport.gateway.operation;

import io.sallyport.gateway.lifecycle.KeyStatus;
import io.sallyport.gateway.lifecycle.Lifecycle;
import io.sallyport.gateway.port.AttributeForm;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.vertx.core.Future;

/** Changes an object: the engine wraps it anew under the next version of its header. Stateless. */
public final class Amendment {

    private Amendment() {}

    /** Another state and other dates. */
    public static Future<Change> status(Call call, StoredObject object, KeyStatus status) {
        return apply(call, object, status, object.header().protection(), object.attributes());
    }

    /** Another state and other dates, and other attributes. */
    public static Future<Change> status(Call call, StoredObject object, KeyStatus status,
            AttributeList attributes) {
        return apply(call, object, status, object.header().protection(), attributes);
    }

    /** Other attributes; the state is brought up to the dates on the way. */
    public static Future<Change> attributes(Call call, StoredObject object,
            AttributeList attributes) {
        return apply(call, object, settled(call, object), object.header().protection(),
                attributes);
    }

    /** Other rules on how the material may leave. */
    public static Future<Change> protection(Call call, StoredObject object, Protection protection) {
        return apply(call, object, settled(call, object), protection, object.attributes());
    }

    private static KeyStatus settled(Call call, StoredObject object) {
        return Lifecycle.settled(KeyStatus.of(object.header()), call.now());
    }

    private static Future<Change> apply(Call call, StoredObject object, KeyStatus status,
            Protection protection, AttributeList attributes) {
        AttributeList next = attributes.without(AttributeType.LAST_CHANGE_DATE)
                .plus(Attribute.date(AttributeType.LAST_CHANGE_DATE, call.now()));
        ObjectHeader old = object.header();
        ObjectHeader header = new ObjectHeader(old.id(), old.partition(), old.version() + 1,
                old.objectType(), old.keyFormat(), old.algorithm(), old.lengthBits(),
                old.usageMask(), status.state(), status.dates(), protection,
                AttributeForm.digest(next));
        return call.engine().submit(new EngineCommand.Amend(object.wrapped(), header))
                .map(answer -> {
                    Change change = new Change.Update(NewObject.object(answer.result(), next));
                    answer.release();
                    return change;
                });
    }
}
