package io.sallyport.hsm.process;

import java.lang.foreign.MemorySegment;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.algorithm.Family;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineCommand.Amend;
import io.sallyport.hsm.command.EngineCommand.Decapsulate;
import io.sallyport.hsm.command.EngineCommand.Decrypt;
import io.sallyport.hsm.command.EngineCommand.Derive;
import io.sallyport.hsm.command.EngineCommand.Encapsulate;
import io.sallyport.hsm.command.EngineCommand.Encrypt;
import io.sallyport.hsm.command.EngineCommand.Export;
import io.sallyport.hsm.command.EngineCommand.ExportAs;
import io.sallyport.hsm.command.EngineCommand.ExportPkcs12;
import io.sallyport.hsm.command.EngineCommand.ExportWrapped;
import io.sallyport.hsm.command.EngineCommand.Generate;
import io.sallyport.hsm.command.EngineCommand.GeneratePair;
import io.sallyport.hsm.command.EngineCommand.Hash;
import io.sallyport.hsm.command.EngineCommand.Import;
import io.sallyport.hsm.command.EngineCommand.ImportWrapped;
import io.sallyport.hsm.command.EngineCommand.Join;
import io.sallyport.hsm.command.EngineCommand.Mac;
import io.sallyport.hsm.command.EngineCommand.Random;
import io.sallyport.hsm.command.EngineCommand.RetireTerm;
import io.sallyport.hsm.command.EngineCommand.Rewrap;
import io.sallyport.hsm.command.EngineCommand.RotateTerm;
import io.sallyport.hsm.command.EngineCommand.RunSelfTests;
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
import io.sallyport.hsm.command.EngineResult.StatusReport;
import io.sallyport.hsm.command.EngineResult.Verified;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.crypto.AlgorithmTests;
import io.sallyport.hsm.crypto.Hashes;
import io.sallyport.hsm.crypto.JcaBridge;
import io.sallyport.hsm.crypto.MaterialLength;
import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.crypto.Rsa;
import io.sallyport.hsm.crypto.Signatures;
import io.sallyport.hsm.crypto.SymmetricCiphers;
import io.sallyport.hsm.crypto.Workspace;
import io.sallyport.hsm.crypto.Xaes256Gcm;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Origin;
import io.sallyport.hsm.object.StoredForm;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.policy.AmendPolicy;
import io.sallyport.hsm.policy.ObjectPolicy;
import io.sallyport.hsm.process.ObjectSeal.Opened;
import io.sallyport.hsm.seal.Terms;

/**
 * Carries out one command after another: open, ask the policy, use, wipe. Buffers of a result live
 * until {@link #wipe}, which must follow every command. Belongs to one thread.
 */
final class CommandExecutor implements AutoCloseable {
    private final Workspace workspace = new Workspace(StoredForm.MATERIAL_BYTES_MAX);
    private final NonceSource nonces;
    private final ObjectSeal seal;
    private final SelfTests selfTests;
    private final AlgorithmTests algorithmTests;
    private final CommandContext context;
    private final ExportCommands exportCommands;
    private final CipherCommands cipherCommands;
    private final SignatureCommands signatureCommands;
    private final QuantumCommands quantumCommands;
    private final MacCommands macCommands;
    private final DerivationCommands derivationCommands;
    private final TermCommands termCommands;
    private final Supplier<StatusReport> status;
    private final AtomicLong served;

    /** An executor that counts each command in {@code served}. */
    CommandExecutor(Terms terms, InstantSource clock, Supplier<StatusReport> status,
            AtomicLong served, SelfTests selfTests) {
        this.selfTests = selfTests;
        this.algorithmTests = selfTests.algorithms();
        this.nonces = selfTests.source();
        JcaBridge bridge = new JcaBridge();
        Xaes256Gcm xaes = new Xaes256Gcm(bridge);
        this.seal = new ObjectSeal(terms, workspace, nonces, xaes);
        this.context = new CommandContext(workspace, seal,
                new Continuations(terms, workspace, nonces, xaes), bridge, nonces, clock);
        Hashes hashes = new Hashes();
        Rsa rsa = new Rsa(hashes, nonces);
        SymmetricCiphers ciphers = new SymmetricCiphers(bridge, nonces);
        this.quantumCommands = new QuantumCommands(context,
                algorithmTests.quantumKeys(nonces));
        this.exportCommands = new ExportCommands(context, quantumCommands);
        ForeignMaterial foreignMaterial = new ForeignMaterial(quantumCommands);
        this.cipherCommands = new CipherCommands(context, ciphers, rsa, foreignMaterial);
        Signatures signatures = new Signatures(rsa);
        this.signatureCommands = new SignatureCommands(context, hashes, signatures,
                algorithmTests.keyPairs(nonces, signatures, hashes));
        this.macCommands = new MacCommands(context, hashes);
        this.derivationCommands = new DerivationCommands(context, hashes, ciphers,
                foreignMaterial);
        this.termCommands = new TermCommands(terms, seal);
        this.status = status;
        this.served = served;
    }

