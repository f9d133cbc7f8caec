package io.sallyport.gateway.operation.certificate;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Attempt;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.message.payload.Validate;
import io.sallyport.kmip.model.CertificateType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.ValidityIndicator;
import io.vertx.core.Future;

/**
 * Validate (2.1 section 6.1.62): whether certificates are one chain that ends at a certificate
 * which the partition keeps (RFC 5280 section 6; revocation lists are not consulted). A chain that
 * ends elsewhere is Unknown, because nothing says that its end is trusted.
 */
public final class ValidateOperation implements KmipOperation<Validate.Request> {
    private static final int CHAIN_MAX = 16;

    /** The operation. */
    public ValidateOperation() {}

    @Override
    public Operation operation() {
        return Operation.VALIDATE;
    }

    @Override
    public Class<Validate.Request> payloadType() {
        return Validate.Request.class;
    }

    @Override
    public Access access() {
        return Access.CRYPTO_USER;
    }

    @Override
    public boolean changesState() {
        return false;
    }

    /** A certificate of the chain. */
    private record Element(X509Certificate certificate, boolean kept) {}

    @Override
    public Future<Outcome> handle(Call call, Validate.Request payload) throws OperationFault {
        int count = payload.certificates().size() + payload.uniqueIdentifiers().size();
        if (count == 0 || count > CHAIN_MAX) {
            throw Faults.invalidField("A chain has 1 to 16 certificates.");
        }
        List<Element> elements = new ArrayList<>(count);
        for (ManagedObject.Certificate sent : payload.certificates()) {
            if (!sent.certificateType().is(CertificateType.X_509)) {
                throw Faults.notSupported("Only X.509 certificates are validated.");
            }
            elements.add(new Element(parsed(sent.value().toByteArray()), false));
        }
        Future<List<Element>> all = Future.succeededFuture(elements);
        for (UniqueIdentifier id : payload.uniqueIdentifiers()) {
            all = all.compose(list -> Attempt
                    .of(() -> call.secondObject(id, Faults.notFound(call.version())))
                    .compose(found -> Attempt.of(() -> kept(call, found))).map(element -> {
                        list.add(element);
                        return list;
                    }));
        }
        Long date = payload.validityDate();
        long when = date == null ? call.now() : date;
        return all.map(list -> Outcome.of(new Validate.Response(
                Enumerated.of(verdict(list, Instant.ofEpochSecond(when))))));
    }

    private static Future<Element> kept(Call call, StoredObject object) throws OperationFault {
        PublicKeys.require(object, ObjectType.CERTIFICATE);
        if (object.header().state().isDestroyed()) {
            throw Faults.destroyed(call.version());
        }
        return PublicKeys.bytes(call, object).compose(der -> Attempt
                .of(() -> Future.succeededFuture(new Element(parsed(der), true))));
    }

    private static ValidityIndicator verdict(List<Element> elements, Instant when) {
        List<Element> chain = chain(elements);
        if (chain == null) {
            return ValidityIndicator.INVALID;
        }
        Element anchor = chain.getLast();
        try {
            anchor.certificate().checkValidity(Date.from(when));
            if (chain.size() > 1) {
                PKIXParameters parameters = new PKIXParameters(
                        Set.of(new TrustAnchor(anchor.certificate(), null)));
                parameters.setRevocationEnabled(false);
                parameters.setDate(Date.from(when));
                CertificateFactory factory = CertificateFactory.getInstance("X.509");
                CertPathValidator.getInstance("PKIX")
                        .validate(factory.generateCertPath(chain.subList(0, chain.size() - 1)
                                .stream().map(Element::certificate).toList()), parameters);
            }
        } catch (CertPathValidatorException | CertificateException invalid) {
            return ValidityIndicator.INVALID;
        } catch (GeneralSecurityException unable) {
            return ValidityIndicator.UNKNOWN;
        }
        return anchor.kept() ? ValidityIndicator.VALID : ValidityIndicator.UNKNOWN;
    }

    /** The certificates from the leaf to the end, or null if they are not one chain. */
    private static @Nullable List<Element> chain(List<Element> elements) {
        List<Element> rest = new ArrayList<>(elements);
        Element next = null;
        for (Element element : rest) {
            if (rest.stream()
                    .noneMatch(other -> !other.equals(element) && issued(element, other))) {
                if (next != null) {
                    return null;
                }
                next = element;
            }
        }
        List<Element> chain = new ArrayList<>(rest.size());
        while (next != null) {
            Element last = next;
            chain.add(last);
            rest.remove(last);
            next = rest.stream().filter(other -> issued(other, last)).findFirst().orElse(null);
        }
        return rest.isEmpty() ? chain : null;
    }

    private static boolean issued(Element issuer, Element subject) {
        return issuer.certificate().getSubjectX500Principal()
                .equals(subject.certificate().getIssuerX500Principal());
    }

    private static X509Certificate parsed(byte[] der) throws OperationFault {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException unreadable) {
            throw Faults.invalidField("The certificate can't be read.");
        }
    }
}
