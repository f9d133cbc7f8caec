package io.sallyport.gateway.operation.keys;

import java.util.List;

import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.NewAttributes;
import io.sallyport.gateway.operation.NewObject;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.LinkType;
import io.sallyport.kmip.model.ObjectType;
import io.vertx.core.Future;

/**
 * A key pair that the engine made and that is not stored yet. Its halves point to each other.
 *
 * @param approved whether it was made by an approved service
 */
public record MadePair(StoredObject privateKey, StoredObject publicKey, boolean approved) {

    /** One half before the engine made it. */
    private record Half(ObjectHeader header, AttributeList stored) {}

    /**
     * A pair of the caller's; the private key is what the item concerns.
     *
     * @param privateKey what is given to the private key
     * @param publicKey what is given to the public key
     * @throws OperationFault if they don't say enough, or contradict each other
     */
    public static Future<MadePair> of(Call call, AttributeList privateKey,
            AttributeList publicKey) throws OperationFault {
        NewPair pair = NewPair.of(privateKey, publicKey, call.version());
        String privateId = NewPair.newId();
        String publicId = NewPair.newId();
        Half privateHalf = half(call, pair, ObjectType.PRIVATE_KEY, pair.privateFormat(),
                privateKey, privateId, LinkType.PUBLIC_KEY_LINK, publicId);
        Half publicHalf = half(call, pair, ObjectType.PUBLIC_KEY, pair.publicFormat(), publicKey,
                publicId, LinkType.PRIVATE_KEY_LINK, privateId);
        call.concerns(privateId);
        return NewObject.namesAreFree(call, privateHalf.stored())
                .compose(_ -> NewObject.namesAreFree(call, publicHalf.stored()))
                .compose(_ -> call.engine().submit(new EngineCommand.GeneratePair(
                        privateHalf.header(), publicHalf.header(), pair.curve())))
                .map(answer -> {
                    EngineResult.WrappedPair made = answer.result();
                    MadePair result = new MadePair(
                            NewObject.object(made.privateKey(), privateHalf.stored()),
                            NewObject.object(made.publicKey(), publicHalf.stored()),
                            made.privateKey().approved() && made.publicKey().approved());
                    answer.release();
                    return result;
                });
    }

    /** What stores it. */
    public List<Change> changes() {
        return List.of(new Change.Insert(privateKey), new Change.Insert(publicKey));
    }

    private static Half half(Call call, NewPair pair, ObjectType type, KeyFormatType format,
            AttributeList given, String id, LinkType link, String otherId)
            throws OperationFault {
        NewAttributes attributes = NewAttributes.of(given, call.version());
        AttributeList own = Links.with(attributes.stored(), link, otherId);
        AttributeList stored = NewPair.stored(call, own);
        ObjectHeader header = NewObject.header(call, type, format.code(), pair.algorithm(),
                pair.lengthBits(), attributes, stored);
        return new Half(NewPair.withId(header, id), stored);
    }
}