    /** Carries out a command. */
    EngineResult execute(EngineCommand<?> command) throws EngineFault {
        served.incrementAndGet();
        Family family = family(command);
        if (family != null) {
            algorithmTests.require(family);
        }
        Family stored = stored(command);
        if (stored != null) {
            algorithmTests.require(stored);
        }
        return switch (command) {
            case Generate c -> generate(c.header());
            case Import c -> importMaterial(c);
            case Export c -> exportCommands.export(c);
            case ExportAs c -> exportCommands.exportAs(c);
            case ExportPkcs12 c -> exportCommands.exportPkcs12(c);
            case ExportWrapped c -> cipherCommands.exportWrapped(c);
            case Encrypt c -> cipherCommands.encrypt(c);
            case Decrypt c -> cipherCommands.decrypt(c);
            case Amend c -> amend(c);
            case Verify c -> new Verified(seal.digest(seal.open(c.object())));
            case Status _ -> status.get();
            case RunSelfTests _ -> selfTests.run();
            case ImportWrapped c -> cipherCommands.importWrapped(c);
            case GeneratePair c when QuantumCommands.serves(c.privateKey()) ->
                quantumCommands.generatePair(c);
            case Sign c when QuantumCommands.serves(c.key().header()) -> quantumCommands.sign(c);
            case VerifySignature c when QuantumCommands.serves(c.key().header()) ->
                quantumCommands.verify(c);
            case Encapsulate c -> quantumCommands.encapsulate(c);
            case Decapsulate c -> quantumCommands.decapsulate(c);
            case GeneratePair c -> signatureCommands.generatePair(c);
            case Sign c -> signatureCommands.sign(c);
            case VerifySignature c -> signatureCommands.verify(c);
            case Mac c -> macCommands.mac(c);
            case VerifyMac c -> macCommands.verifyMac(c);
            case Hash c -> macCommands.hash(c);
            case Random c -> macCommands.random(c);
            case Seed c -> macCommands.seed(c);
            case Derive c -> derivationCommands.derive(c);
            case Split c -> derivationCommands.split(c);
            case Join c -> derivationCommands.join(c);
            case RotateTerm _ -> termCommands.rotate();
            case RetireTerm c -> termCommands.retire(c);
            case Rewrap c -> termCommands.rewrap(c);
        };
    }

    /** What has to be tested before the command, beyond what is tested at the start. */
    private static @Nullable Family family(EngineCommand<?> command) {
        return switch (command) {
            case Encrypt c -> family(c.key(), c.spec());
            case Decrypt c -> family(c.key(), c.spec());
            case ExportWrapped c -> family(c.wrappingKey(), c.spec().cipher());
            case ImportWrapped c -> family(c.wrappingKey(), c.spec().cipher());
            case GeneratePair c -> family(c.privateKey());
            case Sign c -> family(c.key().header());
            case VerifySignature c -> family(c.key().header());
            case ExportAs c -> family(c.object().header());
            case Encapsulate c -> family(c.key().header());
            case Decapsulate c -> family(c.key().header());
            case ExportPkcs12 _ -> Family.DERIVATION;
            case Mac _,VerifyMac _ -> Family.MAC;
            case Hash _ -> Family.HASH;
            case Derive c -> c.spec().method() == DerivationSpec.Method.ASYMMETRIC_KEY
                    ? Family.KEY_PAIR
                    : Family.DERIVATION;
            case Split _,Join _ -> Family.SPLIT;
            case Generate _,Import _,Export _,Amend _,Verify _,Status _,Random _,Seed _ -> null;
            case RotateTerm _,RetireTerm _,Rewrap _,RunSelfTests _ -> null;
        };
    }

    private static @Nullable Family family(WrappedObject key, CipherSpec spec) {
        if (key.header().objectType() != EngineCommand.SYMMETRIC_KEY) {
            return Family.KEY_PAIR;
        }
        return spec.mode().family();
    }

    /** The family of a key pair's algorithm. */
    private static Family family(ObjectHeader header) {
        Family own = ownFamily(header);
        return own == null ? Family.KEY_PAIR : own;
    }

    /** What has to be tested before the material of somebody else is checked and stored. */
    private static @Nullable Family stored(EngineCommand<?> command) {
        if (command instanceof Import c) {
            return ownFamily(c.header());
        }
        if (command instanceof ImportWrapped c) {
            return ownFamily(c.header());
        }
        return command instanceof Join c ? ownFamily(c.header()) : null;
    }

    private static @Nullable Family ownFamily(ObjectHeader header) {
        Algorithm algorithm = Algorithm.of(header.algorithm());
        return algorithm != null && QuantumCommands.serves(header) ? algorithm.family() : null;
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
            CommandContext.setOddParity(material);
        }
        return seal.seal(header, ObjectPolicy.ofGenerated(header), material);
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
        // What is kept for its owner, wrapped or elsewhere, is as long as it came.
        quantumCommands.checkForeign(header, material);
        return seal.seal(header, Origin.IMPORTED, material);
    }

    private Wrapped amend(Amend command) throws EngineFault {
        Opened opened = seal.open(command.object());
        ObjectHeader next = AmendPolicy.admit(opened.header(), command.next(), context.now());
        MemorySegment material = next.state().isDestroyed() ? workspace.material(0)
                : opened.material();
        return seal.seal(next, opened.form().origin(), material);
    }
}
