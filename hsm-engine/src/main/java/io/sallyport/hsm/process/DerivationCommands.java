package io.sallyport.hsm.process;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.EngineCommand.Derive;
import io.sallyport.hsm.command.EngineCommand.Join;
import io.sallyport.hsm.command.EngineCommand.Split;
import io.sallyport.hsm.command.EngineCommand.SplitPart;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.command.EngineResult.WrappedParts;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SplitSpec;
import io.sallyport.hsm.crypto.CipherAlgorithm;
import io.sallyport.hsm.crypto.Cmac;
import io.sallyport.hsm.crypto.Derivation;
import io.sallyport.hsm.crypto.Hashes;
import io.sallyport.hsm.crypto.Hmac;
import io.sallyport.hsm.crypto.KeyAgreement;
import io.sallyport.hsm.crypto.KeySplit;
import io.sallyport.hsm.crypto.KeyView;
import io.sallyport.hsm.crypto.MaterialLength;
import io.sallyport.hsm.crypto.SymmetricCiphers;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Origin;
import io.sallyport.hsm.object.StoredForm;
import io.sallyport.hsm.policy.ApprovedServices;
import io.sallyport.hsm.policy.DerivationPolicy;
import io.sallyport.hsm.policy.ObjectPolicy;
import io.sallyport.hsm.policy.PartPolicy;
import io.sallyport.hsm.process.ObjectSeal.Opened;

/**
 * Derive, Split and Join: material made from other material, which never leaves and is never less
 * protected than what it was made from. Belongs to one thread.
 */
final class DerivationCommands {
    private static final int DERIVED_BYTES_MIN = 14;
    private static final byte[] NOTHING = new byte[0];

    private final CommandContext context;
    private final Hashes hashes;
    private final Derivation derivation;
    private final SymmetricCiphers ciphers;
    private final KeySplit keySplit;
    private final ForeignMaterial foreignMaterial;

    DerivationCommands(CommandContext context, Hashes hashes, SymmetricCiphers ciphers,
            ForeignMaterial foreignMaterial) {
        this.foreignMaterial = foreignMaterial;
        this.context = context;
        this.hashes = hashes;
        this.derivation = new Derivation(hashes, new Hmac(hashes), new Cmac(context.bridge()));
        this.ciphers = ciphers;
        this.keySplit = new KeySplit(context.nonces());
    }

