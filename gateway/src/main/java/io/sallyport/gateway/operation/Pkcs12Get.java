package io.sallyport.gateway.operation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.lifecycle.Lifecycle;
import io.sallyport.gateway.operation.keys.Links;
import io.sallyport.gateway.port.EnginePort.Answer;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.LinkType;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.vertx.core.Future;

/**
 * Get of a private key as a PKCS#12 container (2.1 section 6.1.19), which the engine makes: under
 * the secret that the key's PKCS#12 Password Link names, with the certificates that links lead to.
 * The key leaves under the same conditions as in clear. Stateless.
 */
final class Pkcs12Get {
    private static final int CERTIFICATES_MAX = 16;
    /** What the specification calls a key without PKCS#12 Friendly Name. */
    private static final String NO_NAME = "alias";

    private Pkcs12Get() {}

    /** Whether a container has to be made. */
    static boolean isAsked(StoredObject object, Get.Request payload) {
        return payload.keyFormatType() != null && payload.keyFormatType().is(KeyFormatType.PKCS_12)
                && object.header().keyFormat() != KeyFormatType.PKCS_12.code();
    }

    static Future<Outcome> handle(Call call, StoredObject key) {
        return Attempt.of(() -> {
            boolean usable = key.header().objectType() == ObjectType.PRIVATE_KEY.code()
                    && ObjectAttributes.isValuePresent(key) && WrappedKey.of(key) == null
                    && call.version().atLeast(KmipVersion.V1_4);
            if (!usable) {
                throw Presented.otherFormat();
            }
            List<String> passwords =
                    Links.targets(key.attributes(), LinkType.PKCS_12_PASSWORD_LINK);
            if (passwords.size() != 1) {
                throw Faults.badPassword(call.version());
            }
            return call.secondObject(UniqueIdentifier.of(passwords.getFirst()),
                    Faults.badPassword(call.version()));
        }).compose(password -> Attempt.of(() -> {
            requirePassword(call, password);
            return certificates(call, key).compose(chain -> made(call, key, password, chain));
        }));
    }

    private static void requirePassword(Call call, StoredObject password) throws OperationFault {
        boolean usable = password.header().objectType() == ObjectType.SECRET_DATA.code()
                && Lifecycle.effective(password.header(), call.now()) == KeyState.ACTIVE
                && ObjectAttributes.isValuePresent(password) && WrappedKey.of(password) == null
                && !password.attributes().has(AttributeType.ARCHIVE_DATE);
        if (!usable) {
            throw Faults.badPassword(call.version());
        }
    }

    private static Future<Outcome> made(Call call, StoredObject key, StoredObject password,
            List<StoredObject> certificates) {
        String name = key.attributes().text(AttributeType.PKCS_12_FRIENDLY_NAME);
        byte[] friendlyName = (name == null ? NO_NAME : name).getBytes(StandardCharsets.UTF_8);
        return call.engine()
                .submit(new EngineCommand.ExportPkcs12(key.wrapped(), password.wrapped(),
                        certificates.stream().map(StoredObject::wrapped).toList(),
                        ByteBuffer.wrap(friendlyName)))
                .map(answer -> outcome(call, key, answer));
    }

    /** Before 2.0 the container stands in place of the Key Value, as the published case has it. */
    private static Outcome outcome(Call call, StoredObject key,
            Answer<EngineResult.Material> answer) {
        ByteSlice container = GetOperation.slice(answer.result().bytes());
        KeyValue value = call.version().atLeast(KmipVersion.V2_0)
                ? new KeyValue.Plain(new TtlvItem.ByteStringItem(Tag.KEY_MATERIAL, container),
                        AttributeList.EMPTY)
                : new KeyValue.Wrapped(container);
        ManagedObject presented = new ManagedObject.PrivateKey(new KeyBlock(
                Enumerated.of(KeyFormatType.PKCS_12), null, value, null, null, null));
        return Outcome
                .of(new Get.Response(Enumerated.of(presented.type()), key.id(), presented))
                .approved(answer.result().approved()).exposing().holding(answer::release);
    }

    /** The key's certificate and those above it: by the key's links, or else its public key's. */
    private static Future<List<StoredObject>> certificates(Call call, StoredObject key)
            throws OperationFault {
        String own = next(key.attributes());
        if (own != null) {
            return chain(call, own, new ArrayList<>());
        }
        List<String> publicKeys = Links.targets(key.attributes(), LinkType.PUBLIC_KEY_LINK);
        if (publicKeys.size() != 1) {
            return Future.succeededFuture(List.of());
        }
        return call.secondObject(UniqueIdentifier.of(publicKeys.getFirst()),
                Faults.notFound(call.version()))
                .compose(half -> Attempt
                        .of(() -> chain(call, next(half.attributes()), new ArrayList<>())));
    }

    private static Future<List<StoredObject>> chain(Call call, @Nullable String id,
            List<StoredObject> found) throws OperationFault {
        if (id == null) {
            return Future.succeededFuture(found);
        }
        boolean again = found.stream().anyMatch(certificate -> certificate.id().equals(id));
        if (again || found.size() == CERTIFICATES_MAX) {
            throw Faults.invalidField("The links of the certificates lead to no end.");
        }
        return call.secondObject(UniqueIdentifier.of(id), Faults.notFound(call.version()))
                .compose(certificate -> Attempt.of(() -> {
                    if (certificate.header().objectType() != ObjectType.CERTIFICATE.code()) {
                        throw Faults.invalidField("A certificate's link names something else.");
                    }
                    found.add(certificate);
                    return chain(call, next(certificate.attributes()), found);
                }));
    }

    private static @Nullable String next(AttributeList attributes) throws OperationFault {
        List<String> targets =
                Links.targets(attributes, LinkType.PKCS_12_CERTIFICATE_LINK);
        if (targets.isEmpty()) {
            targets = Links.targets(attributes, LinkType.CERTIFICATE_LINK);
        }
        if (targets.size() > 1) {
            throw Faults.invalidField("There is more than one chain of certificates.");
        }
        return targets.isEmpty() ? null : targets.getFirst();
    }
}
