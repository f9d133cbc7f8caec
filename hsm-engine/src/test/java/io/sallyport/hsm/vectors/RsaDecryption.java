package io.sallyport.hsm.vectors;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.process.Samples;

/** RSA decryption. Whatever is wrong with a ciphertext is one fault. */
final class RsaDecryption {
    private static final int RSA = 4;
    private static final CipherSpec PKCS1 =
            new CipherSpec(Mode.NONE, Padding.PKCS1_V1_5, 0, false);

    private RsaDecryption() {}

    static Family oaep(CommandPath path) {
        return test -> decrypt(path, CipherSpec.oaep(test.hash("sha"), test.hash("mgfSha")),
                test.bytes("label"), test);
    }

    static Family pkcs1(CommandPath path) {
        return test -> decrypt(path, PKCS1, new byte[0], test);
    }

    private static Outcome decrypt(CommandPath path, CipherSpec spec, byte[] label, Case test)
            throws EngineFault {
        WrappedObject key = path.store(CommandPath.PRIVATE_KEY, CommandPath.PKCS8, RSA,
                test.group().bytes("privateKeyPkcs8"));
        return Outcome.byCommand(Attempt.givesOrFails(test.bytes("msg"), () -> path.call(
                new EngineCommand.Decrypt(key, spec, null, Samples.direct(label), null,
                        Samples.direct(test.bytes("ct"))),
                r -> Samples.bytes(r.bytes()))));
    }
}
