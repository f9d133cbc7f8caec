package io.sallyport.hsm.process;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineCommand.Amend;
import io.sallyport.hsm.command.EngineCommand.Decrypt;
import io.sallyport.hsm.command.EngineCommand.Encrypt;
import io.sallyport.hsm.command.EngineCommand.Export;
import io.sallyport.hsm.command.EngineCommand.ExportWrapped;
import io.sallyport.hsm.command.EngineCommand.Generate;
import io.sallyport.hsm.command.EngineCommand.Import;
import io.sallyport.hsm.command.EngineCommand.Status;
import io.sallyport.hsm.command.EngineCommand.Verify;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.EngineResult.Encrypted;
import io.sallyport.hsm.command.EngineResult.Material;
import io.sallyport.hsm.command.EngineResult.StatusReport;
import io.sallyport.hsm.command.EngineResult.Verified;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.command.EngineResult.WrappedMaterial;
import io.sallyport.hsm.crypto.BlockModes;
import io.sallyport.hsm.crypto.CipherAlgorithm;
import io.sallyport.hsm.crypto.JcaBridge;
import io.sallyport.hsm.crypto.KeyView;
import io.sallyport.hsm.crypto.KeyWrap;
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
import io.sallyport.hsm.policy.ObjectPolicy.Use;
import io.sallyport.hsm.process.ObjectSeal.Opened;

/**
 * Carries out one command after another: open, ask the policy, use, wipe. Buffers of a result live
 * until {@link #wipe}, which must follow every command. Belongs to one thread.
 */
final class CommandExecutor implements AutoCloseable {
    private final Workspace workspace = new Workspace(StoredForm.MATERIAL_BYTES_MAX);
    private final NonceSource nonces = new NonceSource();
    private final ObjectSeal seal;
    private final BlockModes modes;
    private final KeyWrap keyWrap;
    private final InstantSource clock;
    private final Supplier<StatusReport> status;
    private final AtomicLong served;

    /** An executor that counts each command in {@code served}. */
    CommandExecutor(Keyring keyring, InstantSource clock, Supplier<StatusReport> status,
            AtomicLong served) {
        JcaBridge bridge = new JcaBridge();
        this.seal = new ObjectSeal(keyring, workspace, nonces, new Xaes256Gcm(bridge));
        this.modes = new BlockModes(bridge, nonces);
        this.keyWrap = new KeyWrap(bridge);
        this.clock = clock;
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
            case ExportWrapped c -> exportWrapped(c);
            case Encrypt c -> encrypt(c);
            case Decrypt c -> decrypt(c);
            case Amend c -> amend(c);
            case Verify c -> new Verified(seal.digest(seal.open(c.object())));
            case Status ignored -> status.get();
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

    private WrappedMaterial exportWrapped(ExportWrapped command) throws EngineFault {
        Opened opened = seal.open(command.object());
        Opened kek = seal.openSecond(command.wrappingKey());
        ObjectPolicy.checkWrap(opened.header(), kek.header(), kek.form().origin(), now());
        CipherAlgorithm.of(kek.header().algorithm(), kek.materialBytes());
        int prefix = command.prefix().remaining();
        int suffix = command.suffix().remaining();
        int length = prefix + opened.materialBytes() + suffix;
        byte[] clear = workspace.first(length);
        command.prefix().get(command.prefix().position(), clear, 0, prefix);
        MemorySegment.copy(opened.material(), ValueLayout.JAVA_BYTE, 0, clear, prefix,
                opened.materialBytes());
        command.suffix().get(command.suffix().position(), clear, length - suffix, suffix);
        byte[] wrapped = workspace.second(KeyWrap.roomFor(length));
        int count = keyWrap.wrap(command.spec(), new KeyView(kek.material()), clear, length,
                wrapped);
        return new WrappedMaterial(workspace.emit(wrapped, 0, count));
    }

    private Encrypted encrypt(Encrypt command) throws EngineFault {
        Opened opened = seal.open(command.key());
        ObjectPolicy.checkUse(opened.header(), Use.ENCRYPT, now());
        CipherAlgorithm algorithm = CipherAlgorithm.of(opened.header().algorithm(),
                opened.materialBytes());
        CipherSpec spec = command.spec();
        if (spec.randomIv() && command.iv() != null) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The IV is either given or made here.");
        }
        byte[] iv = spec.randomIv() ? modes.newIv(algorithm, spec) : bytes(command.iv());
        int length = command.data().remaining();
        byte[] clear = workspace.first(BlockModes.roomFor(length));
        command.data().get(command.data().position(), clear, 0, length);
        byte[] output = workspace.second(BlockModes.roomFor(length));
        int count = modes.encrypt(algorithm, spec, new KeyView(opened.material()),
                new BlockModes.Input(iv, bytes(command.associatedData()), clear, length), output);
        int tag = spec.mode() == Mode.GCM ? spec.tagLengthBytes() : 0;
        ByteBuffer data = workspace.emit(output, 0, count - tag);
        return new Encrypted(data,
                spec.randomIv() && iv != null ? workspace.emit(iv, 0, iv.length) : null,
                tag > 0 ? workspace.emit(output, count - tag, tag) : null,
                BlockModes.encryptionApproved(algorithm, spec));
    }

    private Material decrypt(Decrypt command) throws EngineFault {
        Opened opened = seal.open(command.key());
        ObjectPolicy.checkUse(opened.header(), Use.DECRYPT, now());
        CipherAlgorithm algorithm = CipherAlgorithm.of(opened.header().algorithm(),
                opened.materialBytes());
        CipherSpec spec = command.spec();
        ByteBuffer tag = command.tag();
        int tagBytes = tag == null ? 0 : tag.remaining();
        if (tagBytes != (spec.mode() == Mode.GCM ? spec.tagLengthBytes() : 0)) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The tag has not the length that the parameters say.");
        }
        int length = command.data().remaining() + tagBytes;
        byte[] input = workspace.first(BlockModes.roomFor(length));
        command.data().get(command.data().position(), input, 0, length - tagBytes);
        if (tag != null) {
            tag.get(tag.position(), input, length - tagBytes, tagBytes);
        }
        byte[] output = workspace.second(BlockModes.roomFor(length));
        int count = modes.decrypt(algorithm, spec, new KeyView(opened.material()),
                new BlockModes.Input(bytes(command.iv()), bytes(command.associatedData()), input,
                        length),
                output);
        return new Material(workspace.emit(output, 0, count),
                BlockModes.decryptionApproved(algorithm, spec));
    }

    private Wrapped amend(Amend command) throws EngineFault {
        Opened opened = seal.open(command.object());
        ObjectHeader next = AmendPolicy.admit(opened.header(), command.next(), now());
        MemorySegment material = next.state().isDestroyed() ? workspace.material(0)
                : opened.material();
        return seal.seal(next, opened.form().origin(), material);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] copy = new byte[buffer.remaining()];
        buffer.get(buffer.position(), copy);
        return copy;
    }

    private static void setOddParity(MemorySegment key) {
        for (long i = 0; i < key.byteSize(); i++) {
            int bits = key.get(ValueLayout.JAVA_BYTE, i) & 0xfe;
            int parity = ~Integer.bitCount(bits) & 1;
            key.set(ValueLayout.JAVA_BYTE, i, (byte) (bits | parity));
        }
    }
}
