package io.sallyport.hsm.process;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineCommand.Decrypt;
import io.sallyport.hsm.command.EngineCommand.Encrypt;
import io.sallyport.hsm.command.EngineCommand.ExportWrapped;
import io.sallyport.hsm.command.EngineCommand.ImportWrapped;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Encrypted;
import io.sallyport.hsm.command.EngineResult.Material;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.command.EngineResult.WrappedMaterial;
import io.sallyport.hsm.crypto.CipherAlgorithm;
import io.sallyport.hsm.crypto.KeyView;
import io.sallyport.hsm.crypto.Rsa;
import io.sallyport.hsm.crypto.SymmetricCiphers;
import io.sallyport.hsm.crypto.SymmetricCiphers.Input;
import io.sallyport.hsm.crypto.Workspace;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Origin;
import io.sallyport.hsm.object.StoredForm;
import io.sallyport.hsm.policy.ApprovedServices;
import io.sallyport.hsm.policy.MechanismPolicy;
import io.sallyport.hsm.policy.ObjectPolicy;
import io.sallyport.hsm.policy.ObjectPolicy.Use;
import io.sallyport.hsm.process.ObjectSeal.Opened;

/** Encrypt, Decrypt, and wrapping, which is encryption of material. Belongs to one thread. */
final class CipherCommands {
    private final CommandContext context;
    private final Workspace workspace;
    private final SymmetricCiphers ciphers;
    private final Rsa rsa;
    private final PartCommands parts;
    private final ForeignMaterial foreignMaterial;

    CipherCommands(CommandContext context, SymmetricCiphers ciphers, Rsa rsa,
            ForeignMaterial foreignMaterial) {
        this.foreignMaterial = foreignMaterial;
        this.context = context;
        this.workspace = context.workspace();
        this.ciphers = ciphers;
        this.rsa = rsa;
        this.parts = new PartCommands(context, ciphers);
    }

    /** A ciphertext in the workspace's second array: the data, then the tag. */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    private record Sealed(byte @Nullable [] madeIv, byte[] bytes, int dataBytes, int tagBytes) {}

    Encrypted encrypt(Encrypt command) throws EngineFault {
        Opened key = context.seal().open(command.key());
        ObjectPolicy.checkUse(key.header(), Use.ENCRYPT, context.now());
        MechanismPolicy.checkCipher(key.header(), command.spec());
        if (command.part() != null) {
            return parts.encrypt(key, command, command.part());
        }
        boolean approved = ApprovedOnly.require(
                ApprovedServices.encryption(key.header().algorithm(), command.spec()));
        int length = command.data().remaining();
        byte[] clear = workspace.first(SymmetricCiphers.roomFor(length));
        command.data().get(command.data().position(), clear, 0, length);
        Sealed sealed = seal(key, command.spec(), command.iv(), command.associatedData(), clear,
                length);
        return new Encrypted(data(sealed), iv(sealed), tag(sealed), approved);
    }

    Material decrypt(Decrypt command) throws EngineFault {
        Opened key = context.seal().open(command.key());
        ObjectPolicy.checkUse(key.header(), Use.DECRYPT, context.now());
        MechanismPolicy.checkCipher(key.header(), command.spec());
        if (command.part() != null) {
            return parts.decrypt(key, command, command.part());
        }
        boolean approved = ApprovedOnly.require(
                ApprovedServices.decryption(key.header().algorithm(), command.spec()));
        int count = open(key, command.spec(), new Ciphertext(command.iv(),
                command.associatedData(), command.tag(), command.data()));
        byte[] clear = workspace.second(count);
        return new Material(workspace.emit(clear, 0, count), approved);
    }

    WrappedMaterial exportWrapped(ExportWrapped command) throws EngineFault {
        Opened opened = context.seal().open(command.object());
        Opened kek = context.seal().openSecond(command.wrappingKey());
        ObjectPolicy.checkWrap(opened.form(), kek.form(), command.spec().cipher(),
                context.now());
        boolean approved = ApprovedOnly.require(ApprovedServices
                .encryption(kek.header().algorithm(), command.spec().cipher()));
        int prefix = command.prefix().remaining();
        int suffix = command.suffix().remaining();
        int length = prefix + opened.materialBytes() + suffix;
        byte[] clear = workspace.first(SymmetricCiphers.roomFor(length));
        command.prefix().get(command.prefix().position(), clear, 0, prefix);
        MemorySegment.copy(opened.material(), ValueLayout.JAVA_BYTE, 0, clear, prefix,
                opened.materialBytes());
        command.suffix().get(command.suffix().position(), clear, length - suffix, suffix);
        if (prefix + suffix > 0) {
            KeyValue.requireWhole(new KeyValue(prefix, opened.materialBytes()), clear, length,
                    opened.header().keyFormat());
        }
        Sealed sealed = seal(kek, command.spec().cipher(), command.iv(), command.associatedData(),
                clear, length);
        return new WrappedMaterial(data(sealed), iv(sealed), tag(sealed), approved);
    }

