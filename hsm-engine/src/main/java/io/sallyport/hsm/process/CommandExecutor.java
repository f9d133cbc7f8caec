package io.sallyport.hsm.process;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineCommand.Amend;
import io.sallyport.hsm.command.EngineCommand.Decrypt;
import io.sallyport.hsm.command.EngineCommand.Derive;
import io.sallyport.hsm.command.EngineCommand.Encrypt;
import io.sallyport.hsm.command.EngineCommand.Export;
import io.sallyport.hsm.command.EngineCommand.ExportWrapped;
import io.sallyport.hsm.command.EngineCommand.Generate;
import io.sallyport.hsm.command.EngineCommand.GeneratePair;
import io.sallyport.hsm.command.EngineCommand.Hash;
import io.sallyport.hsm.command.EngineCommand.Import;
import io.sallyport.hsm.command.EngineCommand.ImportWrapped;
import io.sallyport.hsm.command.EngineCommand.Join;
import io.sallyport.hsm.command.EngineCommand.Mac;
import io.sallyport.hsm.command.EngineCommand.Random;
import io.sallyport.hsm.command.EngineCommand.Seed;
import io.sallyport.hsm.command.EngineCommand.Sign;
import io.sallyport.hsm.command.EngineCommand.Split;
import io.sallyport.hsm.command.EngineCommand.Status;
import io.sallyport.hsm.command.EngineCommand.Verify;
import io.sallyport.hsm.command.EngineCommand.VerifyMac;
import io.sallyport.hsm.command.EngineCommand.VerifySignature;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.EngineResult.Material;
import io.sallyport.hsm.command.EngineResult.StatusReport;
import io.sallyport.hsm.command.EngineResult.Verified;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.crypto.JcaBridge;
import io.sallyport.hsm.crypto.MaterialLength;
import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.crypto.Workspace;
import io.sallyport.hsm.crypto.Xaes256Gcm;
import io.sallyport.hsm.keyring.Keyring;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Origin;
import io.sallyport.hsm.object.StoredForm;
import io.sallyport.hsm.policy.AmendPolicy;
import io.sallyport.hsm.policy.ObjectPolicy;
import io.sallyport.hsm.process.ObjectSeal.Opened;

/**
 * Carries out one command after another: open, ask the policy, use, wipe. Buffers of a result live
 * until {@link #wipe}, which must follow every command. Belongs to one thread.
 */
final class CommandExecutor implements AutoCloseable {
    private final Workspace workspace = new Workspace(StoredForm.MATERIAL_BYTES_MAX);
    private final NonceSource nonces = new NonceSource();
    private final ObjectSeal seal;
    private final CommandContext context;
    private final CipherCommands cipherCommands;
    private final Supplier<StatusReport> status;
    private final AtomicLong served;

    /** An executor that counts each command in {@code served}. */
    CommandExecutor(Keyring keyring, InstantSource clock, Supplier<StatusReport> status,
            AtomicLong served) {
        JcaBridge bridge = new JcaBridge();
        this.seal = new ObjectSeal(keyring, workspace, nonces, new Xaes256Gcm(bridge));
        this.context = new CommandContext(workspace, seal, bridge, nonces, clock);
        this.cipherCommands = new CipherCommands(context);
        this.status = status;
        this.served = served;
    }

    /** Carries out a command. */
    EngineResult execute(EngineCommand<?> command) throws EngineFault {
        served.incrementAndGet();
        return switch (command) {
            case Generate c -> generate(c.header());
            case Import c -> importMaterial(c);
            case Export c -> export(c);
            case ExportWrapped c -> cipherCommands.exportWrapped(c);
            case Encrypt c -> cipherCommands.encrypt(c);
            case Decrypt c -> cipherCommands.decrypt(c);
            case Amend c -> amend(c);
            case Verify c -> new Verified(seal.digest(seal.open(c.object())));
            case Status _ -> status.get();
            case GeneratePair _,Sign _,VerifySignature _,Mac _,VerifyMac _,Hash _,Random _,Seed _,Derive _,Split _,Join _,ImportWrapped _ ->
                throw new EngineFault(Reason.UNSUPPORTED, "The command is not served yet.");
        };
    }

    /** Zeroes what the last command left. */
    void wipe() {
        workspace.wipe();
    }

    @Override
    public void close() {
        workspace.close();
    }

    private Wrapped generate(ObjectHeader asked) throws EngineFault {
        ObjectHeader header = ObjectPolicy.admit(asked);
        int length = MaterialLength.ofNew(header.algorithm(), header.lengthBits());
        MemorySegment material = workspace.material(length);
        nonces.fill(material);
        if (MaterialLength.hasParity(header.algorithm())) {
            setOddParity(material);
        }
        return seal.seal(header, Origin.GENERATED, material);
    }

    private Wrapped importMaterial(Import command) throws EngineFault {
        ObjectHeader header = ObjectPolicy.admit(command.header());
        int length = command.material().remaining();
        if (length == 0 || length > StoredForm.MATERIAL_BYTES_MAX) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "Material has 1 to " + StoredForm.MATERIAL_BYTES_MAX + " bytes.");
        }
        MemorySegment material = workspace.material(length);
        material.copyFrom(MemorySegment.ofBuffer(command.material()));
        return seal.seal(header, Origin.IMPORTED, material);
    }

    private Material export(Export command) throws EngineFault {
        Opened opened = seal.open(command.object());
        ObjectPolicy.checkExport(opened.header());
        return new Material(workspace.emitMaterial(opened.materialBytes()), true);
    }

    private Wrapped amend(Amend command) throws EngineFault {
        Opened opened = seal.open(command.object());
        ObjectHeader next = AmendPolicy.admit(opened.header(), command.next(), context.now());
        MemorySegment material = next.state().isDestroyed() ? workspace.material(0)
                : opened.material();
        return seal.seal(next, opened.form().origin(), material);
    }

    private static void setOddParity(MemorySegment key) {
        for (long i = 0; i < key.byteSize(); i++) {
            int bits = key.get(ValueLayout.JAVA_BYTE, i) & 0xfe;
            int parity = ~Integer.bitCount(bits) & 1;
            key.set(ValueLayout.JAVA_BYTE, i, (byte) (bits | parity));
        }
    }
}
