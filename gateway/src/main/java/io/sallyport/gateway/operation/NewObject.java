package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.sallyport.gateway.lifecycle.KeyStatus;
import io.sallyport.gateway.port.AttributeForm;
import io.sallyport.gateway.port.AttributeIndex;
import io.sallyport.gateway.port.LocateQuery.Filter;
import io.sallyport.gateway.port.LocateQuery;
import io.sallyport.gateway.port.ObjectOwner;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectType;
import io.vertx.core.Future;

/** The steps that Create and Register have in common. Stateless. */
public final class NewObject {

    private NewObject() {}

    /** The header of an object that is born now, with an identifier of its own. */
    public static ObjectHeader header(Call call, ObjectType type, int keyFormat, int algorithm,
            int lengthBits, NewAttributes attributes, AttributeList stored)
            throws OperationFault {
        requireDefined(type, algorithm, call.version());
        KeyStatus status = attributes.status(call.now());
        ObjectHeader header =
                new ObjectHeader(UUID.randomUUID().toString(), call.subject().partition(), 1,
                        type.code(), keyFormat, algorithm, lengthBits, attributes.usageMask(),
                        status.state(), status.dates(),
                        OnePurpose.of(call, type.code(), algorithm, attributes.usageMask(),
                                stored, attributes.protection()),
                        AttributeForm.digest(stored));
        RuleCheck.constraints(call, header, stored);
        return header;
    }

    /**
     * Refuses an algorithm that the request's version does not define; a certificate names its own.
     */
    static void requireDefined(ObjectType type, int algorithm, KmipVersion version)
            throws OperationFault {
        CryptographicAlgorithm known = CryptographicAlgorithm.of(algorithm);
        if (type != ObjectType.CERTIFICATE && known != null && !known.definedIn(version)) {
            throw Faults.unsupportedParameters(version);
        }
    }

    /** The same header of an object that nobody can use here, whatever its owner may do. */
    static ObjectHeader unusable(ObjectHeader header) {
        return new ObjectHeader(header.id(), header.partition(), header.version(),
                header.objectType(), header.keyFormat(), header.algorithm(), header.lengthBits(),
                0, header.state(), header.dates(), header.protection(),
                header.attributesDigest());
    }

    /** What is stored of the attributes, with those that the server adds at the end. */
    public static AttributeList stored(Call call, NewAttributes attributes, List<Attribute> more) {
        AttributeList stored = attributes.stored();
        for (Attribute attribute : more) {
            stored = stored.plus(attribute);
        }
        List<Attribute> all = new ArrayList<>(stored.attributes());
        born(call, all);
        return new AttributeList(all);
    }

    /** Adds what every object gets at its birth: its owner, if a user asks, and its last change. */
    public static void born(Call call, List<Attribute> all) {
        String user = call.subject().user();
        if (user != null) {
            all.add(ObjectOwner.attribute(user));
        }
        all.add(Attribute.date(AttributeType.LAST_CHANGE_DATE, call.now()));
    }

    /** Fails if an object of the partition that is not destroyed has one of the names. */
    public static Future<Void> namesAreFree(Call call, AttributeList stored) {
        Future<Void> free = Future.succeededFuture();
        for (Attribute name : stored.all(AttributeType.NAME).toList()) {
            free = free.compose(_ -> nameIsFree(call, name));
        }
        return free;
    }

    /** Fails if an object of the partition that is not destroyed has this name. */
    public static Future<Void> nameIsFree(Call call, Attribute name) {
        return nameIsFree(call, name, "");
    }

    /** The same, but the object with this identifier may have it. */
    static Future<Void> nameIsFree(Call call, Attribute name, String id) {
        LocateQuery query = new LocateQuery(call.subject().partition(),
                List.of(AttributeIndex.filter(name), new Filter.Destroyed(false)), 0, 2);
        return call.workspace().locate(query)
                .compose(located -> located.ids().stream().allMatch(id::equals)
                        ? Future.succeededFuture()
                        : Future.failedFuture(Faults.nameTaken(call.version())));
    }

    /** The object after the engine wrapped it. */
    public static StoredObject object(io.sallyport.hsm.command.EngineResult.Wrapped wrapped,
            AttributeList stored) {
        return new StoredObject(wrapped.object(), stored, wrapped.digest());
    }
}
