package io.sallyport.hsm.vectors;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.process.Samples;

/** NIST's cases of GCM, key wrap and derivation, by command. */
final class AcvpSymmetric {
    private static final int AES = 3;
    private static final int TAG_BYTES_MIN = 12;

    private final CommandPath path;
    private final KeyDerivation derivation;

    AcvpSymmetric(CommandPath path) {
        this.path = path;
        this.derivation = new KeyDerivation(path);
    }

    /** Tags of fewer than 12 bytes are not served. */
    Family gcm() {
        return test -> {
            int tagBytes = test.group().number("tagLen") / Byte.SIZE;
            WrappedObject key = path.symmetric(AES, test.bytes("key"));
            CipherSpec spec = new CipherSpec(Mode.GCM, Padding.NONE, tagBytes, false);
            if (tagBytes < TAG_BYTES_MIN) {
                return Attempt.unserved(() -> encrypts(test)
                        ? encrypt(key, spec, test)
                        : decrypt(key, spec, test));
            }
            return Outcome.byCommand(encrypts(test)
                    ? Attempt.gives(Aead.join(test.bytes("ct"), test.bytes("tag")),
                            () -> encrypt(key, spec, test))
                    : opens(test, () -> decrypt(key, spec, test)));
        };
    }

    private byte[] encrypt(WrappedObject key, CipherSpec spec, Case test) throws EngineFault {
        return path.call(new EngineCommand.Encrypt(key, spec, Samples.direct(test.bytes("iv")),
                Samples.direct(test.bytes("aad")), Samples.direct(test.bytes("pt"))),
                r -> Aead.join(Samples.bytes(r.data()), Samples.bytes(r.tag())));
    }

    private byte[] decrypt(WrappedObject key, CipherSpec spec, Case test) throws EngineFault {
        return path.call(new EngineCommand.Decrypt(key, spec, Samples.direct(test.bytes("iv")),
                Samples.direct(test.bytes("aad")), Samples.direct(test.bytes("tag")),
                Samples.direct(test.bytes("ct"))), r -> Samples.bytes(r.bytes()));
    }

    /** Wrapping with the inverse of the cipher is not served. */
    Family keyWrap(WrapSpec spec) {
        return test -> {
            if (!test.group().text("kwCipher").equals("cipher")) {
                return Outcome.LEFT_OUT;
            }
            WrappedObject key = path.symmetric(AES, test.bytes("key"));
            return Outcome.byCommand(encrypts(test)
                    ? Attempt.gives(test.bytes("ct"),
                            () -> KeyWrapping.wrap(path, key, spec, test.bytes("pt")))
                    : opens(test,
                            () -> KeyWrapping.unwrap(path, key, spec, test.bytes("ct"))));
        };
    }

    /** Counter mode with 32 bits of counter before the data, which is KMIP's; whole bytes. */
    Family counterMode() {
        return test -> {
            int bits = test.group().number("keyOutLength");
            boolean ours = test.group().number("counterLength") == Integer.SIZE
                    && test.group().text("counterLocation").equals("before fixed data")
                    && bits % Byte.SIZE == 0;
            if (!ours) {
                return Outcome.LEFT_OUT;
            }
            String mac = test.group().text("macMode");
            boolean cmac = mac.startsWith("CMAC");
            DerivationSpec spec = new DerivationSpec(Method.NIST800_108_COUNTER,
                    cmac ? null : Case.hashOf(mac.replace("HMAC-SHA2-", "SHA-")));
            return derivation.run(spec, new KeyDerivation.Input(cmac ? AES : 0,
                    test.bytes("keyIn"), test.bytes("fixedData"), null), bits / Byte.SIZE,
                    test.bytes("keyOut"));
        };
    }

    private static boolean encrypts(Case test) {
        return test.group().text("direction").equals("encrypt");
    }

    /** Opens as expected, or fails as expected. */
    private static boolean opens(Case test, Attempt attempt) {
        boolean expected = test.test().has("pt");
        byte[] clear = expected ? test.bytes("pt") : new byte[0];
        return Attempt.givesOrFails(clear, attempt) == expected;
    }
}
