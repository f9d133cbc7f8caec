package io.sallyport.gateway.operation.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Amendment;
import io.sallyport.gateway.operation.Attempt;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.CreateOperation;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.NewAttributes;
import io.sallyport.gateway.operation.NewObject;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.operation.Templates;
import io.sallyport.gateway.operation.keys.Links;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.message.payload.ReCertify;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.LinkType;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Re-certify (2.1 section 6.1.45): another certificate of the same public key, which takes over
 * the names of the old one. Without a certificate request subject and key are those of the old
 * certificate. Old and new point to each other, the key to the new one.
 */
public final class ReCertifyOperation implements KmipOperation<ReCertify.Request> {
    /** The operation. */
    public ReCertifyOperation() {}

    @Override
    public Operation operation() {
        return Operation.RE_CERTIFY;
    }

    @Override
    public Class<ReCertify.Request> payloadType() {
        return ReCertify.Request.class;
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
    public Future<Outcome> handle(Call call, ReCertify.Request payload) throws OperationFault {
        CreateOperation.requireStorage(payload.protectionStorageMasks());
        return call.liveObject(payload.uniqueIdentifier())
                .compose(old -> Attempt.of(() -> {
                    PublicKeys.require(old, ObjectType.CERTIFICATE);
                    return PublicKeys.bytes(call, old);
                }).compose(der -> Templates.resolved(call, payload.attributes())
                        .compose(given -> Attempt
                                .of(() -> reCertify(call, payload, old, der, given)))));
    }

    private static Future<Outcome> reCertify(Call call, ReCertify.Request payload,
            StoredObject old, byte[] der, AttributeList given) throws OperationFault {
        Certificate was = parsed(der);
        Petition petition;
        if (payload.certificateRequest() == null) {
            petition = new Petition(was.getSubject(), was.getSubjectPublicKeyInfo(),
                    alternativeNames(was));
        } else {
            petition = Petition.of(payload.certificateRequestType(),
                    payload.certificateRequest(), call.version());
            petition.requireKey(was.getSubjectPublicKeyInfo(), call.version());
        }
        Issuing.Validity before = Issuing.Validity.of(was);
        String id = UUID.randomUUID().toString();
        call.concerns(id);
        return Attempt
                .of(() -> NewObject.namesAreFree(call,
                        NewAttributes.of(given, call.version()).stored()))
                .compose(_ -> Authority.of(call))
                .compose(authority -> Attempt
                        .of(() -> Issuing.issued(call, authority, petition,
                                Validities.renewed(call, given, authority, before,
                                        payload.offset())))
                        .compose(made -> Attempt.of(() -> CertificateObject.made(call, id, made,
                                takenOver(old, given), links(old))))
                        .compose(made -> outcome(call, old, authority, made)));
    }

    /** What the new certificate is given: the request's attributes, then the old one's. */
    private static AttributeList takenOver(StoredObject old, AttributeList given) {
        List<Attribute> all = new ArrayList<>(given.attributes());
        old.attributes().all(AttributeType.NAME).forEach(all::add);
        if (!given.has(AttributeType.CRYPTOGRAPHIC_USAGE_MASK)) {
            all.add(Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK,
                    old.header().usageMask()));
        }
        return new AttributeList(all);
    }

    private static List<Attribute> links(StoredObject old) {
        List<Attribute> links = new ArrayList<>(2);
        for (String key : Links.targets(old.attributes(), LinkType.PUBLIC_KEY_LINK)) {
            links.add(Links.of(LinkType.PUBLIC_KEY_LINK, key));
        }
        links.add(Links.of(LinkType.REPLACED_OBJECT_LINK, old.id()));
        return links;
    }

    private static Future<Outcome> outcome(Call call, StoredObject old, Authority authority,
            StoredObject made) {
        AttributeList replaced = Links.only(old.attributes().without(AttributeType.NAME),
                LinkType.REPLACEMENT_OBJECT_LINK, made.id());
        List<Change> changes = new ArrayList<>(authority.making());
        return Amendment.attributes(call, old, replaced).compose(change -> {
            changes.add(change);
            return pointing(call, old, made.id());
        }).map(more -> {
            changes.addAll(more);
            changes.add(new Change.Insert(made));
            return Outcome.changing(new ReCertify.Response(made.id(), null), changes)
                    .naming(List.of(made.id()));
        });
    }

    /** The key points to the new certificate, if it is still there. */
    private static Future<List<Change>> pointing(Call call, StoredObject old, String id) {
        List<String> keys = Links.targets(old.attributes(), LinkType.PUBLIC_KEY_LINK);
        if (keys.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return call.workspace().find(call.subject().partition(), keys.getFirst())
                .compose(found -> found.isEmpty() || found.get().header().state().isDestroyed()
                        ? Future.succeededFuture(List.of())
                        : Amendment.attributes(call, found.get(),
                                Links.only(found.get().attributes(),
                                        LinkType.CERTIFICATE_LINK, id))
                                .map(List::of));
    }

    private static @Nullable Extension alternativeNames(Certificate certificate) {
        Extensions extensions = certificate.getTBSCertificate().getExtensions();
        return extensions == null
                ? null
                : extensions.getExtension(Extension.subjectAlternativeName);
    }

    private static Certificate parsed(byte[] der) throws OperationFault {
        try {
            return Certificate.getInstance(der);
        } catch (IllegalArgumentException unreadable) {
            throw Faults.notSupported("Only X.509 certificates are renewed.");
        }
    }
}
