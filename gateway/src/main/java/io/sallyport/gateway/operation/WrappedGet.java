package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.EnginePort.Answer;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.EncodingOption;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyInformation;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.KeyWrappingData;
import io.sallyport.kmip.model.KeyWrappingSpecification;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.WrappingMethod;
import io.vertx.core.Future;

/**
 * Get with a Key Wrapping Specification (2.1 section 7.9): the engine wraps the material under
 * another key of the partition, with AES key wrap or AES key wrap with padding. Without an
 * encoding option the whole Key Value is wrapped in its TTLV encoding, as the specification says.
 * It counts as a use of the wrapping key. Stateless.
 */
final class WrappedGet {

    private WrappedGet() {}

    static Future<Outcome> handle(Call call, StoredObject object, Get.Request payload,
            KeyWrappingSpecification specification) {
        try {
            int format = check(object, payload, specification, call.version());
            KeyInformation key = encryptionKey(specification);
            WrapSpec spec = method(key.parameters(), call.version());
            KeyValueEncoding encoding = encoding(call, object, specification);
            return call.secondObject(key.uniqueIdentifier(), absent(call.version()))
                    .compose(wrappingKey -> wrapped(call, object, wrappingKey, spec, encoding,
                            new Asked(specification, format)));
        } catch (OperationFault fault) {
            return Future.failedFuture(fault);
        }
    }

    /** How the client wants it, and under which name of its format. */
    private record Asked(KeyWrappingSpecification specification, int format) {}

    private static Future<Outcome> wrapped(Call call, StoredObject object,
            StoredObject wrappingKey, WrapSpec spec, KeyValueEncoding encoding, Asked asked) {
        if (wrappingKey.header().state().isDestroyed()) {
            return Future.failedFuture(call.version().atLeast(KmipVersion.V2_0)
                    ? new OperationFault(ResultReason.WRAPPING_OBJECT_DESTROYED,
                            "The wrapping key is destroyed.")
                    : Faults.destroyed(call.version()));
        }
        if (wrappingKey.attributes().has(AttributeType.ARCHIVE_DATE)) {
            return Future.failedFuture(call.version().atLeast(KmipVersion.V2_0)
                    ? new OperationFault(ResultReason.WRAPPING_OBJECT_ARCHIVED,
                            "The wrapping key is archived.")
                    : Faults.archived());
        }
        return UsageAllocation.use(call, wrappingKey, encoding.bytesAround(object))
                .compose(changes -> call.engine()
                        .submit(new EngineCommand.ExportWrapped(object.wrapped(),
                                wrappingKey.wrapped(), spec, encoding.prefix(),
                                encoding.suffix()))
                        .compose(answer -> presented(object, wrappingKey, asked, answer))
                        .map(outcome -> outcome.with(changes)));
    }

    private static Future<Outcome> presented(StoredObject object, StoredObject wrappingKey,
            Asked asked, Answer<EngineResult.WrappedMaterial> answer) {
        KeyValue value = new KeyValue.Wrapped(GetOperation.slice(answer.result().bytes()));
        try {
            ManagedObject presented = Presented.keyed(object, Presented.block(object.header(),
                    asked.format(), value, data(asked.specification(), wrappingKey.id())));
            return Future.succeededFuture(Outcome.of(
                    new Get.Response(Enumerated.of(presented.type()), object.id(), presented))
                    .holding(answer::release));
        } catch (OperationFault fault) {
            answer.release();
            return Future.failedFuture(fault);
        }
    }

    private static int check(StoredObject object, Get.Request payload,
            KeyWrappingSpecification specification, KmipVersion version) throws OperationFault {
        if (!ObjectAttributes.isValuePresent(object) || WrappedKey.of(object) != null) {
            throw Faults.wrapType(version);
        }
        int format = Presented.format(object.header(), payload.keyFormatType(), version);
        if (format == 0) {
            throw Faults.notSupported("Objects of this type can't be wrapped.");
        }
        if (!specification.method().is(WrappingMethod.ENCRYPT)
                || specification.macSignatureKey() != null) {
            throw Faults.notSupported("Keys are wrapped by encryption only.");
        }
        if (!KeyForms.isSame(object.header().keyFormat(), format)) {
            throw new OperationFault(ResultReason.KEY_FORMAT_TYPE_NOT_SUPPORTED,
                    "A wrapped key can be had in its stored format only.");
        }
        return format;
    }

    private static KeyInformation encryptionKey(KeyWrappingSpecification specification)
            throws OperationFault {
        KeyInformation key = specification.encryptionKey();
        if (key == null) {
            throw Faults.invalidField("The wrapping key is not named.");
        }
        return key;
    }

    static WrapSpec method(@Nullable CryptographicParameters parameters,
            KmipVersion version) throws OperationFault {
        Enumerated<BlockCipherMode> mode = parameters == null ? null : parameters.mode();
        if (mode == null || mode.is(BlockCipherMode.NIST_KEY_WRAP)) {
            return WrapSpec.NIST_KEY_WRAP;
        }
        if (mode.is(BlockCipherMode.AES_KEY_WRAP_PADDING)) {
            return WrapSpec.AES_KEY_WRAP_PADDING;
        }
        throw Faults.unsupportedParameters(version);
    }

    private static KeyValueEncoding encoding(Call call, StoredObject object,
            KeyWrappingSpecification specification) throws OperationFault {
        Enumerated<EncodingOption> option = specification.encodingOption();
        if (option != null && option.is(EncodingOption.NO_ENCODING)) {
            if (!specification.attributeNames().isEmpty()) {
                throw new OperationFault(ResultReason.ENCODING_OPTION_ERROR,
                        "Attributes can be wrapped in the TTLV encoding only.");
            }
            return KeyValueEncoding.NONE;
        }
        if (option != null && !option.is(EncodingOption.TTLV_ENCODING)) {
            throw new OperationFault(ResultReason.ENCODING_OPTION_ERROR,
                    "The encoding option is not known.");
        }
        List<Attribute> attributes = new ArrayList<>();
        for (AttributeName name : specification.attributeNames()) {
            attributes.addAll(
                    ObjectAttributes.named(object, name, call.version(), call.now()));
        }
        return KeyValueEncoding.of(object, attributes, call.version());
    }

    private static KeyWrappingData data(KeyWrappingSpecification asked, String wrappingKeyId) {
        KeyInformation key = asked.encryptionKey();
        return new KeyWrappingData(asked.method(),
                new KeyInformation(UniqueIdentifier.of(wrappingKeyId),
                        key == null ? null : key.parameters()),
                null, null, null, asked.encodingOption());
    }

    static OperationFault absent(KmipVersion version) {
        return version.atLeast(KmipVersion.V2_0)
                ? new OperationFault(ResultReason.WRAPPING_OBJECT_NOT_FOUND,
                        "There is no such wrapping key.")
                : Faults.notFound(version);
    }
}
