package io.sallyport.hsm.process;

import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.sallyport.hsm.command.EngineCommand.Export;
import io.sallyport.hsm.command.EngineCommand.ExportAs;
import io.sallyport.hsm.command.EngineCommand.ExportPkcs12;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Material;
import io.sallyport.hsm.crypto.CryptoModule;
import io.sallyport.hsm.crypto.Workspace;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.policy.ObjectPolicy;
import io.sallyport.hsm.process.ObjectSeal.Opened;

/** Material that leaves in clear, or under a password. Belongs to one thread. */
final class ExportCommands {
    private static final int PKCS8 = 4;

    private final ObjectSeal seal;
    private final Workspace workspace;
    private final CommandContext context;
    private final QuantumCommands quantum;

    ExportCommands(CommandContext context, QuantumCommands quantum) {
        this.quantum = quantum;
        this.seal = context.seal();
        this.workspace = context.workspace();
        this.context = context;
    }

    Material export(Export command) throws EngineFault {
        Opened opened = seal.open(command.object());
        ObjectPolicy.checkExport(opened.header());
        return new Material(workspace.emitMaterial(opened.materialBytes()), true);
    }

    Material exportAs(ExportAs command) throws EngineFault {
        Opened opened = seal.open(command.object());
        ObjectPolicy.checkExport(opened.header());
        return emit(encoded(opened, command.keyFormat()), true);
    }

    private byte[] encoded(Opened opened, int format) throws EngineFault {
        int type = opened.header().objectType();
        if (type != ObjectPolicy.PRIVATE_KEY && type != ObjectPolicy.PUBLIC_KEY) {
            throw new EngineFault(Reason.UNSUPPORTED,
                    "Only private and public keys have other formats.");
        }
        if (QuantumCommands.serves(opened.header())) {
            return quantum.encode(opened, format);
        }
        return type == ObjectPolicy.PRIVATE_KEY ? opened.privateKey().encodePrivate(format)
                : opened.publicKey().encodePublic(format);
    }

    Material exportPkcs12(ExportPkcs12 command) throws EngineFault {
        ApprovedOnly.require(false);
        Opened password = seal.openSecond(command.password());
        ObjectPolicy.checkPassword(password.header(), context.now());
        if (command.key() == null && command.certificates().isEmpty()) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "The container would be empty.");
        }
        byte[] key = command.key() == null ? null : key(command.key(), password.header());
        byte[] secret = password.material().toArray(ValueLayout.JAVA_BYTE);
        try {
            List<byte[]> certificates = new ArrayList<>();
            for (WrappedObject object : command.certificates()) {
                Opened certificate = seal.open(object);
                ObjectPolicy.checkCertificate(certificate.header(), password.header());
                certificates.add(certificate.material().toArray(ValueLayout.JAVA_BYTE));
            }
            byte[] container = CryptoModule.current().pkcs12(context.nonces()).container(key,
                    secret, name(command.friendlyName()), certificates);
            // The format derives the key of its MAC in a way of its own (RFC 7292, appendix B).
            return emit(container, false);
        } finally {
            if (key != null) {
                Arrays.fill(key, (byte) 0);
            }
            Arrays.fill(secret, (byte) 0);
        }
    }

    private byte[] key(WrappedObject object, ObjectHeader password) throws EngineFault {
        Opened opened = seal.open(object);
        ObjectPolicy.checkPkcs12(opened.header(), password);
        return encoded(opened, PKCS8);
    }

    private static String name(ByteBuffer utf8) {
        return new String(CommandContext.copy(utf8), StandardCharsets.UTF_8);
    }

    private Material emit(byte[] bytes, boolean approved) {
        Material material = new Material(workspace.emit(bytes, 0, bytes.length), approved);
        Arrays.fill(bytes, (byte) 0);
        return material;
    }
}
