package io.sallyport.gateway.operation;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.EnginePort.Answer;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.bind.BindFault;
import io.sallyport.kmip.bind.Dialect;
import io.sallyport.kmip.bind.Wrapping;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.EncodingOption;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KeyInformation;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.KeyWrappingData;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.WrappingMethod;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.vertx.core.Future;

/**
 * A key that came wrapped and is kept so (2.1 sections 3.1.5 and 7.8): what its wrapping was, and
 * how it is given back, as it came or unwrapped by the engine. Stateless.
 */
final class WrappedKey {
    /** Knows every field that a version may have given. */
    private static final KmipVersion STORED = KmipVersion.V2_1;

    private WrappedKey() {}

    /**
     * The attribute that keeps how a key is wrapped.
     *
     * @throws OperationFault if the wrapping key is not named by its identifier
     */
    static Attribute attribute(KeyWrappingData data) throws OperationFault {
        if (!isNamed(data.encryptionKey()) || !isNamed(data.macSignatureKey())) {
            throw Faults.invalidField("Key Wrapping Data name a key by its identifier.");
        }
        TtlvItem encoded = Wrapping.DATA.encode(Tag.KEY_WRAPPING_DATA, data,
                Dialect.ofResponse(STORED));
        if (encoded == null) {
            throw Faults.invalidField("The Key Wrapping Data can't be kept.");
        }
        return Detached.copy(Internal.KEY_WRAPPING_DATA.of(encoded));
    }

    /** How the key is wrapped, or null for one that is not. */
    static @Nullable KeyWrappingData of(StoredObject object) {
        TtlvItem kept = Internal.KEY_WRAPPING_DATA.valueIn(object.attributes());
        if (kept == null) {
            return null;
        }
        try {
            return Wrapping.DATA.decode(Items.withTag(kept, Tag.KEY_WRAPPING_DATA), STORED);
        } catch (BindFault unreadable) {
            throw new IllegalStateException("Stored Key Wrapping Data can't be read.",
                    unreadable);
        }
    }

    /** The key block's value in the form in which it came. */
    static KeyValue value(StoredObject object, ByteSlice bytes) {
        return Internal.WRAPPED_IN_KEY_VALUE.in(object.attributes()) == null
                ? new KeyValue.Wrapped(bytes)
                : new KeyValue.Plain(new TtlvItem.ByteStringItem(Tag.KEY_MATERIAL, bytes),
                        AttributeList.EMPTY);
    }

    /**
     * The clear material: the engine unwraps it under the wrapping key, whose rights it checks,
     * and keeps nothing.
     *
     * @param format the key format in which it is to be given
     */
    static Future<Answer<EngineResult.Material>> unwrapped(Call call, StoredObject object,
            KeyWrappingData data, int format) {
        return call.engine().submit(new EngineCommand.Export(object.wrapped()))
                .compose(kept -> unwrap(call, header(object.header()), data,
                        kept.result().bytes()).onComplete(_ -> kept.release()))
                .compose(wrapped -> {
                    EngineCommand<EngineResult.Material> export = Presented
                            .export(object.header(), wrapped.result().object(), format);
                    wrapped.release();
                    return call.engine().submit(export);
                });
    }

    /** Unwraps bytes under the key that the data name. */
    static Future<Answer<EngineResult.Wrapped>> unwrap(Call call, ObjectHeader header,
            KeyWrappingData data, ByteBuffer bytes) {
        try {
            KeyInformation key = data.encryptionKey();
            if (key == null || !data.method().is(WrappingMethod.ENCRYPT)) {
                throw Faults.wrapType(call.version());
            }
            WrapSpec spec = WrappedGet.method(key.parameters(), call.version());
            boolean bare = data.encodingOption() != null
                    && data.encodingOption().is(EncodingOption.NO_ENCODING);
            if (bare && KeyForms.isStructured(header.keyFormat())) {
                throw new OperationFault(ResultReason.ENCODING_OPTION_ERROR,
                        "Several numbers are wrapped in the TTLV encoding only.");
            }
            ByteSlice nonce = data.ivCounterNonce();
            return call.secondObject(key.uniqueIdentifier(), WrappedGet.absent(call.version()))
                    .compose(wrappingKey -> call.engine()
                            .submit(new EngineCommand.ImportWrapped(header, wrappingKey.wrapped(),
                                    spec,
                                    bare ? WrapSpec.Encoding.NONE : WrapSpec.Encoding.TTLV,
                                    nonce == null ? null : nonce.asReadOnlyBuffer(), null, null,
                                    bytes)));
        } catch (OperationFault fault) {
            return Future.failedFuture(fault);
        }
    }

    private static ObjectHeader header(ObjectHeader kept) {
        return new ObjectHeader(kept.id(), kept.partition(), 1, kept.objectType(),
                kept.keyFormat(), kept.algorithm(), kept.lengthBits(), 0, kept.state(),
                kept.dates(), kept.protection(), kept.attributesDigest());
    }

    private static boolean isNamed(@Nullable KeyInformation key) {
        return key == null || key.uniqueIdentifier() instanceof UniqueIdentifier.Text;
    }
}
