package io.sallyport.hsm.process;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineCommand.Hash;
import io.sallyport.hsm.command.EngineCommand.Mac;
import io.sallyport.hsm.command.EngineCommand.Random;
import io.sallyport.hsm.command.EngineCommand.Seed;
import io.sallyport.hsm.command.EngineCommand.VerifyMac;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Computed;
import io.sallyport.hsm.command.EngineResult.Material;
import io.sallyport.hsm.command.EngineResult.Seeded;
import io.sallyport.hsm.command.EngineResult.Verdict;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.MacSpec;
import io.sallyport.hsm.command.Part;
import io.sallyport.hsm.crypto.CipherAlgorithm;
import io.sallyport.hsm.crypto.Cmac;
import io.sallyport.hsm.crypto.CmacState;
import io.sallyport.hsm.crypto.Hashes;
import io.sallyport.hsm.crypto.Hmac;
import io.sallyport.hsm.crypto.KeyView;
import io.sallyport.hsm.crypto.RunningHash;
import io.sallyport.hsm.policy.ApprovedServices;
import io.sallyport.hsm.policy.ObjectPolicy;
import io.sallyport.hsm.policy.ObjectPolicy.Use;
import io.sallyport.hsm.process.Continuations.Running;
import io.sallyport.hsm.process.Continuations.Scope;
import io.sallyport.hsm.process.ObjectSeal.Opened;
import io.sallyport.hsm.wire.Opcode;
import io.sallyport.hsm.wire.SpecFields;

/** Codes, hashes and random numbers. Belongs to one thread. */
final class MacCommands {
    private static final int RANDOM_BYTES_MAX = 65_536;

    private final CommandContext context;
    private final Hashes hashes;
    private final Hmac hmac;
    private final Cmac cmac;
    private final RunningHashes running;

    MacCommands(CommandContext context, Hashes hashes) {
        this.context = context;
        this.hashes = hashes;
        this.hmac = new Hmac(hashes);
        this.cmac = new Cmac(context.bridge());
        this.running = new RunningHashes(context);
    }

    /** A value, or the continuation that takes its place before the last part. */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    private record Step(byte @Nullable [] value, @Nullable ByteBuffer continuation) {}

    Computed mac(Mac command) throws EngineFault {
        Opened key = context.seal().open(command.key());
        ObjectPolicy.checkUse(key.header(), Use.MAC_GENERATE, context.now());
        boolean approved = approved(key, command.spec());
        Step step = step(Opcode.MAC, key, command.spec(), command.part(), command.data());
        byte[] value = step.value();
        return new Computed(
                value == null ? null : context.workspace().emit(value, 0, value.length),
                approved, step.continuation());
    }

