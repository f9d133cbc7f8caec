package io.sallyport.hsm.process;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineCommand.GeneratePair;
import io.sallyport.hsm.command.EngineCommand.Sign;
import io.sallyport.hsm.command.EngineCommand.VerifySignature;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Computed;
import io.sallyport.hsm.command.EngineResult.Verdict;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.command.EngineResult.WrappedPair;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.Part;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.crypto.AsymmetricKey;
import io.sallyport.hsm.crypto.Hashes;
import io.sallyport.hsm.crypto.KeyPairs;
import io.sallyport.hsm.crypto.RunningHash;
import io.sallyport.hsm.crypto.Signatures;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Origin;
import io.sallyport.hsm.policy.ApprovedServices;
import io.sallyport.hsm.policy.ObjectPolicy;
import io.sallyport.hsm.policy.ObjectPolicy.Use;
import io.sallyport.hsm.process.Continuations.Scope;
import io.sallyport.hsm.process.ObjectSeal.Opened;
import io.sallyport.hsm.wire.Opcode;
import io.sallyport.hsm.wire.SpecFields;

/** Key pairs and signatures. Belongs to one thread. */
final class SignatureCommands {
    private final CommandContext context;
    private final Hashes hashes;
    private final Signatures signatures;
    private final KeyPairs keyPairs;
    private final RunningHashes running;

    SignatureCommands(CommandContext context, Hashes hashes, Signatures signatures,
            KeyPairs keyPairs) {
        this.context = context;
        this.hashes = hashes;
        this.signatures = signatures;
        this.keyPairs = keyPairs;
        this.running = new RunningHashes(context);
    }

    /** What is to be signed, or the continuation that takes its place before the last part. */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    private record Input(byte @Nullable [] bytes, @Nullable ByteBuffer continuation) {}

    WrappedPair generatePair(GeneratePair command) throws EngineFault {
        ObjectHeader privateHeader = ObjectPolicy.admit(command.privateKey());
        ObjectHeader publicHeader = ObjectPolicy.admit(command.publicKey());
        ObjectPolicy.checkPair(privateHeader, publicHeader);
        boolean approved = ApprovedOnly.require(ApprovedServices.keyPair(
                privateHeader.algorithm(), privateHeader.lengthBits(), command.curve()));
        KeyPairs.Encoded pair = keyPairs.generate(privateHeader.algorithm(),
                privateHeader.lengthBits(), command.curve(), privateHeader.keyFormat(),
                publicHeader.keyFormat());
        try {
            return new WrappedPair(seal(privateHeader, pair.privateKey(), approved),
                    seal(publicHeader, pair.publicKey(), approved));
        } finally {
            Arrays.fill(pair.privateKey(), (byte) 0);
        }
    }

    Computed sign(Sign command) throws EngineFault {
        Opened opened = context.seal().open(command.key());
        ObjectPolicy.checkUse(opened.header(), Use.SIGN, context.now());
        AsymmetricKey key = opened.privateKey();
        boolean approved = ApprovedOnly.require(
                ApprovedServices.signature(opened.header().algorithm(), key.bits(),
                        command.spec()) && !key.isOnUnapprovedCurve());
        Input input = input(new Scope(Opcode.SIGN, scope(command.spec(), command.digested()),
                opened.header()), key, command.spec(), command.digested(), command.part(),
                command.data());
        byte[] bytes = input.bytes();
        if (bytes == null) {
            return new Computed(null, approved, input.continuation());
        }
        byte[] signature = signatures.sign(key, command.spec(), bytes);
        return new Computed(context.workspace().emit(signature, 0, signature.length), approved,
                null);
    }

    Verdict verify(VerifySignature command) throws EngineFault {
        Opened opened = context.seal().open(command.key());
        ObjectPolicy.checkUse(opened.header(), Use.VERIFY, context.now());
        AsymmetricKey key = opened.publicKey();
        boolean approved = ApprovedOnly.require(
                ApprovedServices.verification(opened.header().algorithm(), key.bits())
                        && !key.isOnUnapprovedCurve());
        Input input = input(new Scope(Opcode.VERIFY_SIGNATURE,
                scope(command.spec(), command.digested()), opened.header()), key, command.spec(),
                command.digested(), command.part(), command.data());
        byte[] bytes = input.bytes();
        if (bytes == null) {
            return new Verdict(false, approved, input.continuation());
        }
        ByteBuffer signature = command.signature();
        if (signature == null) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "The signature is missing.");
        }
        return new Verdict(signatures.verify(key, command.spec(), bytes,
                CommandContext.copy(signature)), approved, null);
    }

    private Input input(Scope scope, AsymmetricKey key, SignatureSpec spec, boolean digested,
            @Nullable Part part, ByteBuffer buffer) throws EngineFault {
        byte[] data = CommandContext.copy(buffer);
        boolean signsData = Signatures.signsData(key, spec);
        if (part != null && (digested || signsData)) {
            throw new EngineFault(Reason.UNSUPPORTED,
                    "What is signed whole does not come in parts.");
        }
        if (digested && signsData) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The key signs data, not their hash.");
        }
        if (digested || signsData) {
            return new Input(data, null);
        }
        HashAlgorithm hash = Signatures.hash(spec);
        try {
            if (part == null) {
                return new Input(hashes.hash(hash, data), null);
            }
            RunningHashes.Step step = running.step(scope, hash, part,
                    () -> RunningHash.of(hash, null), data);
            return new Input(step.value(), step.continuation());
        } finally {
            Arrays.fill(data, (byte) 0);
        }
    }

    private Wrapped seal(ObjectHeader header, byte[] bytes, boolean approved)
            throws EngineFault {
        MemorySegment material = context.workspace().material(bytes.length);
        MemorySegment.copy(bytes, 0, material, ValueLayout.JAVA_BYTE, 0, bytes.length);
        Wrapped wrapped = context.seal().seal(header, Origin.GENERATED, material);
        return new Wrapped(wrapped.object(), wrapped.digest(), approved);
    }

    private static byte[] scope(SignatureSpec spec, boolean digested) {
        byte[] bytes = SpecFields.bytesOf(spec);
        byte[] scope = Arrays.copyOf(bytes, bytes.length + 1);
        scope[bytes.length] = (byte) (digested ? 1 : 0);
        return scope;
    }
}
