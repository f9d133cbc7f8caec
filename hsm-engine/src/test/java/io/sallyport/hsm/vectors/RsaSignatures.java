package io.sallyport.hsm.vectors;

import java.io.IOException;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.crypto.util.PublicKeyFactory;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.command.SignatureSpec.Padding;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.process.Samples;

/** RSA signatures: PKCS#1 v1.5 made and verified, PSS verified. */
final class RsaSignatures {
    private static final int RSA = 4;

    private RsaSignatures() {}

    static Family pkcs1(CommandPath path) {
        return test -> verify(path, new SignatureSpec(Padding.PKCS1_V1_5, test.hash("sha")),
                test);
    }

    static Family pss(CommandPath path) {
        return test -> verify(path, SignatureSpec.pss(test.hash("sha"), test.hash("mgfSha"),
                test.group().number("sLen")), test);
    }

    private static Outcome verify(CommandPath path, SignatureSpec spec, Case test)
            throws EngineFault {
        WrappedObject key = path.store(CommandPath.PUBLIC_KEY, CommandPath.X509, RSA,
                test.group().bytes("publicKeyDer"));
        return Outcome.byCommand(path.verdict(new EngineCommand.VerifySignature(key, spec, false,
                null, Samples.direct(test.bytes("sig")), Samples.direct(test.bytes("msg")))));
    }

    /** A signature that the engine makes; PKCS#1 v1.5 has but one. */
    static Family made(CommandPath path) {
        return test -> {
            WrappedObject key = path.store(CommandPath.PRIVATE_KEY, CommandPath.PKCS8, RSA,
                    test.group().bytes("privateKeyPkcs8"));
            SignatureSpec spec = new SignatureSpec(Padding.PKCS1_V1_5, test.hash("sha"));
            return Outcome.byCommand(Attempt.gives(test.bytes("sig"), () -> path.call(
                    new EngineCommand.Sign(key, spec, false, null,
                            Samples.direct(test.bytes("msg"))),
                    r -> Samples.bytes(r.value()))));
        };
    }

    /** PSS with SHAKE as hash and mask, by Bouncy Castle; KMIP has no codes for it. */
    static Family shakePss(int bits) {
        return test -> {
            Digest hash = new SHAKEDigest(bits);
            PSSSigner signer = new PSSSigner(new RSABlindedEngine(), hash, new SHAKEDigest(bits),
                    test.group().number("sLen"));
            byte[] data = test.bytes("msg");
            try {
                signer.init(false,
                        PublicKeyFactory.createKey(test.group().bytes("publicKeyDer")));
            } catch (IOException e) {
                throw new AssertionError(test.toString(), e);
            }
            signer.update(data, 0, data.length);
            return Outcome.byProvider(signer.verifySignature(test.bytes("sig")));
        };
    }
}
