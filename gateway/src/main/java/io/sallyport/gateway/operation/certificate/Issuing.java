package io.sallyport.gateway.operation.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;

import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/**
 * Puts certificates together (RFC 5280) and has the engine sign them. Serial numbers are random,
 * 128 bits. Stateless.
 */
final class Issuing {
    private static final int SERIAL_BITS = 128;
    private static final long AUTHORITY_SECONDS = 3652L * 86_400;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Issuing() {}

    /** When a certificate is valid, in seconds since 1970. */
    record Validity(long from, long until) {

        /** That of a certificate. */
        static Validity of(Certificate certificate) {
            return new Validity(
                    certificate.getStartDate().getDate().toInstant().getEpochSecond(),
                    certificate.getEndDate().getDate().toInstant().getEpochSecond());
        }
    }

    /** A certificate that an authority issues, in DER. */
    static Future<byte[]> issued(Call call, Authority authority, Petition petition,
            Validity validity) throws OperationFault {
        try {
            BcX509ExtensionUtils ids = new BcX509ExtensionUtils();
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(Extension.basicConstraints, true,
                    new BasicConstraints(false));
            extensions.addExtension(Extension.keyUsage, true, new KeyUsage(
                    KeyUsage.digitalSignature | KeyUsage.keyEncipherment
                            | KeyUsage.keyAgreement));
            extensions.addExtension(Extension.subjectKeyIdentifier, false,
                    ids.createSubjectKeyIdentifier(petition.key()));
            extensions.addExtension(Extension.authorityKeyIdentifier, false,
                    ids.createAuthorityKeyIdentifier(
                            authority.certificate().getSubjectPublicKeyInfo()));
            if (petition.alternativeNames() != null) {
                extensions.addExtension(petition.alternativeNames());
            }
            return signed(call, authority.key(), generator(authority.name(), petition.subject(),
                    petition.key(), validity, extensions));
        } catch (IOException unfit) {
            throw unfit();
        }
    }

    /** The certificate that an authority has of itself, in DER. */
    static Future<byte[]> own(Call call, StoredObject key, X500Name name,
            SubjectPublicKeyInfo info) throws OperationFault {
        try {
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            extensions.addExtension(Extension.keyUsage, true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            extensions.addExtension(Extension.subjectKeyIdentifier, false,
                    new BcX509ExtensionUtils().createSubjectKeyIdentifier(info));
            return signed(call, key, generator(name, name, info,
                    new Validity(call.now(), call.now() + AUTHORITY_SECONDS), extensions));
        } catch (IOException unfit) {
            throw unfit();
        }
    }

    private static V3TBSCertificateGenerator generator(X500Name issuer, X500Name subject,
            SubjectPublicKeyInfo key, Validity validity, ExtensionsGenerator extensions) {
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(
                new ASN1Integer(new BigInteger(SERIAL_BITS, RANDOM).max(BigInteger.ONE)));
        generator.setIssuer(issuer);
        generator.setSubject(subject);
        generator.setStartDate(new Time(Date.from(Instant.ofEpochSecond(validity.from()))));
        generator.setEndDate(new Time(Date.from(Instant.ofEpochSecond(validity.until()))));
        generator.setSubjectPublicKeyInfo(key);
        generator.setExtensions(extensions.generate());
        return generator;
    }

    private static Future<byte[]> signed(Call call, StoredObject key,
            V3TBSCertificateGenerator generator) throws OperationFault, IOException {
        Scheme scheme = Scheme.of(key);
        generator.setSignature(scheme.identifier());
        TBSCertificate content = generator.generateTBSCertificate();
        byte[] der = content.getEncoded(ASN1Encoding.DER);
        return call.engine()
                .submit(new EngineCommand.Sign(key.wrapped(), scheme.spec(), false, null,
                        ByteBuffer.wrap(der)))
                .compose(answer -> {
                    ByteBuffer value = answer.result().value();
                    byte[] signature = value == null
                            ? new byte[0]
                            : ByteSlice.view(value, value.position(), value.remaining())
                                    .toByteArray();
                    answer.release();
                    try {
                        return Future.succeededFuture(new DERSequence(
                                new ASN1Encodable[]{content,
                                        scheme.identifier(), new DERBitString(signature)})
                                .getEncoded(ASN1Encoding.DER));
                    } catch (IOException unfit) {
                        return Future.failedFuture(unfit());
                    }
                });
    }

    /** How an authority's key signs. */
    private record Scheme(SignatureSpec spec, AlgorithmIdentifier identifier) {

        static Scheme of(StoredObject key) throws OperationFault {
            CryptographicAlgorithm algorithm =
                    CryptographicAlgorithm.of(key.header().algorithm());
            return switch (algorithm) {
                case RSA -> new Scheme(
                        new SignatureSpec(SignatureSpec.Padding.PKCS1_V1_5,
                                HashAlgorithm.SHA_256),
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption,
                                DERNull.INSTANCE));
                case EC, ECDSA -> new Scheme(
                        new SignatureSpec(SignatureSpec.Padding.NONE, HashAlgorithm.SHA_256),
                        new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256));
                case ED25519 -> new Scheme(
                        new SignatureSpec(SignatureSpec.Padding.NONE, null),
                        new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519));
                case null, default -> throw Faults
                        .notSupported("Keys of this algorithm issue no certificates.");
            };
        }
    }

    private static OperationFault unfit() {
        return new OperationFault(ResultReason.GENERAL_FAILURE,
                "The certificate can't be put together.");
    }
}
