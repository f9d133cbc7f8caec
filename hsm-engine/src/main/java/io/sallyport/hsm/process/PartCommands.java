package io.sallyport.hsm.process;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.EngineCommand.Decrypt;
import io.sallyport.hsm.command.EngineCommand.Encrypt;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Encrypted;
import io.sallyport.hsm.command.EngineResult.Material;
import io.sallyport.hsm.command.Part;
import io.sallyport.hsm.crypto.CipherAlgorithm;
import io.sallyport.hsm.crypto.CipherParts;
import io.sallyport.hsm.crypto.CipherParts.Task;
import io.sallyport.hsm.crypto.CipherState;
import io.sallyport.hsm.crypto.KeyView;
import io.sallyport.hsm.crypto.SymmetricCiphers;
import io.sallyport.hsm.crypto.Workspace;
import io.sallyport.hsm.policy.ApprovedServices;
import io.sallyport.hsm.process.Continuations.Running;
import io.sallyport.hsm.process.Continuations.Scope;
import io.sallyport.hsm.process.ObjectSeal.Opened;
import io.sallyport.hsm.wire.Opcode;
import io.sallyport.hsm.wire.SpecFields;

/** Encryption and decryption in parts. Belongs to one thread. */
final class PartCommands {
    private final CommandContext context;
    private final Workspace workspace;
    private final SymmetricCiphers ciphers;
    private final CipherParts parts;

    PartCommands(CommandContext context, SymmetricCiphers ciphers) {
        this.context = context;
        this.workspace = context.workspace();
        this.ciphers = ciphers;
        this.parts = new CipherParts(ciphers, context.bridge());
    }

    /** What a part gave: bytes of the workspace's second array, and the continuation. */
    private record Step(int count, @Nullable ByteBuffer continuation) {}

    Encrypted encrypt(Opened key, Encrypt command, Part part) throws EngineFault {
        CipherSpec spec = command.spec();
        boolean first = part.continuation() == null;
        if (spec.randomIv() && command.iv() != null) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The IV is either given or made here.");
        }
        boolean approved = ApprovedOnly
                .require(ApprovedServices.encryption(key.header().algorithm(), spec));
        Task task = task(true, key, spec);
        byte[] made = first && spec.randomIv() ? ciphers.newIv(task.algorithm(), spec) : null;
        byte[] iv = made == null ? CommandContext.bytes(command.iv()) : made;
        Step step = step(new Scope(Opcode.ENCRYPT, SpecFields.bytesOf(spec), key.header()), task,
                part, new Given(iv, CommandContext.bytes(command.associatedData()), null),
                command.data());
        int tag = part.last() ? spec.tagLengthBytes() : 0;
        byte[] output = workspace.second(step.count() + tag);
        return new Encrypted(workspace.emit(output, 0, step.count()),
                made == null ? null : workspace.emit(made, 0, made.length),
                tag == 0 ? null : workspace.emit(output, step.count(), tag),
                approved, step.continuation());
    }

    Material decrypt(Opened key, Decrypt command, Part part) throws EngineFault {
        CipherSpec spec = command.spec();
        boolean approved = ApprovedOnly
                .require(ApprovedServices.decryption(key.header().algorithm(), spec));
        Step step = step(new Scope(Opcode.DECRYPT, SpecFields.bytesOf(spec), key.header()),
                task(false, key, spec), part,
                new Given(CommandContext.bytes(command.iv()),
                        CommandContext.bytes(command.associatedData()),
                        CommandContext.bytes(command.tag())),
                command.data());
        byte[] output = workspace.second(step.count());
        return new Material(workspace.emit(output, 0, step.count()), approved,
                step.continuation());
    }

    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    private record Given(byte @Nullable [] iv, byte @Nullable [] associated,
            byte @Nullable [] tag) {}

    private Step step(Scope scope, Task task, Part part, Given given, ByteBuffer data)
            throws EngineFault {
        ByteBuffer before = part.continuation();
        if (before != null && (given.iv() != null || given.associated() != null)) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "IV and associated data come with the first part.");
        }
        Running running = before == null ? null : context.continuations().open(scope, before);
        CipherState state = running == null
                ? parts.begin(task, given.iv(), given.associated())
                : CipherState.decode(running.state());
        try {
            int waiting = state.waiting().length;
            int length = waiting + data.remaining();
            byte[] input = workspace.first(SymmetricCiphers.roomFor(length));
            System.arraycopy(state.waiting(), 0, input, 0, waiting);
            data.get(data.position(), input, waiting, data.remaining());
            byte[] output = workspace.second(SymmetricCiphers.roomFor(length));
            if (part.last()) {
                return new Step(parts.finish(task, state, input, length, given.tag(), output),
                        null);
            }
            int count = parts.update(task, state, input, length, output);
            int sequence = running == null ? 1 : running.sequence() + 1;
            return new Step(count, context.continuations().seal(scope,
                    new Running(sequence, state.encode())));
        } finally {
            state.wipe();
            if (running != null) {
                Arrays.fill(running.state(), (byte) 0);
            }
        }
    }

    private static Task task(boolean encrypts, Opened key, CipherSpec spec) throws EngineFault {
        return new Task(encrypts, CipherAlgorithm.of(key.header().algorithm(),
                key.materialBytes()), spec, new KeyView(key.material()));
    }
}
