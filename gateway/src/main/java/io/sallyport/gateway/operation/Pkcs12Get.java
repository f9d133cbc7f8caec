package io.sallyport.gateway.operation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.lifecycle.Lifecycle;
import io.sallyport.gateway.operation.keys.Links;
import io.sallyport.gateway.port.EnginePort.Answer;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CertificateType;
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
 * Get of a private key or certificate as a PKCS#12 container (2.1 section 6.1.19), which the engine
 * makes: under the secret that the object's PKCS#12 Password Link names, with the certificates
 * that links lead to. The key leaves under the same conditions as in clear; a certificate's key
 * that may not leave is left out. Stateless.
 */
final class Pkcs12Get {
    private static final int CERTIFICATES_MAX = 16;
    /** What the specification calls a key without PKCS#12 Friendly Name. */
    private static final String NO_NAME = "alias";

    private Pkcs12Get() {}

    /** What goes into a container. */
    private record Contents(Optional<StoredObject> key, List<StoredObject> certificates) {}

    /** Whether a container has to be made. */
    static boolean isAsked(StoredObject object, Get.Request payload) {
        return payload.keyFormatType() != null && payload.keyFormatType().is(KeyFormatType.PKCS_12)
                && object.header().keyFormat() != KeyFormatType.PKCS_12.code();
    }

    static Future<Outcome> handle(Call call, StoredObject object) {
        return Attempt.of(() -> {
            boolean usable = call.version().atLeast(KmipVersion.V1_4)
                    && (isX509(object) || isClearKey(object));
            if (!usable) {
                throw Presented.otherFormat();
            }
            List<String> passwords =
                    Links.targets(object.attributes(), LinkType.PKCS_12_PASSWORD_LINK);
            if (passwords.size() != 1) {
                throw Faults.badPassword(call.version());
            }
            return call.secondObject(UniqueIdentifier.of(passwords.getFirst()),
                    Faults.badPassword(call.version()));
        }).compose(password -> Attempt.of(() -> {
            requirePassword(call, password);
            return (isX509(object) ? ofCertificate(call, object) : ofKey(call, object))
                    .compose(contents -> made(call, object, password, contents));
        }));
    }

    private static boolean isX509(StoredObject object) {
        Integer type = object.attributes().enumerationCode(AttributeType.CERTIFICATE_TYPE);
        return object.header().objectType() == ObjectType.CERTIFICATE.code() && type != null
                && type == CertificateType.X_509.code();
    }