    Wrapped importWrapped(ImportWrapped command) throws EngineFault {
        Opened kek = context.seal().openSecond(command.wrappingKey());
        CipherSpec spec = command.spec().cipher();
        ObjectHeader header = ObjectPolicy.admitUnwrapped(command.header(), kek.form(), spec,
                context.now());
        boolean approved = ApprovedOnly
                .require(ApprovedServices.decryption(kek.header().algorithm(), spec));
        int count = open(kek, spec, new Ciphertext(command.iv(), command.associatedData(),
                command.tag(), command.wrapped()));
        byte[] clear = workspace.second(count);
        KeyValue value = switch (command.encoding()) {
            case NONE -> new KeyValue(0, count);
            case TTLV -> KeyValue.find(clear, count, header.keyFormat());
        };
        if (value.length() < 1 || value.length() > StoredForm.MATERIAL_BYTES_MAX) {
            throw new EngineFault(Reason.CRYPTOGRAPHIC_FAILURE,
                    "The ciphertext does not verify.");
        }
        MemorySegment material = workspace.material(value.length());
        MemorySegment.copy(clear, value.offset(), material, ValueLayout.JAVA_BYTE, 0,
                value.length());
        checkForeign(header, material);
        Wrapped wrapped = context.seal().seal(header, Origin.IMPORTED, material);
        return new Wrapped(wrapped.object(), wrapped.digest(), approved);
    }

    /** What is wrong with what was unwrapped is told as anything else that is wrong. */
    private void checkForeign(ObjectHeader header, MemorySegment material) throws EngineFault {
        try {
            foreignMaterial.check(header, material);
        } catch (EngineFault e) {
            throw new EngineFault(Reason.CRYPTOGRAPHIC_FAILURE,
                    "The ciphertext does not verify.");
        }
    }

    /** Encrypts the first bytes of the workspace's first array. */
    private Sealed seal(Opened key, CipherSpec spec, @Nullable ByteBuffer givenIv,
            @Nullable ByteBuffer associated, byte[] clear, int length) throws EngineFault {
        if (spec.randomIv() && givenIv != null) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The IV is either given or made here.");
        }
        if (key.header().objectType() != EngineCommand.SYMMETRIC_KEY) {
            return sealByRsa(key, spec, givenIv, associated, Arrays.copyOf(clear, length));
        }
        CipherAlgorithm algorithm = algorithm(key);
        byte[] made = spec.randomIv() ? ciphers.newIv(algorithm, spec) : null;
        byte[] iv = made == null ? CommandContext.bytes(givenIv) : made;
        byte[] output = workspace.second(SymmetricCiphers.roomFor(length));
        int count = ciphers.encrypt(algorithm, spec, new KeyView(key.material()),
                new Input(iv, CommandContext.bytes(associated), clear, length), output);
        return new Sealed(made, output, count - spec.tagLengthBytes(), spec.tagLengthBytes());
    }

    private record Ciphertext(@Nullable ByteBuffer iv, @Nullable ByteBuffer associated,
            @Nullable ByteBuffer tag, ByteBuffer data) {}

    /** Decrypts into the workspace's second array and tells how many bytes. */
    private int open(Opened key, CipherSpec spec, Ciphertext sealed) throws EngineFault {
        ByteBuffer tag = sealed.tag();
        int tagBytes = tag == null ? 0 : tag.remaining();
        if (tagBytes != spec.tagLengthBytes()) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The tag has not the length that the parameters say.");
        }
        if (key.header().objectType() != EngineCommand.SYMMETRIC_KEY) {
            return openByRsa(key, spec, sealed);
        }
        int length = sealed.data().remaining() + tagBytes;
        byte[] input = workspace.first(SymmetricCiphers.roomFor(length));
        sealed.data().get(sealed.data().position(), input, 0, length - tagBytes);
        if (tag != null) {
            tag.get(tag.position(), input, length - tagBytes, tagBytes);
        }
        byte[] output = workspace.second(SymmetricCiphers.roomFor(length));
        return ciphers.decrypt(algorithm(key), spec, new KeyView(key.material()),
                new Input(CommandContext.bytes(sealed.iv()),
                        CommandContext.bytes(sealed.associated()), input, length),
                output);
    }

    private Sealed sealByRsa(Opened key, CipherSpec spec, @Nullable ByteBuffer iv,
            @Nullable ByteBuffer label, byte[] clear) throws EngineFault {
        try {
            checkNoIv(iv);
            byte[] output = rsa.encrypt(key.publicKey(), spec, CommandContext.bytes(label), clear);
            return new Sealed(null, output, output.length, 0);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private int openByRsa(Opened key, CipherSpec spec, Ciphertext sealed) throws EngineFault {
        checkNoIv(sealed.iv());
        byte[] ciphertext = CommandContext.copy(sealed.data());
        byte[] output = workspace.second(SymmetricCiphers.roomFor(ciphertext.length));
        return rsa.decrypt(key.privateKey(), spec, CommandContext.bytes(sealed.associated()),
                ciphertext, output);
    }

    private static void checkNoIv(@Nullable ByteBuffer iv) throws EngineFault {
        if (iv != null) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "RSA has no IV.");
        }
    }

    private ByteBuffer data(Sealed sealed) {
        return workspace.emit(sealed.bytes(), 0, sealed.dataBytes());
    }

    private @Nullable ByteBuffer tag(Sealed sealed) {
        return sealed.tagBytes() == 0 ? null
                : workspace.emit(sealed.bytes(), sealed.dataBytes(), sealed.tagBytes());
    }

    private @Nullable ByteBuffer iv(Sealed sealed) {
        byte[] iv = sealed.madeIv();
        return iv == null ? null : workspace.emit(iv, 0, iv.length);
    }

    private static CipherAlgorithm algorithm(Opened key) throws EngineFault {
        ObjectHeader header = key.header();
        return CipherAlgorithm.of(header.algorithm(), key.materialBytes());
    }
}
