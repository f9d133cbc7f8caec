package io.sallyport.hsm.crypto;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;

/** Diffie-Hellman on curves (SP 800-56A, RFC 7748). Stateless. */
public final class KeyAgreement {
    private KeyAgreement() {}

    /** The secret on which both keys agree. The caller wipes it. */
    public static byte[] agree(AsymmetricKey privateKey, AsymmetricKey publicKey)
            throws EngineFault {
        ModuleKey mine = privateKey.key();
        ModuleKey theirs = publicKey.key();
        boolean agrees = mine.kind() == KeyKind.EC || mine.kind().isMontgomery();
        if (!agrees || !mine.isPrivate() || mine.kind() != theirs.kind() || theirs.isPrivate()) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The keys are not of one kind that agrees on secrets.");
        }
        try {
            return CryptoModule.current().keys().agree(mine, theirs);
        } catch (IllegalStateException | IllegalArgumentException e) {
            // Another curve, a point of small order, or infinity.
            throw new EngineFault(Reason.CRYPTOGRAPHIC_FAILURE, "The keys do not agree.");
        }
    }
}