    private static boolean isClearKey(StoredObject object) {
        return object.header().objectType() == ObjectType.PRIVATE_KEY.code()
                && ObjectAttributes.isValuePresent(object) && WrappedKey.of(object) == null;
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

    private static Future<Outcome> made(Call call, StoredObject object, StoredObject password,
            Contents contents) {
        String name = object.attributes().text(AttributeType.PKCS_12_FRIENDLY_NAME);
        byte[] friendlyName = (name == null ? NO_NAME : name).getBytes(StandardCharsets.UTF_8);
        // What leaves is what the audit log is to name.
        contents.key().ifPresent(key -> call.concerns(key.id()));
        return call.engine()
                .submit(new EngineCommand.ExportPkcs12(
                        contents.key().map(StoredObject::wrapped).orElse(null),
                        password.wrapped(),
                        contents.certificates().stream().map(StoredObject::wrapped).toList(),
                        ByteBuffer.wrap(friendlyName)))
                .recover(failure -> Future.failedFuture(isOfAnotherKind(failure)
                        ? Presented.otherFormat()
                        : failure))
                .map(answer -> outcome(call, object, contents.key().isPresent(), answer));
    }

    /** Whether the engine does not know how to write such a key. */
    private static boolean isOfAnotherKind(Throwable failure) {
        return failure instanceof EngineFault fault
                && fault.reason() == EngineFault.Reason.UNSUPPORTED;
    }

    private static Outcome outcome(Call call, StoredObject object, boolean exposing,
            Answer<EngineResult.Material> answer) {
        ByteSlice container = GetOperation.slice(answer.result().bytes());
        ManagedObject presented = isX509(object)
                ? new ManagedObject.Certificate(Enumerated.of(CertificateType.X_509), container)
                : new ManagedObject.PrivateKey(block(call.version(), container));
        Outcome outcome = Outcome
                .of(new Get.Response(Enumerated.of(presented.type()), object.id(), presented))
                .approved(answer.result().approved()).holding(answer::release);
        return exposing ? outcome.exposing() : outcome;
    }

    /** Before 2.0 the container stands in place of the Key Value, as the published case has it. */
    private static KeyBlock block(KmipVersion version, ByteSlice container) {
        KeyValue value = version.atLeast(KmipVersion.V2_0)
                ? new KeyValue.Plain(new TtlvItem.ByteStringItem(Tag.KEY_MATERIAL, container),
                        AttributeList.EMPTY)
                : new KeyValue.Wrapped(container);
        return new KeyBlock(Enumerated.of(KeyFormatType.PKCS_12), null, value, null, null, null);
    }

    /** A key, its certificate and those above: by the key's links, or else its public key's. */
    private static Future<Contents> ofKey(Call call, StoredObject key) throws OperationFault {
        String own = next(key.attributes());
        List<String> publicKeys = Links.targets(key.attributes(), LinkType.PUBLIC_KEY_LINK);
        Future<List<StoredObject>> certificates;
        if (own != null) {
            certificates = chain(call, own, new ArrayList<>());
        } else if (publicKeys.size() == 1) {
            certificates = linked(call, publicKeys.getFirst()).compose(half -> Attempt
                    .of(() -> chain(call, next(half.attributes()), new ArrayList<>())));
        } else {
            certificates = Future.succeededFuture(List.of());
        }
        return certificates.map(chain -> new Contents(Optional.of(key), chain));
    }

    /** A certificate and those above, and its key: by its own link, or else its public key's. */
    private static Future<Contents> ofCertificate(Call call, StoredObject certificate)
            throws OperationFault {
        List<StoredObject> first = new ArrayList<>(List.of(certificate));
        return privateKey(call, certificate).compose(key -> Attempt
                .of(() -> chain(call, next(certificate.attributes()), first))
                .map(chain -> new Contents(key, chain)));
    }

    private static Future<Optional<StoredObject>> privateKey(Call call,
            StoredObject certificate) throws OperationFault {
        String own = single(certificate.attributes(), LinkType.PRIVATE_KEY_LINK);
        if (own != null) {
            return linked(call, own).map(key -> Optional.of(key).filter(Pkcs12Get::mayLeave));
        }
        String half = single(certificate.attributes(), LinkType.PUBLIC_KEY_LINK);
        if (half == null) {
            return Future.succeededFuture(Optional.empty());
        }
        return linked(call, half).compose(publicKey -> Attempt.of(() -> {
            String other = single(publicKey.attributes(), LinkType.PRIVATE_KEY_LINK);
            return other == null
                    ? Future.succeededFuture(Optional.empty())
                    : linked(call, other)
                            .map(key -> Optional.of(key).filter(Pkcs12Get::mayLeave));
        }));
    }

    /** The engine decides; here it is known before, to leave out a key that would be refused. */
    private static boolean mayLeave(StoredObject key) {
        return isClearKey(key) && key.header().protection().extractable()
                && !key.header().protection().sensitive()
                && !key.header().state().isDestroyed()
                && !key.attributes().has(AttributeType.ARCHIVE_DATE);
    }

    private static @Nullable String single(AttributeList attributes, LinkType type)
            throws OperationFault {
        List<String> targets = Links.targets(attributes, type);
        if (targets.size() > 1) {
            throw Faults.invalidField("The certificate has more than one key.");
        }
        return targets.isEmpty() ? null : targets.getFirst();
    }

    private static Future<StoredObject> linked(Call call, String id) {
        return Attempt.of(() -> call.secondObject(UniqueIdentifier.of(id),
                Faults.notFound(call.version())));
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
        return linked(call, id).compose(certificate -> Attempt.of(() -> {
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
