package io.sallyport.hsm.vectors;

import java.io.IOException;
import java.math.BigInteger;

import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.util.PublicKeyFactory;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.command.SignatureSpec.Padding;
import io.sallyport.hsm.crypto.Hashes;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.process.Samples;

/** ECDSA and EdDSA, verified. */
final class CurveSignatures {
    private static final int EC = 0x1a;
    private static final int ED25519 = 0x37;
    private static final SignatureSpec EDWARDS = new SignatureSpec(Padding.NONE, null);

    private CurveSignatures() {}

    /** ECDSA with signatures in DER, which are the engine's. */
    static Family ecdsa(CommandPath path) {
        return test -> verify(path, EC, new SignatureSpec(Padding.NONE, test.hash("sha")), test);
    }

    static Family edwards(CommandPath path) {
        return test -> verify(path, ED25519, EDWARDS, test);
    }

    private static Outcome verify(CommandPath path, int algorithm, SignatureSpec spec, Case test)
            throws EngineFault {
        WrappedObject key = path.store(CommandPath.PUBLIC_KEY, CommandPath.X509, algorithm,
                test.group().bytes("publicKeyDer"));
        return Outcome.byCommand(path.verdict(new EngineCommand.VerifySignature(key, spec, false,
                null, Samples.direct(test.bytes("sig")), Samples.direct(test.bytes("msg")))));
    }

    /** ECDSA with signatures of two numbers, by Bouncy Castle's verification, as the engine's. */
    static Family plainEcdsa() {
        Hashes hashes = new Hashes();
        return test -> {
            try {
                ECPublicKeyParameters key = (ECPublicKeyParameters) PublicKeyFactory
                        .createKey(test.group().bytes("publicKeyDer"));
                ECDSASigner signer = new ECDSASigner();
                signer.init(false, key);
                BigInteger[] values = PlainDSAEncoding.INSTANCE
                        .decode(key.getParameters().getN(), test.bytes("sig"));
                return Outcome.byProvider(signer.verifySignature(
                        hashes.hash(test.hash("sha"), test.bytes("msg")), values[0], values[1]));
            } catch (IOException | IllegalArgumentException e) {
                return Outcome.byProvider(false);
            }
        };
    }
}
