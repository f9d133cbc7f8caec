package io.sallyport.hsm.vectors;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.crypto.CipherAlgorithm;
import io.sallyport.hsm.crypto.Cmac;
import io.sallyport.hsm.crypto.Derivation;
import io.sallyport.hsm.crypto.Hashes;
import io.sallyport.hsm.crypto.Hmac;
import io.sallyport.hsm.crypto.JcaBridge;
import io.sallyport.hsm.crypto.KeyView;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.process.Samples;

/**
 * Derivation of keys: by command where the command takes the lengths, else by the function that it
 * calls. Material has 1 byte or more, and what is derived 14 to 8,192.
 */
final class KeyDerivation {
    private static final int DERIVED_BYTES_MIN = 14;
    private static final int DERIVED_BYTES_MAX = 8192;
    private static final int ITERATIONS_MAX = 2_000_000;

    private final CommandPath path;
    private final Derivation derivation;

    KeyDerivation(CommandPath path) {
        Hashes hashes = new Hashes();
        this.path = path;
        this.derivation = new Derivation(hashes, new Hmac(hashes), new Cmac(new JcaBridge()));
    }

    /** What goes in beside the specification; the key is one of this algorithm, 0 for a secret. */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    record Input(int algorithm, byte[] key, byte[] data, byte @Nullable [] salt) {}

    Family hkdf(String hash) {
        DerivationSpec spec = new DerivationSpec(Method.HKDF, Case.hashOf(hash));
        return test -> run(spec,
                new Input(0, test.bytes("ikm"), test.bytes("info"), test.bytes("salt")),
                test.test().number("size"), test.bytes("okm"));
    }

    Family pbkdf2(String hash) {
        HashAlgorithm algorithm = Case.hashOf(hash);
        return test -> {
            DerivationSpec spec = new DerivationSpec(Method.PBKDF2, algorithm, null,
                    test.test().number("iterationCount"));
            Input input = new Input(0, test.bytes("password"), new byte[0], test.bytes("salt"));
            int length = test.test().number("dkLen");
            if (spec.iterations() > ITERATIONS_MAX) {
                return Attempt.unserved(() -> derive(spec, input, length));
            }
            return run(spec, input, length, test.bytes("dk"));
        };
    }

    Outcome run(DerivationSpec spec, Input input, int length, byte[] expected) {
        boolean served = input.key().length > 0 && length >= DERIVED_BYTES_MIN
                && length <= DERIVED_BYTES_MAX;
        return served
                ? Outcome.byCommand(
                        Attempt.gives(expected, () -> derive(spec, input, length)))
                : Outcome.byProvider(
                        Attempt.gives(expected, () -> call(spec, input, length)));
    }

    private byte[] derive(DerivationSpec spec, Input input, int length) throws EngineFault {
        WrappedObject key = input.algorithm() == 0
                ? path.store(CommandPath.SECRET_DATA, CommandPath.RAW, 0, input.key())
                : path.symmetric(input.algorithm(), input.key());
        return path.export(path.make(new EngineCommand.Derive(key, null, spec,
                Samples.direct(input.data()), CommandPath.buffer(input.salt()), null,
                CommandPath.header(CommandPath.SECRET_DATA, CommandPath.RAW, 0,
                        length * Byte.SIZE))));
    }

    private byte[] call(DerivationSpec spec, Input input, int length) throws EngineFault {
        try (Arena arena = Arena.ofConfined()) {
            CipherAlgorithm cipher = input.algorithm() == 0 ? null
                    : CipherAlgorithm.of(input.algorithm(), input.key().length);
            KeyView key = new KeyView(
                    arena.allocateFrom(ValueLayout.JAVA_BYTE, input.key().clone()));
            return derivation.derive(spec, new Derivation.Input(key, input.key(), cipher,
                    input.data(), input.salt(), null), length);
        }
    }
}
