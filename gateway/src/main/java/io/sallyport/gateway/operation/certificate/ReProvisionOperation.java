package io.sallyport.gateway.operation.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Attempt;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.operation.keys.Links;
import io.sallyport.gateway.operation.keys.MadePair;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.ProvisioningPort.NoAuthorityException;
import io.sallyport.gateway.port.ProvisioningPort.UnfitKeyException;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.message.payload.ReProvision;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CertificateType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicUsageMask;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.LinkType;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.RecommendedCurve;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/**
 * Re-Provision (2.1 section 6.1.48): the client's next certificate, beside the one that it shows.
 * It brings one, or a request for one, or lets the server make key and certificate; in each case
 * the certificate becomes an object of the partition. Nothing that a request says of its subject
 * is taken over: the authority certifies the enrolled name.
 */
public final class ReProvisionOperation implements KmipOperation<ReProvision.Request> {

    /** The operation. */
    public ReProvisionOperation() {}

    @Override
    public Operation operation() {
        return Operation.RE_PROVISION;
    }

    @Override
    public Class<ReProvision.Request> payloadType() {
        return ReProvision.Request.class;
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
    public Future<Outcome> handle(Call call, ReProvision.Request payload) throws OperationFault {
        Renewal renewal = Renewal.of(call);
        ManagedObject.Certificate given = payload.certificate();
        ByteSlice request = payload.certificateRequest();
        if (given != null && request != null) {
            throw Faults.invalidField("A certificate and a request for one exclude each other.");
        }
        if (given != null) {
            return brought(call, renewal, given);
        }
        return request != null ? requested(call, renewal, request) : made(call, renewal);
    }

    private static Future<Outcome> brought(Call call, Renewal renewal,
            ManagedObject.Certificate given) throws OperationFault {
        if (!given.certificateType().is(CertificateType.X_509)) {
            throw Faults.notSupported("Clients are known by X.509 certificates.");
        }
        X509Certificate certificate = parsed(given.value().toByteArray());
        String refusal = call.desk().provisioning().refusal(certificate);
        if (refusal != null) {
            throw Faults.invalidField(refusal);
        }
        return enrolled(call, renewal, certificate);
    }

    private static Future<Outcome> requested(Call call, Renewal renewal, ByteSlice request)
            throws OperationFault {
        Petition petition = Petition.of(null, request, call.version());
        return issued(call, petition.key())
                .compose(certificate -> Attempt.of(() -> enrolled(call, renewal, certificate)));
    }

    private static Future<Outcome> enrolled(Call call, Renewal renewal,
            X509Certificate certificate) throws OperationFault {
        String id = UUID.randomUUID().toString();
        call.concerns(id);
        call.changesUsers(List.of(renewal.to(certificate)));
        return object(call, id, certificate, List.of())
                .map(made -> Outcome.changing(new ReProvision.Response(id),
                        new Change.Insert(made)).naming(List.of(id)));
    }

    private static Future<Outcome> made(Call call, Renewal renewal) throws OperationFault {
        String certificateId = UUID.randomUUID().toString();
        return MadePair.of(call, half(call, CryptographicUsageMask.SIGN, certificateId),
                half(call, CryptographicUsageMask.VERIFY, certificateId))
                .compose(pair -> PublicKeys.info(call, pair.publicKey())
                        .compose(info -> issued(call, info))
                        .compose(certificate -> Attempt.of(() -> {
                            call.changesUsers(List.of(renewal.to(certificate)));
                            return object(call, certificateId, certificate, List.of(
                                    Links.of(LinkType.PUBLIC_KEY_LINK, pair.publicKey().id()),
                                    Links.of(LinkType.PRIVATE_KEY_LINK,
                                            pair.privateKey().id())));
                        })).map(certificate -> outcome(pair, certificate)));
    }

    private static Outcome outcome(MadePair pair, StoredObject certificate) {
        List<Change> changes = new ArrayList<>(pair.changes());
        changes.add(new Change.Insert(certificate));
        String id = pair.privateKey().id();
        return Outcome.changing(new ReProvision.Response(id), changes).naming(List.of(id))
                .approved(pair.approved());
    }

    /** A half of an EC key on P-256 that is there to be fetched. */
    private static AttributeList half(Call call, int usage, String certificateId) {
        return AttributeList.of(
                Attribute.enumeration(AttributeType.CRYPTOGRAPHIC_ALGORITHM,
                        CryptographicAlgorithm.ECDSA),
                Attribute.of(AttributeType.CRYPTOGRAPHIC_DOMAIN_PARAMETERS,
                        Items.structure(Tag.CRYPTOGRAPHIC_DOMAIN_PARAMETERS,
                                Items.enumeration(Tag.RECOMMENDED_CURVE,
                                        RecommendedCurve.P_256))),
                Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, usage),
                Attribute.date(AttributeType.ACTIVATION_DATE, call.now()),
                Links.of(LinkType.CERTIFICATE_LINK, certificateId));
    }

    private static Future<StoredObject> object(Call call, String id, X509Certificate certificate,
            List<Attribute> links) throws OperationFault {
        try {
            return CertificateObject.made(call, id, certificate.getEncoded(),
                    AttributeList.of(Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK,
                            CryptographicUsageMask.VERIFY)),
                    links);
        } catch (CertificateEncodingException unreadable) {
            throw Renewal.unreadable();
        }
    }

    private static Future<X509Certificate> issued(Call call, SubjectPublicKeyInfo key) {
        byte[] encoded;
        try {
            encoded = key.getEncoded(ASN1Encoding.DER);
        } catch (IOException unfit) {
            return Future.failedFuture(new OperationFault(ResultReason.INVALID_CSR,
                    "The certificate request is not valid."));
        }
        return call.desk().provisioning().issue(call.subject().clientName(), encoded)
                .recover(cause -> Future.failedFuture(switch (cause) {
                    case NoAuthorityException _ -> Faults.notSupported("This server does not"
                            + " issue certificates; give one that its authority has issued.");
                    case UnfitKeyException unfit ->
                        new OperationFault(ResultReason.INVALID_CSR, unfit.text());
                    default -> cause;
                }));
    }

    private static X509Certificate parsed(byte[] der) throws OperationFault {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException unreadable) {
            throw Renewal.unreadable();
        }
    }
}