    Verdict verifyMac(VerifyMac command) throws EngineFault {
        Opened key = context.seal().open(command.key());
        ObjectPolicy.checkUse(key.header(), Use.MAC_VERIFY, context.now());
        boolean approved = approved(key, command.spec());
        Step step = step(Opcode.VERIFY_MAC, key, command.spec(), command.part(), command.data());
        byte[] value = step.value();
        ByteBuffer given = command.mac();
        if (value != null && given == null) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "The code to verify is missing.");
        }
        boolean valid = value != null && given != null
                && MessageDigest.isEqual(value, CommandContext.copy(given));
        return new Verdict(valid, approved, step.continuation());
    }

    Computed hash(Hash command) throws EngineFault {
        HashAlgorithm hash = command.hash();
        boolean approved = ApprovedOnly.require(ApprovedServices.hash(hash));
        Part part = command.part();
        byte[] data = CommandContext.copy(command.data());
        try {
            if (part == null) {
                return emit(hashes.hash(hash, data), approved);
            }
            Scope scope = new Scope(Opcode.HASH, SpecFields.bytesOf(hash), null);
            RunningHashes.Step step = running.step(scope, hash, part,
                    () -> RunningHash.of(hash, null), data);
            byte[] value = step.value();
            return value == null ? new Computed(null, approved, step.continuation())
                    : emit(value, approved);
        } finally {
            Arrays.fill(data, (byte) 0);
        }
    }

    Material random(Random command) throws EngineFault {
        int length = command.length();
        if (length < 1 || length > RANDOM_BYTES_MAX) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "Random bytes are given 1 to 65,536 at a time.");
        }
        context.nonces().fill(context.workspace().material(length));
        return new Material(context.workspace().emitMaterial(length), true);
    }

    Seeded seed(Seed command) {
        byte[] entropy = CommandContext.copy(command.entropy());
        try {
            context.nonces().addEntropy(entropy);
            return new Seeded(entropy.length);
        } finally {
            Arrays.fill(entropy, (byte) 0);
        }
    }

    private Computed emit(byte[] value, boolean approved) {
        return new Computed(context.workspace().emit(value, 0, value.length), approved, null);
    }

    private static boolean approved(Opened key, MacSpec spec) throws EngineFault {
        boolean tripleDes = spec.hash() == null
                && key.header().algorithm() == CipherAlgorithm.DES3.code();
        return ApprovedOnly
                .require(!tripleDes && ApprovedServices.mac(key.materialBytes() * Byte.SIZE));
    }

    private Step step(Opcode opcode, Opened key, MacSpec spec, @Nullable Part part,
            ByteBuffer buffer) throws EngineFault {
        Scope scope = new Scope(opcode, SpecFields.bytesOf(spec), key.header());
        HashAlgorithm hash = spec.hash();
        byte[] data = CommandContext.copy(buffer);
        try {
            return hash == null ? cmac(scope, key, part, data)
                    : hmac(scope, hash, key, part, data);
        } finally {
            Arrays.fill(data, (byte) 0);
        }
    }

    /** The code of whole data, if the module has such codes itself. */
    private byte @Nullable [] byModule(@Nullable HashAlgorithm hash, Opened key, byte[] data)
            throws EngineFault {
        try {
            return context.bridge().code(hash, new KeyView(key.material()), data);
        } catch (GeneralSecurityException e) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The module does not take the key for this.");
        }
    }

    private Step hmac(Scope scope, HashAlgorithm hash, Opened key, @Nullable Part part,
            byte[] data) throws EngineFault {
        byte[] whole = part == null ? byModule(hash, key, data) : null;
        if (whole != null) {
            return new Step(whole, null);
        }
        byte[] bytes = CommandContext.material(key);
        try {
            if (part == null) {
                return new Step(hmac.compute(hash, bytes, data), null);
            }
            RunningHashes.Step step = running.step(scope, hash, part,
                    () -> hmac.begin(hash, bytes), data);
            byte[] inner = step.value();
            return new Step(inner == null ? null : hmac.finish(hash, bytes, inner),
                    step.continuation());
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private Step cmac(Scope scope, Opened key, @Nullable Part part, byte[] data)
            throws EngineFault {
        CipherAlgorithm algorithm = CipherAlgorithm.of(key.header().algorithm(),
                key.materialBytes());
        boolean served = algorithm == CipherAlgorithm.DES3
                || (algorithm == CipherAlgorithm.AES && key.materialBytes() <= 32);
        if (!served) {
            throw new EngineFault(Reason.UNSUPPORTED, "CMAC is served with AES and triple DES.");
        }
        boolean byModule = part == null && algorithm == CipherAlgorithm.AES;
        byte[] whole = byModule ? byModule(null, key, data) : null;
        if (whole != null) {
            return new Step(whole, null);
        }
        KeyView view = new KeyView(key.material());
        if (part == null) {
            return new Step(cmac.compute(algorithm, view, data, data.length), null);
        }
        ByteBuffer before = part.continuation();
        Running last = before == null ? new Running(0, CmacState.begin(algorithm))
                : context.continuations().open(scope, before);
        CmacState state = new CmacState(cmac, algorithm, view, last.state());
        if (part.last()) {
            return new Step(state.finish(data), null);
        }
        return new Step(null, context.continuations().seal(scope,
                new Running(last.sequence() + 1, state.update(data))));
    }
}
