package io.sallyport.gateway.operation.certificate;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

import io.sallyport.gateway.identity.Fingerprint;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.EnrolledCertificate;

/**
 * A client on the way to its next certificate. The one that it shows stays; of the others only so
 * many that the client has no more than it may, and the newest of them. Immutable.
 */
final class Renewal {
    private final Call call;
    private final EnrolledCertificate presented;
    private final List<EnrolledCertificate> others;

    private Renewal(Call call, EnrolledCertificate presented, List<EnrolledCertificate> others) {
        this.call = call;
        this.presented = presented;
        this.others = others;
    }

    /**
     * The renewal of the caller.
     *
     * @throws OperationFault if it does not ask for itself: a certificate outlives every ticket,
     *         and is nobody's that a user is limited to
     */
    static Renewal of(Call call) throws OperationFault {
        Subject subject = call.subject();
        if (subject.user() != null || subject.rights() != null) {
            throw Faults.denied();
        }
        List<EnrolledCertificate> others = new ArrayList<>();
        EnrolledCertificate presented = null;
        for (EnrolledCertificate known : call.desk().provisioning()
                .certificates(subject.clientName())) {
            if (known.fingerprint().equals(subject.fingerprint())) {
                presented = known;
            } else {
                others.add(known);
            }
        }
        // Revoked since it has connected, or taken out of its place by another renewal.
        if (presented == null) {
            throw Faults.denied();
        }
        return new Renewal(call, presented, others);
    }

    /**
     * The change that enrols this certificate. Nothing proves that the client has its key, so it
     * has to bear the client's name: another host's would bring that host to this client.
     *
     * @throws OperationFault if it bears another name, or is enrolled already
     */
    ClientChange.Renew to(X509Certificate certificate) throws OperationFault {
        String fingerprint;
        try {
            if (!bearsName(certificate, call.subject().clientName())) {
                throw Faults.invalidField("The certificate's common name is not the client's.");
            }
            fingerprint = Fingerprint.of(certificate);
        } catch (CertificateEncodingException unreadable) {
            throw unreadable();
        }
        if (call.desk().provisioning().isEnrolled(fingerprint)) {
            throw Faults.invalidField("The certificate is enrolled already.");
        }
        int leaving = others.size() + 2 - EnrolledCertificate.PER_CLIENT_MAX;
        return new ClientChange.Renew(
                presented.succeededBy(fingerprint, certificate.getSerialNumber().toString(16),
                        certificate.getNotAfter().toInstant().getEpochSecond(), call.now()),
                presented.fingerprint(),
                others.subList(0, Math.max(leaving, 0)).stream()
                        .map(EnrolledCertificate::fingerprint).toList());
    }

    private static boolean bearsName(X509Certificate certificate, String client)
            throws CertificateEncodingException {
        RDN[] names = new JcaX509CertificateHolder(certificate).getSubject().getRDNs(BCStyle.CN);
        return names.length == 1 && !names[0].isMultiValued()
                && names[0].getFirst().getValue() instanceof ASN1String name
                && name.getString().equals(client);
    }

    /** The certificate can't be read. */
    static OperationFault unreadable() {
        return Faults.invalidField("The certificate can't be read.");
    }
}
