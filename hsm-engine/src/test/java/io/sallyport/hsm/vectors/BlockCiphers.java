package io.sallyport.hsm.vectors;

import java.util.Arrays;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.process.Samples;

/** AES without authentication: CBC with padding, and XTS. */
final class BlockCiphers {
    private static final int AES = 3;
    private static final int XTS_192_BYTES = 48;
    private static final int TWEAK_BYTES = 16;
    private static final CipherSpec CBC = new CipherSpec(Mode.CBC, Padding.PKCS5, 0, false);
    private static final CipherSpec XTS = new CipherSpec(Mode.XTS, Padding.NONE, 0, false);

    private BlockCiphers() {}

    /** Wrong padding and a length that can't be are one fault. */
    static Family cbc(CommandPath path) {
        return test -> {
            WrappedObject key = path.symmetric(AES, test.bytes("key"));
            byte[] iv = test.bytes("iv");
            boolean decrypts = Attempt.givesOrFails(test.bytes("msg"),
                    () -> decrypt(path, key, CBC, iv, test));
            return Outcome.byCommand(Attempt.bothWays(test,
                    encrypts(path, key, CBC, iv, test, decrypts), decrypts));
        };
    }

    /** SP 800-38E knows no XTS with AES-192. A short tweak has zeros behind it. */
    static Family xts(CommandPath path) {
        return test -> {
            byte[] iv = Arrays.copyOf(test.bytes("iv"), TWEAK_BYTES);
            byte[] bytes = test.bytes("key");
            if (bytes.length == XTS_192_BYTES) {
                return Attempt.unserved(
                        () -> decrypt(path, path.symmetric(AES, bytes), XTS, iv, test));
            }
            WrappedObject key = path.symmetric(AES, bytes);
            boolean decrypts = Attempt.gives(test.bytes("msg"),
                    () -> decrypt(path, key, XTS, iv, test));
            return Outcome.byCommand(Attempt.bothWays(test,
                    encrypts(path, key, XTS, iv, test, decrypts), decrypts));
        };
    }

    private static boolean encrypts(CommandPath path, WrappedObject key, CipherSpec spec,
            byte[] iv, Case test, boolean decrypts) {
        return Attempt.givesOrIsRefused(test.bytes("ct"), decrypts,
                () -> path.call(new EngineCommand.Encrypt(key,
                        spec, Samples.direct(iv), null, Samples.direct(test.bytes("msg"))),
                        r -> Samples.bytes(r.data())));
    }

    private static byte[] decrypt(CommandPath path, WrappedObject key, CipherSpec spec,
            byte[] iv, Case test) throws EngineFault {
        return path.call(new EngineCommand.Decrypt(key, spec, Samples.direct(iv), null, null,
                Samples.direct(test.bytes("ct"))), r -> Samples.bytes(r.bytes()));
    }
}
