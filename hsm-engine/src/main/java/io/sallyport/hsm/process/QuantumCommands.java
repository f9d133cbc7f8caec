package io.sallyport.hsm.process;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.command.EngineCommand.Decapsulate;
import io.sallyport.hsm.command.EngineCommand.Encapsulate;
import io.sallyport.hsm.command.EngineCommand.GeneratePair;
import io.sallyport.hsm.command.EngineCommand.Sign;
import io.sallyport.hsm.command.EngineCommand.VerifySignature;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Computed;
import io.sallyport.hsm.command.EngineResult.Encapsulated;
import io.sallyport.hsm.command.EngineResult.Verdict;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.command.EngineResult.WrappedPair;
import io.sallyport.hsm.command.Part;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.crypto.KeyPairs;
import io.sallyport.hsm.crypto.KeyView;
import io.sallyport.hsm.crypto.MaterialLength;
import io.sallyport.hsm.crypto.QuantumKeys;
import io.sallyport.hsm.crypto.QuantumKeys.Stored;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Origin;
import io.sallyport.hsm.policy.ApprovedServices;
import io.sallyport.hsm.policy.DerivationPolicy;
import io.sallyport.hsm.policy.ObjectPolicy;
import io.sallyport.hsm.policy.ObjectPolicy.Use;
import io.sallyport.hsm.process.ObjectSeal.Opened;

/** Post-quantum key pairs, signatures and secrets. Belongs to one thread. */
final class QuantumCommands {
    private static final int SECRET_BYTES = 32;
    private static final int SECRET_BYTES_MIN = 14;

    private final CommandContext context;
    private final QuantumKeys keys;

    QuantumCommands(CommandContext context, QuantumKeys keys) {
        this.context = context;
        this.keys = keys;
    }

    /** Whether these commands and no others serve keys of this algorithm. */
    static boolean serves(ObjectHeader header) {
        return QuantumKeys.algorithm(header.algorithm()) != null;
    }

