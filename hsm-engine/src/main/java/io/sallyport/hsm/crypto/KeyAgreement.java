package io.sallyport.hsm.crypto;

import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.agreement.X25519Agreement;
import org.bouncycastle.crypto.agreement.X448Agreement;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.params.X448PrivateKeyParameters;
import org.bouncycastle.crypto.params.X448PublicKeyParameters;
import org.bouncycastle.util.BigIntegers;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;

/** Diffie-Hellman on curves (SP 800-56A, RFC 7748). Stateless. */
public final class KeyAgreement {
    private KeyAgreement() {}

    /** The secret on which both keys agree. The caller wipes it. */
    public static byte[] agree(AsymmetricKey privateKey, AsymmetricKey publicKey)
            throws EngineFault {
        try {
            return switch (privateKey.parameter()) {
                case ECPrivateKeyParameters mine when publicKey
                        .parameter() instanceof ECPublicKeyParameters theirs -> {
                    ECDHBasicAgreement agreement = new ECDHBasicAgreement();
                    agreement.init(mine);
                    yield BigIntegers.asUnsignedByteArray(agreement.getFieldSize(),
                            agreement.calculateAgreement(theirs));
                }
                case X25519PrivateKeyParameters mine when publicKey
                        .parameter() instanceof X25519PublicKeyParameters theirs -> {
                    X25519Agreement agreement = new X25519Agreement();
                    agreement.init(mine);
                    byte[] secret = new byte[agreement.getAgreementSize()];
                    agreement.calculateAgreement(theirs, secret, 0);
                    yield secret;
                }
                case X448PrivateKeyParameters mine when publicKey
                        .parameter() instanceof X448PublicKeyParameters theirs -> {
                    X448Agreement agreement = new X448Agreement();
                    agreement.init(mine);
                    byte[] secret = new byte[agreement.getAgreementSize()];
                    agreement.calculateAgreement(theirs, secret, 0);
                    yield secret;
                }
                default -> throw new EngineFault(Reason.INVALID_PARAMETERS,
                        "The keys are not of one kind that agrees on secrets.");
            };
        } catch (IllegalStateException | IllegalArgumentException e) {
            // Another curve, a point of small order, or infinity.
            throw new EngineFault(Reason.CRYPTOGRAPHIC_FAILURE, "The keys do not agree.");
        }
    }

    static boolean isMontgomery(AsymmetricKey key) {
        return key.parameter() instanceof X25519PrivateKeyParameters
                || key.parameter() instanceof X448PrivateKeyParameters;
    }
}
