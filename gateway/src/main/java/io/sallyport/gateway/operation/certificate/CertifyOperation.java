package io.sallyport.gateway.operation.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Amendment;
import io.sallyport.gateway.operation.Attempt;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.CreateOperation;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.NewAttributes;
import io.sallyport.gateway.operation.NewObject;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.operation.Templates;
import io.sallyport.gateway.operation.keys.Links;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.message.payload.Certify;
import io.sallyport.kmip.model.LinkType;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Certify (2.1 section 6.1.6): a certificate of a public key, issued by the partition's {@link
 * Authority}. Without a certificate request the subject is the name of the key. Key and
 * certificate point to each other.
 */
public final class CertifyOperation implements KmipOperation<Certify.Request> {

    /** The operation. */
    public CertifyOperation() {}

    @Override
    public Operation operation() {
        return Operation.CERTIFY;
    }

    @Override
    public Class<Certify.Request> payloadType() {
        return Certify.Request.class;
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
    public Future<Outcome> handle(Call call, Certify.Request payload) throws OperationFault {
        CreateOperation.requireStorage(payload.protectionStorageMasks());
        return call.liveObject(payload.uniqueIdentifier())
                .compose(key -> PublicKeys.info(call, key)
                        .compose(info -> Attempt.of(() -> certify(call, payload, key, info))));
    }

    private static Future<Outcome> certify(Call call, Certify.Request payload, StoredObject key,
            SubjectPublicKeyInfo info) throws OperationFault {
        PublicKeys.require(key, ObjectType.PUBLIC_KEY);
        Petition petition;
        if (payload.certificateRequest() == null) {
            petition = new Petition(subject(key), info, null);
        } else {
            petition = Petition.of(payload.certificateRequestType(),
                    payload.certificateRequest(), call.version());
            petition.requireKey(info, call.version());
        }
        String id = UUID.randomUUID().toString();
        call.concerns(id);
        return Templates.resolved(call, payload.attributes())
                .compose(given -> Attempt.of(() -> NewObject.namesAreFree(call,
                        NewAttributes.of(given, call.version()).stored()))
                        .compose(_ -> Authority.of(call))
                        .compose(authority -> Attempt
                                .of(() -> Issuing.issued(call, authority, petition,
                                        Validities.of(call, given, authority)))
                                .compose(der -> Attempt.of(() -> CertificateObject.made(call, id,
                                        der, given,
                                        List.of(Links.of(LinkType.PUBLIC_KEY_LINK, key.id())))))
                                .compose(made -> outcome(call, key, authority, made))));
    }

    private static Future<Outcome> outcome(Call call, StoredObject key, Authority authority,
            StoredObject made) {
        return Amendment
                .attributes(call, key,
                        Links.only(key.attributes(), LinkType.CERTIFICATE_LINK, made.id()))
                .map(pointing -> {
                    List<Change> changes = new ArrayList<>(authority.making());
                    changes.add(pointing);
                    changes.add(new Change.Insert(made));
                    return Outcome.changing(new Certify.Response(made.id(), null), changes)
                            .naming(List.of(made.id()));
                });
    }

    private static X500Name subject(StoredObject key) {
        List<String> names = key.attributes().names();
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, names.isEmpty() ? key.id() : names.getFirst()).build();
    }
}