    WrappedPair generatePair(GeneratePair command) throws EngineFault {
        ObjectHeader privateHeader = ObjectPolicy.admit(command.privateKey());
        ObjectHeader publicHeader = ObjectPolicy.admit(command.publicKey());
        ObjectPolicy.checkPair(privateHeader, publicHeader);
        if (command.curve() != 0) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "The algorithm has no curve.");
        }
        KeyPairs.Encoded pair = keys.generate(algorithm(privateHeader),
                privateHeader.lengthBits(), privateHeader.keyFormat(), publicHeader.keyFormat());
        boolean approved = ApprovedServices.keyPair(privateHeader.algorithm(),
                privateHeader.lengthBits(), 0);
        try {
            return new WrappedPair(
                    seal(privateHeader, Origin.GENERATED, pair.privateKey(), approved),
                    seal(publicHeader, Origin.GENERATED, pair.publicKey(), approved));
        } finally {
            Arrays.fill(pair.privateKey(), (byte) 0);
        }
    }

    Computed sign(Sign command) throws EngineFault {
        Opened key = context.seal().open(command.key());
        ObjectPolicy.checkUse(key.header(), Use.SIGN, context.now());
        checkWhole(command.spec(), command.digested(), command.part());
        byte[] data = CommandContext.copy(command.data());
        try {
            byte[] signature = keys.sign(stored(key), data);
            return new Computed(context.workspace().emit(signature, 0, signature.length),
                    ApprovedServices.verification(key.header().algorithm(), 0), null);
        } finally {
            Arrays.fill(data, (byte) 0);
        }
    }

    Verdict verify(VerifySignature command) throws EngineFault {
        Opened key = context.seal().open(command.key());
        ObjectPolicy.checkUse(key.header(), Use.VERIFY, context.now());
        checkWhole(command.spec(), command.digested(), command.part());
        ByteBuffer signature = command.signature();
        if (signature == null) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "The signature is missing.");
        }
        byte[] data = CommandContext.copy(command.data());
        try {
            return new Verdict(keys.verify(stored(key), data, CommandContext.copy(signature)),
                    ApprovedServices.verification(key.header().algorithm(), 0), null);
        } finally {
            Arrays.fill(data, (byte) 0);
        }
    }

    Encapsulated encapsulate(Encapsulate command) throws EngineFault {
        Opened key = context.seal().open(command.key());
        ObjectPolicy.checkUse(key.header(), Use.ENCAPSULATE, context.now());
        ObjectHeader header = DerivationPolicy.admitShared(command.header(), key.header());
        int length = secretBytes(header);
        QuantumKeys.Encapsulated made = keys.encapsulate(stored(key));
        ByteBuffer ciphertext =
                context.workspace().emit(made.ciphertext(), 0, made.ciphertext().length);
        return new Encapsulated(ciphertext, secret(key, header, made.secret(), length));
    }

    Wrapped decapsulate(Decapsulate command) throws EngineFault {
        Opened key = context.seal().open(command.key());
        ObjectPolicy.checkUse(key.header(), Use.DECAPSULATE, context.now());
        ObjectHeader header = DerivationPolicy.admitShared(command.header(), key.header());
        int length = secretBytes(header);
        return secret(key, header,
                keys.decapsulate(stored(key), CommandContext.copy(command.ciphertext())), length);
    }

    /**
     * Refuses a key of somebody else that is none, or two in one. What is kept in another format
     * than the engine's is used by nobody.
     */
    void checkForeign(ObjectHeader header, MemorySegment material) throws EngineFault {
        Algorithm algorithm = QuantumKeys.algorithm(header.algorithm());
        if (algorithm == null || !QuantumKeys.reads(header.keyFormat())) {
            return;
        }
        Stored key = new Stored(algorithm, header.keyFormat(), new KeyView(material));
        if (header.objectType() == ObjectPolicy.PRIVATE_KEY) {
            keys.checkPrivate(key);
        } else if (header.objectType() == ObjectPolicy.PUBLIC_KEY) {
            keys.checkPublic(key);
        }
    }

    /** A private or public key's material in another format; the caller wipes it. */
    byte[] encode(Opened key, int format) throws EngineFault {
        return key.header().objectType() == ObjectPolicy.PRIVATE_KEY
                ? keys.encodePrivate(stored(key), format)
                : keys.encodePublic(stored(key), format);
    }

    private Wrapped secret(Opened key, ObjectHeader header, byte[] secret, int length)
            throws EngineFault {
        try {
            return seal(header, Origin.DERIVED, Arrays.copyOf(secret, length),
                    ApprovedServices.encapsulation(key.header().algorithm()));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** FIPS 203 section 3.3: the first bytes of a secret are a shorter one. */
    private static int secretBytes(ObjectHeader header) throws EngineFault {
        int length = MaterialLength.ofNew(header.algorithm(), header.lengthBits());
        boolean random = !MaterialLength.hasParity(header.algorithm());
        if (!random || length < SECRET_BYTES_MIN || length > SECRET_BYTES) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "A secret has 112 to 256 bits, all of them its own.");
        }
        return length;
    }

    private Wrapped seal(ObjectHeader header, Origin origin, byte[] bytes, boolean approved)
            throws EngineFault {
        MemorySegment material = context.workspace().material(bytes.length);
        MemorySegment.copy(bytes, 0, material, ValueLayout.JAVA_BYTE, 0, bytes.length);
        Arrays.fill(bytes, (byte) 0);
        Wrapped wrapped = context.seal().seal(header, origin, material);
        return new Wrapped(wrapped.object(), wrapped.digest(), approved);
    }

    private static void checkWhole(SignatureSpec spec, boolean digested, @Nullable Part part)
            throws EngineFault {
        if (spec.padding() != SignatureSpec.Padding.NONE || spec.hash() != null || digested) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The key signs data without a padding, not their hash.");
        }
        if (part != null) {
            throw new EngineFault(Reason.UNSUPPORTED,
                    "What is signed whole does not come in parts.");
        }
    }

    private static Stored stored(Opened key) throws EngineFault {
        return new Stored(algorithm(key.header()), key.header().keyFormat(),
                new KeyView(key.material()));
    }

    private static Algorithm algorithm(ObjectHeader header) throws EngineFault {
        Algorithm algorithm = QuantumKeys.algorithm(header.algorithm());
        if (algorithm == null) {
            throw new EngineFault(Reason.UNSUPPORTED,
                    "The key's algorithm encapsulates nothing.");
        }
        return algorithm;
    }
}
