package io.sallyport.hsm.vectors;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.AEADCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.process.Samples;

/** Authenticated encryption: sealed and opened, with an IV that is given. */
final class Aead {
    private Aead() {}

    /** A mode of the engine. */
    static Family byCommand(CommandPath path, int algorithm, Mode mode) {
        return test -> run(path, algorithm, mode, test, test.bytes("aad"), test.bytes("msg"),
                test.bytes("ct"));
    }

    /** GMAC, which is GCM of no data: the message is what is associated. */
    static Family gmac(CommandPath path) {
        return test -> run(path, 3, Mode.GCM, test, test.bytes("msg"), new byte[0], new byte[0]);
    }

    private static Outcome run(CommandPath path, int algorithm, Mode mode, Case test, byte[] aad,
            byte[] clear, byte[] sealed) throws EngineFault {
        byte[] iv = test.bytes("iv");
        byte[] tag = test.bytes("tag");
        WrappedObject key = path.symmetric(algorithm, test.bytes("key"));
        CipherSpec spec = new CipherSpec(mode, Padding.NONE, tag.length, false);
        boolean opens = Attempt.gives(clear, () -> path.call(new EngineCommand.Decrypt(key, spec,
                Samples.direct(iv), Samples.direct(aad), Samples.direct(tag),
                Samples.direct(sealed)), r -> Samples.bytes(r.bytes())));
        boolean seals = Attempt.givesOrIsRefused(join(sealed, tag), opens, () -> path.call(
                new EngineCommand.Encrypt(key, spec, Samples.direct(iv), Samples.direct(aad),
                        Samples.direct(clear)),
                r -> join(Samples.bytes(r.data()), Samples.bytes(r.tag()))));
        return Outcome.byCommand(Attempt.bothWays(test, seals, opens));
    }

    /** A mode of Bouncy Castle that the engine does not serve. */
    static Family byProvider(Supplier<AEADCipher> ciphers) {
        return test -> {
            byte[] sealed = join(test.bytes("ct"), test.bytes("tag"));
            boolean opens =
                    Arrays.equals(run(ciphers.get(), false, test, sealed), test.bytes("msg"));
            boolean seals =
                    Arrays.equals(run(ciphers.get(), true, test, test.bytes("msg")), sealed);
            return Outcome.byProvider(Attempt.bothWays(test, seals, opens));
        };
    }

    /** The output; what no case expects if the cipher refuses. */
    private static byte[] run(AEADCipher cipher, boolean seals, Case test, byte[] input) {
        try {
            cipher.init(seals, new AEADParameters(new KeyParameter(test.bytes("key")),
                    test.bytes("tag").length * Byte.SIZE, test.bytes("iv"), test.bytes("aad")));
            byte[] output = new byte[cipher.getOutputSize(input.length)];
            int done = cipher.processBytes(input, 0, input.length, output, 0);
            done += cipher.doFinal(output, done);
            return Arrays.copyOf(output, done);
        } catch (InvalidCipherTextException | IllegalArgumentException e) {
            return "refused".getBytes(StandardCharsets.US_ASCII);
        }
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