    Wrapped derive(Derive command) throws EngineFault {
        Opened key = context.seal().open(command.key());
        boolean agrees = command.spec().method() == Method.ASYMMETRIC_KEY;
        boolean approved = ApprovedOnly.require(ApprovedServices.derivation(command.spec()));
        Opened other = command.other() == null ? null
                : context.seal().openSecond(command.other());
        ObjectHeader header = DerivationPolicy.admit(command.header(), key.form(),
                other == null ? null : other.form(), command.spec(), context.now());
        int length = MaterialLength.ofNew(header.algorithm(), header.lengthBits());
        if (length < DERIVED_BYTES_MIN) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "Derived material has 112 bits or more.");
        }
        byte[] derived = agrees ? agree(command, key, Objects.requireNonNull(other), length)
                : derive(command, key, other, length);
        return seal(header, DerivationPolicy.origin(key.header(), command.spec().method()),
                derived, approved);
    }

    WrappedParts split(Split command) throws EngineFault {
        ApprovedOnly.require(false);
        Opened object = context.seal().open(command.object());
        SplitSpec spec = command.spec();
        if (command.headers().size() != spec.parts()) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "Each part needs a header.");
        }
        List<ObjectHeader> headers =
                PartPolicy.admitParts(command.headers(), spec.method(), object.form());
        byte[] secret = CommandContext.material(object);
        byte[][] parts = {};
        try {
            parts = keySplit.split(spec, secret);
            List<Wrapped> wrapped = new ArrayList<>();
            for (int i = 0; i < parts.length; i++) {
                wrapped.add(seal(headers.get(i), Origin.DERIVED, parts[i], false));
            }
            return new WrappedParts(wrapped);
        } finally {
            Arrays.fill(secret, (byte) 0);
            for (byte[] part : parts) {
                Arrays.fill(part, (byte) 0);
            }
        }
    }

    Wrapped join(Join command) throws EngineFault {
        ApprovedOnly.require(false);
        List<KeySplit.Share> shares = new ArrayList<>();
        List<StoredForm> forms = new ArrayList<>();
        byte[] secret = NOTHING;
        try {
            for (SplitPart part : command.parts()) {
                Opened opened = context.seal().open(part.object());
                forms.add(opened.form());
                shares.add(new KeySplit.Share(part.identifier(),
                        CommandContext.material(opened)));
            }
            ObjectHeader header =
                    PartPolicy.admitJoined(command.header(), command.spec().method(), forms);
            secret = keySplit.join(command.spec(), shares);
            return seal(header, PartPolicy.originOfJoined(forms),
                    trimmed(command.spec(), header, secret), false);
        } finally {
            shares.forEach(share -> Arrays.fill(share.bytes(), (byte) 0));
            Arrays.fill(secret, (byte) 0);
        }
    }

    private byte[] derive(Derive command, Opened key, @Nullable Opened other, int length)
            throws EngineFault {
        if (other != null && command.data() != null) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The derivation data come from an object or from the command.");
        }
        byte[] given = CommandContext.bytes(command.data());
        byte[] data = other != null ? CommandContext.material(other)
                : given == null ? NOTHING : given;
        byte[] keyBytes = CommandContext.material(key);
        try {
            DerivationSpec spec = command.spec();
            if (spec.method() == Method.ENCRYPT) {
                return encrypt(spec, key, data, CommandContext.bytes(command.iv()), length);
            }
            return derivation.derive(spec, new Derivation.Input(new KeyView(key.material()),
                    keyBytes, cipherOf(key), data, CommandContext.bytes(command.salt()),
                    CommandContext.bytes(command.iv())), length);
        } finally {
            Arrays.fill(keyBytes, (byte) 0);
            Arrays.fill(data, (byte) 0);
        }
    }

    private byte[] encrypt(DerivationSpec spec, Opened key, byte[] data, byte @Nullable [] iv,
            int length) throws EngineFault {
        CipherSpec cipher = spec.cipher();
        if (cipher == null || cipher.tagLengthBytes() != 0 || cipher.randomIv()) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The method needs a cipher without a tag, and an IV that is given.");
        }
        CipherAlgorithm algorithm = CipherAlgorithm.of(key.header().algorithm(),
                key.materialBytes());
        byte[] input = Arrays.copyOf(data, SymmetricCiphers.roomFor(data.length));
        byte[] output = new byte[input.length];
        try {
            int count = ciphers.encrypt(algorithm, cipher, new KeyView(key.material()),
                    new SymmetricCiphers.Input(iv, null, input, data.length), output);
            return Derivation.cut(Arrays.copyOf(output, count), length);
        } finally {
            Arrays.fill(input, (byte) 0);
            Arrays.fill(output, (byte) 0);
        }
    }

    /** The secret itself, or, with a hash, the one-step derivation of SP 800-56C from it. */
    private byte[] agree(Derive command, Opened key, Opened other, int length)
            throws EngineFault {
        byte[] secret = KeyAgreement.agree(key.privateKey(), other.publicKey());
        HashAlgorithm hash = command.spec().hash();
        if (hash == null) {
            return Derivation.cut(secret, length);
        }
        byte[] info = CommandContext.bytes(command.data());
        byte[] output = new byte[length];
        try {
            for (int done = 0, i = 1; done < length; i++) {
                byte[] value = hashes.hash(hash, new byte[]{0, 0, 0, (byte) i}, secret,
                        info == null ? NOTHING : info);
                int count = Math.min(value.length, length - done);
                System.arraycopy(value, 0, output, done, count);
                Arrays.fill(value, (byte) 0);
                done += count;
            }
            return output;
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private Wrapped seal(ObjectHeader header, Origin origin, byte[] bytes, boolean approved)
            throws EngineFault {
        MemorySegment material = context.workspace().material(bytes.length);
        MemorySegment.copy(bytes, 0, material, ValueLayout.JAVA_BYTE, 0, bytes.length);
        Arrays.fill(bytes, (byte) 0);
        if (MaterialLength.hasParity(header.algorithm()) && !isPart(header)) {
            CommandContext.setOddParity(material);
        }
        foreignMaterial.check(header, material);
        Wrapped wrapped = context.seal().seal(header, origin, material);
        return new Wrapped(wrapped.object(), wrapped.digest(), approved);
    }

    private static boolean isPart(ObjectHeader header) {
        return header.objectType() == ObjectPolicy.SPLIT_KEY;
    }

    /** A number of a prime field may have zeros before the material. */
    private static byte[] trimmed(SplitSpec spec, ObjectHeader header, byte[] secret)
            throws EngineFault {
        int length = header.lengthBits() / Byte.SIZE;
        if (spec.method() != SplitSpec.Method.PRIME_FIELD || length == 0) {
            return secret;
        }
        for (int i = 0; i < secret.length - length; i++) {
            if (secret[i] != 0) {
                throw new EngineFault(Reason.CRYPTOGRAPHIC_FAILURE,
                        "The parts do not give material of this length.");
            }
        }
        byte[] trimmed = new byte[length];
        int count = Math.min(length, secret.length);
        System.arraycopy(secret, secret.length - count, trimmed, length - count, count);
        return trimmed;
    }

    private static @Nullable CipherAlgorithm cipherOf(Opened key) throws EngineFault {
        int algorithm = key.header().algorithm();
        boolean block = algorithm == CipherAlgorithm.AES.code()
                || algorithm == CipherAlgorithm.DES3.code();
        return block ? CipherAlgorithm.of(algorithm, key.materialBytes()) : null;
    }
}
