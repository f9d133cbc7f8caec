package io.sallyport.gateway.operation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.lifecycle.KeyStatus;
import io.sallyport.gateway.port.AttributeForm;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.EnginePort.Answer;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.object.HeaderCodec;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.message.payload.Import;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KeyWrapType;
import io.sallyport.kmip.model.KeyWrappingData;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Import (2.1 section 6.1.30): an object under the identifier and with the attributes that it had
 * where it was exported. It may take the place of one that is there. A wrapped key is kept as it
 * came, unless the client wants it unwrapped.
 */
final class ImportOperation implements KmipOperation<Import.Request> {

    @Override
    public Operation operation() {
        return Operation.IMPORT;
    }

    @Override
    public Class<Import.Request> payloadType() {
        return Import.Request.class;
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
    public Future<Outcome> handle(Call call, Import.Request payload) throws OperationFault {
        String id = payload.uniqueIdentifier();
        int idBytes = id.getBytes(StandardCharsets.UTF_8).length;
        if (idBytes == 0 || idBytes > HeaderCodec.TEXT_BYTES_MAX) {
            throw Faults.invalidField("The identifier is empty or too long.");
        }
        if (!payload.objectType().is(payload.object().type())) {
            throw Faults.invalidField("Object type and object differ.");
        }
        call.concerns(id);
        boolean replace = Boolean.TRUE.equals(payload.replaceExisting());
        return call.workspace().find(call.subject().partition(), id)
                .compose(existing -> existing.isPresent()
                        && !(replace && call.reaches(existing.get()))
                                ? Future.failedFuture(Faults.exists(call.version()))
                                : prepare(call, payload, existing.orElse(null)));
    }

    private static Future<Outcome> prepare(Call call, Import.Request payload,
            @Nullable StoredObject existing) {
        String id = payload.uniqueIdentifier();
        try {
            Material material = Material.of(payload.object(), call.version());
            ImportedAttributes given = ImportedAttributes.of(payload.attributes(), id,
                    call.version());
            NewAttributes own = given.own();
            KeyStatus status = given.status(call.now(), call.version());
            int algorithm = RegisterOperation.orAssumed(
                    RegisterOperation.agreed(own.algorithm(), material.algorithm()),
                    material.assumedAlgorithm());
            NewObject.requireDefined(material.type(), algorithm, call.version());
            int length = RegisterOperation.orAssumed(
                    RegisterOperation.agreed(own.lengthBits(), material.lengthBits()),
                    material.assumedLengthBits());
            KeyWrappingData unwrapping = unwrapping(payload, material);
            List<Attribute> more = new ArrayList<>(given.kept());
            more.addAll(unwrapping == null
                    ? RegisterOperation.additions(material, own)
                    : material.attributesUnwrapped());
            AttributeList stored = NewObject.stored(call, own, more);
            int usageMask = material.isUsable() || unwrapping != null ? own.usageMask() : 0;
            ObjectHeader header = new ObjectHeader(id, call.subject().partition(), 1,
                    material.type().code(),
                    unwrapping == null ? material.keyFormat() : material.keyFormatUnwrapped(),
                    algorithm, length, usageMask,
                    status.state(), status.dates(),
                    OnePurpose.of(call, material.type().code(), algorithm, usageMask, stored,
                            own.protection()),
                    AttributeForm.digest(stored));
            RuleCheck.constraints(call, header, stored);
            return namesAreFree(call, stored, id)
                    .compose(_ -> sealed(call, header, material, unwrapping))
                    .map(answer -> done(answer, stored, existing, material));
        } catch (OperationFault fault) {
            return Future.failedFuture(fault);
        }
    }

    private static Future<Answer<EngineResult.Wrapped>> sealed(Call call, ObjectHeader header,
            Material material, @Nullable KeyWrappingData unwrapping) {
        if (unwrapping != null) {
            return WrappedKey.unwrap(call, header, unwrapping, material.wrapped());
        }
        ByteBuffer clear = material.clear();
        Future<Answer<EngineResult.Wrapped>> sealed =
                call.engine().submit(new EngineCommand.Import(header, clear));
        material.erase(clear);
        return sealed;
    }

    private static Outcome done(Answer<EngineResult.Wrapped> answer, AttributeList stored,
            @Nullable StoredObject existing, Material material) {
        StoredObject object = NewObject.object(answer.result(), stored);
        boolean approved = answer.result().approved();
        answer.release();
        Change change = existing == null
                ? new Change.Insert(object)
                : new Change.Replace(object, existing.header().version());
        Outcome done = Outcome.changing(new Import.Response(object.id()), change)
                .naming(List.of(object.id())).approved(approved);
        return material.isSecret() ? done.exposing() : done;
    }

    private static @Nullable KeyWrappingData unwrapping(Import.Request payload,
            Material material) {
        KeyBlock block = payload.object().keyBlock();
        boolean asked = payload.keyWrapType() != null
                && payload.keyWrapType().is(KeyWrapType.NOT_WRAPPED);
        return asked && block != null && !material.isUsable() ? block.wrapping() : null;
    }

    private static Future<Void> namesAreFree(Call call, AttributeList stored, String id) {
        Future<Void> free = Future.succeededFuture();
        for (Attribute name : stored.all(AttributeType.NAME).toList()) {
            free = free.compose(_ -> NewObject.nameIsFree(call, name, id));
        }
        return free;
    }
}
