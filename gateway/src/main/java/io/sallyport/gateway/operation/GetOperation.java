package io.sallyport.gateway.operation;

import java.nio.ByteBuffer;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.port.EnginePort.Answer;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyWrapType;
import io.sallyport.kmip.model.KeyWrappingData;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/**
 * Get (2.1 section 6.1.19): an object in whatever state but destroyed, in clear or wrapped under
 * another key. The answer holds views on the engine's buffers until it is written. The first Get
 * of an object makes it no longer fresh.
 */
final class GetOperation implements KmipOperation<Get.Request> {

    @Override
    public Operation operation() {
        return Operation.GET;
    }

    @Override
    public Class<Get.Request> payloadType() {
        return Get.Request.class;
    }

    @Override
    public Access access() {
        return Access.CRYPTO_USER;
    }

    /** Only the first Get of an object changes it, and a conflict there is tried again. */
    @Override
    public boolean changesState() {
        return false;
    }

    @Override
    public Future<Outcome> handle(Call call, Get.Request payload) throws OperationFault {
        check(payload);
        Future<StoredObject> found = call.liveObject(payload.uniqueIdentifier());
        return found.compose(object -> {
            Future<Outcome> got = presented(call, object, payload);
            return ObjectAttributes.isFresh(object)
                    ? got.compose(outcome -> served(call, object, outcome))
                    : got;
        });
    }

    /** Refuses what no object can be had in. */
    static void check(Get.Request payload) throws OperationFault {
        if (payload.keyCompressionType() != null) {
            throw new OperationFault(ResultReason.KEY_COMPRESSION_TYPE_NOT_SUPPORTED,
                    "Key compression is not supported.");
        }
        if (payload.keyWrapType() != null && payload.keyWrapType().known() == null) {
            throw Faults.invalidField("The key wrap type is not known.");
        }
    }

    /** An object as the client asks for it. */
    static Future<Outcome> presented(Call call, StoredObject object, Get.Request payload) {
        return payload.wrapping() == null
                ? plain(call, object, payload)
                : WrappedGet.handle(call, object, payload, payload.wrapping());
    }

    private static Future<Outcome> plain(Call call, StoredObject object, Get.Request payload) {
        ObjectType type = ObjectType.of(object.header().objectType());
        if (type == ObjectType.TEMPLATE) {
            return Future.succeededFuture(Outcome.of(new Get.Response(Enumerated.of(type),
                    object.id(), Presented.template(object))));
        }
        if (Pkcs12Get.isAsked(object, payload)) {
            return Pkcs12Get.handle(call, object);
        }
        return Attempt.of(() -> inFormat(call, object, payload,
                Presented.format(object.header(), payload.keyFormatType(), call.version())));
    }

    private static Future<Outcome> inFormat(Call call, StoredObject object, Get.Request payload,
            int format) throws OperationFault {
        if (!ObjectAttributes.isValuePresent(object)) {
            return Future.succeededFuture(
                    Outcome.of(response(object, Presented.asRegistered(object, format, null))));
        }
        KeyWrappingData wrapping = WrappedKey.of(object);
        boolean unwrap = wrapping != null && payload.keyWrapType() != null
                && payload.keyWrapType().is(KeyWrapType.NOT_WRAPPED);
        if (wrapping == null || unwrap) {
            Future<Answer<EngineResult.Material>> clear = wrapping == null
                    ? call.engine().submit(
                            Presented.export(object.header(), object.wrapped(), format))
                    : WrappedKey.unwrapped(call, object, wrapping, format);
            return clear
                    .recover(failure -> Future.failedFuture(fault(object, format, failure)))
                    .compose(answer -> clear(call, object, format, answer));
        }
        return call.engine().submit(new EngineCommand.Export(object.wrapped()))
                .compose(answer -> asRegistered(object, format, answer));
    }

    /** What the engine can't put in the format that was asked for. */
    private static Throwable fault(StoredObject object, int format, Throwable failure) {
        boolean unreadable = failure instanceof EngineFault fault
                && (fault.reason() == EngineFault.Reason.UNSUPPORTED
                        || fault.reason() == EngineFault.Reason.INVALID_PARAMETERS);
        return unreadable && KeyForms.isConverted(object.header(), format)
                ? Presented.otherFormat()
                : failure;
    }

    private static Future<Outcome> asRegistered(StoredObject object, int format,
            Answer<EngineResult.Material> answer) {
        try {
            ManagedObject presented = Presented.asRegistered(object, format,
                    WrappedKey.value(object, slice(answer.result().bytes())));
            return Future.succeededFuture(
                    Outcome.of(response(object, presented)).holding(answer::release));
        } catch (OperationFault fault) {
            answer.release();
            return Future.failedFuture(fault);
        }
    }

    private static Future<Outcome> clear(Call call, StoredObject object, int format,
            Answer<EngineResult.Material> answer) {
        try {
            ManagedObject presented = Presented.object(object, format,
                    slice(answer.result().bytes()), call.version());
            Outcome outcome = Outcome.of(response(object, presented))
                    .approved(answer.result().approved()).holding(answer::release);
            return Future.succeededFuture(
                    Presented.isSecret(presented.type()) ? outcome.exposing() : outcome);
        } catch (OperationFault fault) {
            answer.release();
            return Future.failedFuture(fault);
        }
    }

    private static Get.Response response(StoredObject object, ManagedObject presented) {
        return new Get.Response(Enumerated.of(presented.type()), object.id(), presented);
    }

    private static Future<Outcome> served(Call call, StoredObject object, Outcome outcome) {
        return Amendment
                .attributes(call, object,
                        object.attributes().without(AttributeType.FRESH)
                                .plus(Attribute.bool(AttributeType.FRESH, false)))
                .map(outcome::with).onFailure(_ -> outcome.refuse());
    }

    /** A view on what a buffer holds from its position to its limit. */
    static ByteSlice slice(ByteBuffer buffer) {
        return ByteSlice.view(buffer, buffer.position(), buffer.remaining());
    }
}
