package io.sallyport.hsm.vectors;

import java.util.Arrays;
import java.util.Objects;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.algorithm.ParameterSet;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.process.Samples;

/**
 * Post-quantum cases by command. What the engine's commands have no field for (a context, a
 * representative, randomness of the caller's) goes to the provider's family.
 */
final class QuantumCommands {
    private static final int AES = 3;
    private static final int SECRET_BITS = 256;
    private static final byte[] TEXT = {1, 2, 3};
    private static final SignatureSpec SPEC =
            new SignatureSpec(SignatureSpec.Padding.NONE, null);

    private final CommandPath path;

    QuantumCommands(CommandPath path) {
        this.path = path;
    }

    /** Verification, with an empty context. */
    Family verification(Family other) {
        return test -> hasContext(test) ? other.run(test)
                : Outcome.byCommand(verifies(dsa(test), test.group().bytes("publicKey"),
                        test.bytes("msg"), test.bytes("sig")));
    }

    /**
     * Signatures by a key that comes as its seed or expanded: the engine's verifies, and so does
     * the published one, which differs by its randomness.
     */
    Family signing(String field, Family other) {
        return test -> {
            if (hasContext(test) || !test.test().has("msg")) {
                return other.run(test);
            }
            Algorithm algorithm = dsa(test);
            byte[] signature = signed(algorithm, test.group().bytes(field), test.bytes("msg"));
            byte[] key = test.group().bytes("publicKey");
            return Outcome.byCommand(verifies(algorithm, key, test.bytes("msg"), signature)
                    && verifies(algorithm, key, test.bytes("msg"), test.bytes("sig")));
        };
    }

    /** A pair of a seed: the private key is exported, and what it signs is verified. */
    Family dsaKeys() {
        return test -> {
            Algorithm algorithm = titled(test.group().text("parameterSet"));
            byte[] seed = test.bytes("seed");
            return Outcome.byCommand(
                    Arrays.equals(expanded(algorithm, seed), test.bytes("sk"))
                            && verifies(algorithm, test.bytes("pk"), TEXT,
                                    signed(algorithm, seed, TEXT)));
        };
    }

    /** The pair of a seed, exported. */
    Family kemKeys() {
        return test -> {
            byte[] seed = test.test().has("seed") ? test.bytes("seed")
                    : Aead.join(test.bytes("d"), test.bytes("z"));
            byte[] key = expanded(kem(test), seed);
            return Outcome.byCommand(Arrays.equals(key, test.bytes("dk"))
                    && Arrays.equals(publicOf(kem(test), key), test.bytes("ek")));
        };
    }

    /** Decapsulation with the key of a seed. */
    Family decapsulation() {
        return test -> {
            Algorithm algorithm = kem(test);
            byte[] seed = test.bytes("seed");
            boolean same = !test.test().has("ek") || Arrays
                    .equals(publicOf(algorithm, expanded(algorithm, seed)), test.bytes("ek"));
            return Outcome.byCommand(same && Arrays.equals(test.bytes("K"),
                    decapsulated(algorithm, seed, test.bytes("c"))));
        };
    }

    /** Decapsulation with an expanded key. */
    Family expandedDecapsulation() {
        return test -> {
            byte[] secret = decapsulated(kem(test), test.bytes("dk"), test.bytes("c"));
            return Outcome.byCommand(
                    !test.test().has("K") || Arrays.equals(test.bytes("K"), secret));
        };
    }

    /** Encapsulation: wrong keys are refused; right ones are taken, and the provider does the rest. */
    Family encapsulation(Family other) {
        return test -> {
            Algorithm algorithm = kem(test);
            encapsulated(algorithm, test.bytes("ek"));
            return other.run(test);
        };
    }

