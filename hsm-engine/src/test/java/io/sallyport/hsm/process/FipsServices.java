package io.sallyport.hsm.process;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineCommand.Decapsulate;
import io.sallyport.hsm.command.EngineCommand.Decrypt;
import io.sallyport.hsm.command.EngineCommand.Derive;
import io.sallyport.hsm.command.EngineCommand.Encapsulate;
import io.sallyport.hsm.command.EngineCommand.Encrypt;
import io.sallyport.hsm.command.EngineCommand.ExportAs;
import io.sallyport.hsm.command.EngineCommand.ExportPkcs12;
import io.sallyport.hsm.command.EngineCommand.ExportWrapped;
import io.sallyport.hsm.command.EngineCommand.GeneratePair;
import io.sallyport.hsm.command.EngineCommand.Hash;
import io.sallyport.hsm.command.EngineCommand.Import;
import io.sallyport.hsm.command.EngineCommand.ImportWrapped;
import io.sallyport.hsm.command.EngineCommand.Join;
import io.sallyport.hsm.command.EngineCommand.Mac;
import io.sallyport.hsm.command.EngineCommand.Sign;
import io.sallyport.hsm.command.EngineCommand.Split;
import io.sallyport.hsm.command.EngineCommand.VerifyMac;
import io.sallyport.hsm.command.EngineCommand.VerifySignature;
import io.sallyport.hsm.command.MacSpec;
import io.sallyport.hsm.command.Part;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.crypto.QuantumKeys;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.policy.ApprovedServices;

/**
 * What the engine of the FIPS distribution has to give: {@link ApprovedServices} without what its
 * module lacks (docs/security-policy.md, section 2).
 */
final class FipsServices {
    private static final int DES3 = 2;
    /** For keys whose header does not say how long they are; none of the tests' is too short. */
    private static final int LONG_BITS = 4096;

    private FipsServices() {}

    /** Whether a command is carried out; every other one is refused as not approved. */
    static boolean gives(EngineCommand<?> command) {
        return switch (command) {
            case Encrypt c -> ApprovedServices.encryption(algorithm(c.key()), c.spec())
                    && !isGcmInParts(c.spec(), c.part());
            case Decrypt c -> ApprovedServices.decryption(algorithm(c.key()), c.spec())
                    && !isGcmInParts(c.spec(), c.part());
            case ExportWrapped c -> ApprovedServices.encryption(algorithm(c.wrappingKey()),
                    c.spec().cipher());
            case ImportWrapped c -> ApprovedServices.decryption(algorithm(c.wrappingKey()),
                    c.spec().cipher()) && !isQuantum(c.header());
            case Sign c -> ApprovedServices.signature(algorithm(c.key()), bits(c.key()), c.spec())
                    && givesSignatures(c.key(), c.spec(), c.part());
            case VerifySignature c -> ApprovedServices.verification(algorithm(c.key()),
                    bits(c.key())) && givesSignatures(c.key(), c.spec(), c.part());
            case Mac c -> givesCodes(c.key(), c.spec(), c.part());
            case VerifyMac c -> givesCodes(c.key(), c.spec(), c.part());
            case Hash c -> ApprovedServices.hash(c.hash()) && c.part() == null;
            case GeneratePair c -> ApprovedServices.keyPair(c.privateKey().algorithm(),
                    c.privateKey().lengthBits(), c.curve()) && !isQuantum(c.privateKey());
            case Derive c -> ApprovedServices.derivation(c.spec());
            // What is kept in a format of its own is not looked at.
            case Import c -> !isQuantum(c.header())
                    || !QuantumKeys.reads(c.header().keyFormat());
            case ExportAs c -> !isQuantum(c.object().header());
            case Encapsulate _,Decapsulate _,Split _,Join _,ExportPkcs12 _ -> false;
            case EngineCommand.Generate _,EngineCommand.Export _,EngineCommand.Amend _ -> true;
            case EngineCommand.Verify _,EngineCommand.Status _,EngineCommand.Random _ -> true;
            case EngineCommand.Seed _,EngineCommand.RotateTerm _ -> true;
            case EngineCommand.RetireTerm _,EngineCommand.Rewrap _ -> true;
            case EngineCommand.RunSelfTests _ -> true;
        };
    }

    private static boolean isGcmInParts(CipherSpec spec, @Nullable Part part) {
        return spec.mode() == Mode.GCM && part != null;
    }

    /** Hashes in parts are not given, nor a mask of PSS with another hash. */
    private static boolean givesSignatures(WrappedObject key, SignatureSpec spec,
            @Nullable Part part) {
        boolean another = spec.maskHash() != null && spec.maskHash() != spec.hash();
        return part == null && !isQuantum(key.header())
                && !(spec.padding() == SignatureSpec.Padding.PSS && another);
    }

    /** CMAC in parts is the engine's own; HMAC in parts would need the state of a hash. */
    private static boolean givesCodes(WrappedObject key, MacSpec spec, @Nullable Part part) {
        boolean cipher = spec.hash() == null;
        return ApprovedServices.mac(bits(key)) && !(cipher && algorithm(key) == DES3)
                && (cipher || part == null);
    }

    private static boolean isQuantum(ObjectHeader header) {
        return QuantumCommands.serves(header);
    }

    private static int algorithm(WrappedObject key) {
        return key.header().algorithm();
    }

    private static int bits(WrappedObject key) {
        int said = key.header().lengthBits();
        return said == 0 ? LONG_BITS : said;
    }
}
