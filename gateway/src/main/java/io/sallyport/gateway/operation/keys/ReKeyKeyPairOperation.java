package io.sallyport.gateway.operation.keys;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.lifecycle.KeyStatus;
import io.sallyport.gateway.lifecycle.Lifecycle;
import io.sallyport.gateway.operation.Amendment;
import io.sallyport.gateway.operation.Attempt;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.CreateOperation;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.Internal;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.NewAttributes;
import io.sallyport.gateway.operation.NewObject;
import io.sallyport.gateway.operation.ObjectAttributes;
import io.sallyport.gateway.operation.OnePurpose;
import io.sallyport.gateway.operation.RuleCheck;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.operation.Templates;
import io.sallyport.gateway.operation.lifecycle.Replacement;
import io.sallyport.gateway.port.AttributeForm;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.message.payload.ReKeyKeyPair;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.LinkType;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Re-key Key Pair (2.1 section 6.1.48): a new pair of the same algorithm, length and curve, each
 * half of which replaces the half of the old one as Re-key does for symmetric keys.
 */
public final class ReKeyKeyPairOperation implements KmipOperation<ReKeyKeyPair.Request> {

    /** The operation. */
    public ReKeyKeyPairOperation() {}

    @Override
    public Operation operation() {
        return Operation.RE_KEY_KEY_PAIR;
    }

    @Override
    public Class<ReKeyKeyPair.Request> payloadType() {
        return ReKeyKeyPair.Request.class;
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
    public Future<Outcome> handle(Call call, ReKeyKeyPair.Request payload)
            throws OperationFault {
        CreateOperation.requireStorage(payload.commonProtectionStorageMasks());
        CreateOperation.requireStorage(payload.privateProtectionStorageMasks());
        CreateOperation.requireStorage(payload.publicProtectionStorageMasks());
        return call.liveObject(payload.privateKeyUniqueIdentifier())
                .compose(mine -> publicKey(call, mine).compose(other -> Templates
                        .resolved(call, payload.commonAttributes())
                        .compose(common -> Templates
                                .resolved(call, payload.privateKeyAttributes())
                                .compose(ofMine -> Templates
                                        .resolved(call, payload.publicKeyAttributes())
                                        .compose(ofOther -> Attempt.of(() -> reKey(call,
                                                new Old(mine, NewPair.merged(common, ofMine)),
                                                new Old(other, NewPair.merged(common, ofOther)),
                                                payload.offset())))))));
    }

    /** One half of the old pair, and what the request gives its replacement. */
    private record Old(StoredObject object, AttributeList given) {}

    /** One half of the new pair before the engine made it. */
    private record New(ObjectHeader header, AttributeList stored, AttributeList own) {}

    private static Future<StoredObject> publicKey(Call call, StoredObject privateKey) {
        List<String> links =
                Links.targets(privateKey.attributes(), LinkType.PUBLIC_KEY_LINK);
        if (privateKey.header().objectType() != ObjectType.PRIVATE_KEY.code()
                || links.isEmpty()) {
            return Future.failedFuture(
                    Faults.invalidField("The object is not a private key with a public one."));
        }
        return call.workspace().find(call.subject().partition(), links.getFirst())
                .compose(found -> found.isEmpty() || found.get().header().state().isDestroyed()
                        ? Future.failedFuture(Faults.notFound(call.version()))
                        : Future.succeededFuture(found.get()));
    }

    private static Future<Outcome> reKey(Call call, Old mine, Old other,
            @Nullable Integer offset) throws OperationFault {
        int curve = curve(mine.object());
        String privateId = NewPair.newId();
        String publicId = NewPair.newId();
        New privateHalf =
                half(call, mine, privateId, LinkType.PUBLIC_KEY_LINK, publicId, offset);
        New publicHalf =
                half(call, other, publicId, LinkType.PRIVATE_KEY_LINK, privateId, offset);
        call.concerns(privateId);
        return NewObject.namesAreFree(call, privateHalf.own())
                .compose(_ -> NewObject.namesAreFree(call, publicHalf.own()))
                .compose(_ -> Amendment.attributes(call, mine.object(),
                        Replacement.replaced(mine.object(), privateId)))
                .compose(first -> Amendment
                        .attributes(call, other.object(),
                                Replacement.replaced(other.object(), publicId))
                        .compose(second -> call.engine()
                                .submit(new EngineCommand.GeneratePair(privateHalf.header(),
                                        publicHalf.header(), curve))
                                .map(answer -> {
                                    EngineResult.WrappedPair made = answer.result();
                                    answer.release();
                                    return outcome(made, privateHalf, publicHalf,
                                            List.of(first, second));
                                })));
    }

    private static Outcome outcome(EngineResult.WrappedPair made, New privateHalf,
            New publicHalf, List<Change> replaced) {
        StoredObject mine = NewObject.object(made.privateKey(), privateHalf.stored());
        StoredObject other = NewObject.object(made.publicKey(), publicHalf.stored());
        // The old keys let go of their names before the new ones take them.
        List<Change> changes = List.of(replaced.getFirst(), replaced.getLast(),
                new Change.Insert(mine), new Change.Insert(other));
        return Outcome
                .changing(new ReKeyKeyPair.Response(mine.id(), other.id(), AttributeList.EMPTY,
                        AttributeList.EMPTY), changes)
                .naming(List.of(mine.id(), other.id()))
                .approved(made.privateKey().approved() && made.publicKey().approved());
    }

    private static New half(Call call, Old old, String id, LinkType link, String otherId,
            @Nullable Integer offset) throws OperationFault {
        NewAttributes own = NewAttributes.of(old.given(), call.version());
        ObjectHeader was = old.object().header();
        boolean same = (own.algorithm() == 0 || own.algorithm() == was.algorithm())
                && (own.lengthBits() == 0 || own.lengthBits() == was.lengthBits());
        if (!same) {
            throw Faults.invalidField("The new pair has the algorithm and length of the old.");
        }
        AttributeList taken = Replacement.attributes(call, old.object(),
                Links.with(own.stored(), link, otherId), 0);
        AttributeList stored = new AttributeList(taken.attributes().stream()
                .filter(attribute -> !attribute.equals(Internal.MATERIAL_LENGTH.of(0))).toList());
        KeyStatus status = Lifecycle.born(
                Replacement.dates(old.object(), old.given(), call.now(), offset), call.now());
        int mask = old.given().has(AttributeType.CRYPTOGRAPHIC_USAGE_MASK)
                ? own.usageMask()
                : ObjectAttributes.usageMask(old.object());
        ObjectHeader header = new ObjectHeader(id, call.subject().partition(), 1, was.objectType(),
                was.keyFormat(), was.algorithm(), was.lengthBits(), mask, status.state(),
                status.dates(), OnePurpose.of(call, was.objectType(), was.algorithm(), mask, stored,
                        Replacement.protection(was.protection(), own.protection())),
                AttributeForm.digest(stored));
        RuleCheck.constraints(call, header, stored);
        return new New(header, stored, own.stored());
    }

    /** The curve of the old pair; only the server's own are known to have one by their length. */
    private static int curve(StoredObject key) throws OperationFault {
        int named = NewPair.curveOf(key.attributes());
        boolean elliptic = switch (CryptographicAlgorithm.of(key.header().algorithm())) {
            case EC, ECDSA, ECDH, ECMQV -> true;
            case null, default -> false;
        };
        if (elliptic && named == 0 && Internal.GENERATED.in(key.attributes()) == null) {
            throw Faults.notSupported("The curve of the key is not known.");
        }
        return named;
    }
}