    /** NIST's cases of ML-KEM. */
    Family kem(Family other) {
        return test -> switch (test.group().text("function")) {
            case "decapsulation" -> Outcome.byCommand(Arrays.equals(test.bytes("k"),
                    decapsulated(kem(test), test.bytes("dk"), test.bytes("c"))));
            case "encapsulationKeyCheck" -> checked(test,
                    () -> encapsulated(kem(test), test.bytes("ek")));
            case "decapsulationKeyCheck" -> checked(test, () -> path.store(
                    CommandPath.PRIVATE_KEY, CommandPath.RAW, kem(test).code(),
                    test.bytes("dk")));
            default -> other.run(test);
        };
    }

    /** NIST's cases of LMS. */
    Family lms() {
        return test -> Outcome.byCommand(verifies(Algorithm.LMS,
                test.group().bytes("publicKey"), test.bytes("message"),
                test.bytes("signature")) == test.test().isTrue("testPassed"));
    }

    private interface Step {
        Object run() throws EngineFault;
    }

    private static Outcome checked(Case test, Step step) {
        boolean passes;
        try {
            step.run();
            passes = true;
        } catch (EngineFault e) {
            passes = false;
        }
        return Outcome.byCommand(passes == test.test().isTrue("testPassed"));
    }

    private boolean verifies(Algorithm algorithm, byte[] key, byte[] data, byte[] signature)
            throws EngineFault {
        WrappedObject stored = path.store(CommandPath.PUBLIC_KEY, CommandPath.RAW,
                algorithm.code(), key);
        return path.verdict(new EngineCommand.VerifySignature(stored, SPEC, false, null,
                Samples.direct(signature), Samples.direct(data)));
    }

    private byte[] signed(Algorithm algorithm, byte[] key, byte[] data) throws EngineFault {
        WrappedObject stored = path.store(CommandPath.PRIVATE_KEY, CommandPath.RAW,
                algorithm.code(), key);
        return path.call(new EngineCommand.Sign(stored, SPEC, false, null, Samples.direct(data)),
                r -> Samples.bytes(r.value()));
    }

    private byte[] expanded(Algorithm algorithm, byte[] seed) throws EngineFault {
        return path.exportAs(path.store(CommandPath.PRIVATE_KEY, CommandPath.RAW,
                algorithm.code(), seed), CommandPath.RAW);
    }

    private byte[] decapsulated(Algorithm algorithm, byte[] key, byte[] ciphertext)
            throws EngineFault {
        WrappedObject stored = path.store(CommandPath.PRIVATE_KEY, CommandPath.RAW,
                algorithm.code(), key);
        return path.export(path.make(new EngineCommand.Decapsulate(stored,
                Samples.direct(ciphertext), CommandPath.header(CommandPath.SYMMETRIC_KEY,
                        CommandPath.RAW, AES, SECRET_BITS))));
    }

    private byte[] encapsulated(Algorithm algorithm, byte[] key) throws EngineFault {
        WrappedObject stored = path.store(CommandPath.PUBLIC_KEY, CommandPath.RAW,
                algorithm.code(), key);
        return path.call(new EngineCommand.Encapsulate(stored,
                CommandPath.header(CommandPath.SYMMETRIC_KEY, CommandPath.RAW, AES,
                        SECRET_BITS)),
                r -> Samples.bytes(r.ciphertext()));
    }

    /** FIPS 203, algorithm 16: an encapsulation key is within its decapsulation key. */
    private static byte[] publicOf(Algorithm algorithm, byte[] key) {
        ParameterSet set = Objects.requireNonNull(algorithm.set());
        int to = set.privateBytes() - set.seedBytes();
        return Arrays.copyOfRange(key, to - set.publicBytes(), to);
    }

    private static boolean hasContext(Case test) {
        return test.test().has("ctx") && test.bytes("ctx").length > 0;
    }

    private static Algorithm dsa(Case test) {
        return titled("ML-DSA-" + test.file().substring("mldsa_".length(), "mldsa_44".length()));
    }

    private static Algorithm kem(Case test) {
        return titled(test.group().text("parameterSet"));
    }

    private static Algorithm titled(String title) {
        return Arrays.stream(Algorithm.values()).filter(one -> one.title().equals(title))
                .findFirst().orElseThrow();
    }
}
