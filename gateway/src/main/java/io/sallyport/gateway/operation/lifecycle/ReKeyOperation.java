package io.sallyport.gateway.operation.lifecycle;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.lifecycle.KeyStatus;
import io.sallyport.gateway.lifecycle.Lifecycle;
import io.sallyport.gateway.operation.Amendment;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.CreateOperation;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.NewAttributes;
import io.sallyport.gateway.operation.NewObject;
import io.sallyport.gateway.operation.ObjectAttributes;
import io.sallyport.gateway.operation.OnePurpose;
import io.sallyport.gateway.operation.RuleCheck;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.operation.Templates;
import io.sallyport.gateway.port.AttributeForm;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.message.payload.ReKey;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Re-key (2.1 section 6.1.47): a new symmetric key that takes over the names and, but for what
 * tells of its own life, the attributes of the old one. The two point to each other; the old one
 * stays usable. Attributes of the request come before those of the old key.
 */
public final class ReKeyOperation implements KmipOperation<ReKey.Request> {

    /** The operation. */
    public ReKeyOperation() {}

    @Override
    public Operation operation() {
        return Operation.RE_KEY;
    }

    @Override
    public Class<ReKey.Request> payloadType() {
        return ReKey.Request.class;
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
    public Future<Outcome> handle(Call call, ReKey.Request payload) throws OperationFault {
        CreateOperation.requireStorage(payload.protectionStorageMasks());
        return call.liveObject(payload.uniqueIdentifier())
                .compose(old -> Templates.resolved(call, payload.attributes())
                        .compose(given -> reKey(call, old, given, payload.offset())));
    }

    private static Future<Outcome> reKey(Call call, StoredObject old, AttributeList given,
            @Nullable Integer offset) {
        AttributeList stored;
        ObjectHeader header;
        NewAttributes own;
        try {
            own = NewAttributes.of(given, call.version());
            check(old, own);
            ObjectHeader was = old.header();
            int bytes = CreateOperation.bytesOf(was.algorithm(), was.lengthBits());
            stored = Replacement.attributes(call, old, own.stored(), bytes);
            KeyStatus status = Lifecycle.born(Replacement.dates(old, given, call.now(), offset),
                    call.now());
            int mask = given.has(AttributeType.CRYPTOGRAPHIC_USAGE_MASK)
                    ? own.usageMask()
                    : ObjectAttributes.usageMask(old);
            header = new ObjectHeader(UUID.randomUUID().toString(), call.subject().partition(), 1,
                    was.objectType(), KeyFormatType.RAW.code(), was.algorithm(), was.lengthBits(),
                    mask, status.state(), status.dates(),
                    OnePurpose.of(call, was.objectType(), was.algorithm(), mask, stored,
                            Replacement.protection(was.protection(), own.protection())),
                    AttributeForm.digest(stored));
            RuleCheck.constraints(call, header, stored);
        } catch (OperationFault fault) {
            return Future.failedFuture(fault);
        }
        String id = header.id();
        call.concerns(id);
        return NewObject.namesAreFree(call, own.stored())
                .compose(_ -> Amendment.attributes(call, old, Replacement.replaced(old, id)))
                .compose(replaced -> call.engine().submit(new EngineCommand.Generate(header))
                        .map(answer -> {
                            StoredObject made = NewObject.object(answer.result(), stored);
                            boolean approved = answer.result().approved();
                            answer.release();
                            // The old key lets go of its names before the new one takes them.
                            return Outcome.changing(new ReKey.Response(id, null),
                                    List.of(replaced, new Change.Insert(made)))
                                    .naming(List.of(id)).approved(approved);
                        }));
    }

    private static void check(StoredObject old, NewAttributes own) throws OperationFault {
        ObjectHeader was = old.header();
        if (was.objectType() != ObjectType.SYMMETRIC_KEY.code() || was.lengthBits() == 0) {
            throw Faults.notSupported("Only symmetric keys are replaced in this way.");
        }
        boolean same = (own.algorithm() == 0 || own.algorithm() == was.algorithm())
                && (own.lengthBits() == 0 || own.lengthBits() == was.lengthBits());
        if (!same) {
            throw Faults.invalidField("The new key has the algorithm and length of the old one.");
        }
    }
}
