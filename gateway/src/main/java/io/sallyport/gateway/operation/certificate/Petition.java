package io.sallyport.gateway.operation.certificate;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.kmip.model.CertificateRequestType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * What a certificate is asked for: subject and key, and which names besides. Immutable.
 *
 * @param alternativeNames the extension of that name, or null
 */
record Petition(X500Name subject, SubjectPublicKeyInfo key,
        @Nullable Extension alternativeNames) {

    /**
     * Reads a certificate request (PKCS#10, RFC 2986), plain or as PEM, and checks that whoever
     * made it has the private key.
     *
     * @throws OperationFault if it can't be read, or the signature is not the key's
     */
    static Petition of(@Nullable Enumerated<CertificateRequestType> type, ByteSlice request,
            KmipVersion version) throws OperationFault {
        CertificateRequestType known =
                type == null ? CertificateRequestType.PKCS_10 : type.known();
        if (known != CertificateRequestType.PKCS_10 && known != CertificateRequestType.PEM) {
            throw Faults.notSupported("Certificate requests are in PKCS#10.");
        }
        try {
            PKCS10CertificationRequest parsed = known == CertificateRequestType.PEM
                    ? pem(request)
                    : new PKCS10CertificationRequest(request.toByteArray());
            if (parsed == null || !parsed.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .build(parsed.getSubjectPublicKeyInfo()))) {
                throw invalid(version);
            }
            Extensions asked = parsed.getRequestedExtensions();
            return new Petition(parsed.getSubject(), parsed.getSubjectPublicKeyInfo(),
                    asked == null ? null : asked.getExtension(Extension.subjectAlternativeName));
        } catch (IOException | PKCSException | OperatorCreationException
                | IllegalArgumentException unreadable) {
            throw invalid(version);
        }
    }

    /** Refuses a request for another key than the one to certify. */
    void requireKey(SubjectPublicKeyInfo expected, KmipVersion version) throws OperationFault {
        // The algorithm identifier may be written in several ways, the key itself not.
        if (!key.getPublicKeyData().equals(expected.getPublicKeyData())) {
            throw invalid(version);
        }
    }

    private static @Nullable PKCS10CertificationRequest pem(ByteSlice request)
            throws IOException {
        String text = new String(request.toByteArray(), StandardCharsets.US_ASCII);
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            return parser.readObject() instanceof PKCS10CertificationRequest parsed
                    ? parsed
                    : null;
        }
    }

    private static OperationFault invalid(KmipVersion version) {
        return new OperationFault(version.atLeast(KmipVersion.V2_0)
                ? ResultReason.INVALID_CSR
                : ResultReason.INVALID_FIELD, "The certificate request is not valid.");
    }
}
