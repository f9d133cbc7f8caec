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
import io.sallyport.hsm.crypto.AsymmetricKey;
import io.sallyport.hsm.crypto.KeyView;
import io.sallyport.hsm.crypto.Pkcs12;
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
    private final Pkcs12 pkcs12;

    ExportCommands(CommandContext context) {
        this.seal = context.seal();
        this.workspace = context.workspace();
        this.context = context;
        this.pkcs12 = new Pkcs12(context.nonces());
    }

    Material export(Export command) throws EngineFault {
        Opened opened = seal.open(command.object());
        ObjectPolicy.checkExport(opened.header());
        return new Material(workspace.emitMaterial(opened.materialBytes()), true);
    }

    Material exportAs(ExportAs command) throws EngineFault {
        Opened opened = seal.open(command.object());
        ObjectPolicy.checkExport(opened.header());
        ObjectHeader header = opened.header();
        KeyView view = new KeyView(opened.material());
        byte[] encoded = switch (header.objectType()) {
            case ObjectPolicy.PRIVATE_KEY -> AsymmetricKey.ofPrivate(header.keyFormat(), view)
                    .encodePrivate(command.keyFormat());
            case ObjectPolicy.PUBLIC_KEY -> AsymmetricKey.ofPublic(header.keyFormat(), view)
                    .encodePublic(command.keyFormat());
            default -> throw new EngineFault(Reason.UNSUPPORTED,
                    "Only private and public keys have other formats.");
        };
        return emit(encoded, true);
    }

    Material exportPkcs12(ExportPkcs12 command) throws EngineFault {
        Opened opened = seal.open(command.key());
        Opened password = seal.openSecond(command.password());
        ObjectPolicy.checkPkcs12(opened.header(), password.header(), context.now());
        byte[] key = AsymmetricKey
                .ofPrivate(opened.header().keyFormat(), new KeyView(opened.material()))
                .encodePrivate(PKCS8);
        byte[] secret = password.material().toArray(ValueLayout.JAVA_BYTE);
        try {
            List<byte[]> certificates = new ArrayList<>();
            for (WrappedObject object : command.certificates()) {
                Opened certificate = seal.open(object);
                ObjectPolicy.checkCertificate(certificate.header(), opened.header());
                certificates.add(certificate.material().toArray(ValueLayout.JAVA_BYTE));
            }
            byte[] container = pkcs12.container(key, secret, name(command.friendlyName()),
                    certificates);
            // The format derives the key of its MAC in a way of its own (RFC 7292, appendix B).
            return emit(container, false);
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(secret, (byte) 0);
        }
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
