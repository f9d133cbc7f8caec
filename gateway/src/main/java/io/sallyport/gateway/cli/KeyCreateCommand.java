package io.sallyport.gateway.cli;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.vault.SecretPath;
import io.sallyport.gateway.vault.SecretShape;
import io.sallyport.gateway.vault.VersionAttributes;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicUsageMask;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.ObjectType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sallyport key create}: the engine makes the key, and nobody else sees it. */
@Command(name = "create", mixinStandardHelpOptions = true,
        description = "Make an AES key for encryption and decryption.")
final class KeyCreateCommand extends KeyCommand.OnKeys {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--name", paramLabel = "NAME", description = "name of the key")
    private @Nullable String name;

    @Option(names = "--length", paramLabel = "BITS", defaultValue = "256",
            description = "128, 192 or 256 (default: 256)")
    private int length = 256;

    @Option(names = "--vault-path", paramLabel = "MOUNT/PATH",
            description = "the first version of a secret that clients read over /v1")
    private @Nullable String vaultPath;

    @Option(names = "--vault-shape", paramLabel = "CLIENT", defaultValue = "mariadb",
            description = "for whom: mariadb, pg-tde, mysql or mongodb (default: mariadb)")
    private String shape = "mariadb";

    /** Made by picocli. */
    KeyCreateCommand() {}

    @Override
    void act(OperatorKeys keys) throws Exception {
        AttributeList attributes = AttributeList.EMPTY;
        if (vaultPath != null) {
            if (name != null) {
                throw new ParameterException(spec.commandLine(),
                        "Give either --name or --vault-path: a version has a name of its own.");
            }
            SecretPath path = path(spec, vaultPath);
            SecretShape chosen = SecretShape.named(shape)
                    .orElseThrow(() -> new ParameterException(spec.commandLine(),
                            "--vault-shape is '" + shape + "', but must be one of "
                                    + String.join(", ", SecretShape.names()) + "."));
            attributes = VersionAttributes.of(path, 1, chosen, Instant.now().getEpochSecond());
        } else if (name != null) {
            attributes = AttributeList.of(Attribute.name(name));
        }
        printDone(keys.call(request(length, attributes), Create.Response.class)
                .uniqueIdentifier(), "Made the key");
    }

    /** The secret that an option names. */
    static SecretPath path(CommandSpec spec, String text) {
        return SecretPath.ofText(text).orElseThrow(() -> new ParameterException(
                spec.commandLine(),
                "--vault-path is '" + text + "', but must be MOUNT/PATH or MOUNT:PATH."));
    }

    /** Asks for an AES key with these attributes beside those that every key of ours has. */
    static Create.Request request(int lengthBits, AttributeList more) {
        AttributeList attributes = AttributeList.of(
                Attribute.enumeration(AttributeType.CRYPTOGRAPHIC_ALGORITHM,
                        CryptographicAlgorithm.AES),
                Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, lengthBits),
                Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK,
                        CryptographicUsageMask.ENCRYPT | CryptographicUsageMask.DECRYPT));
        for (Attribute attribute : more.attributes()) {
            attributes = attributes.plus(attribute);
        }
        return new Create.Request(Enumerated.of(ObjectType.SYMMETRIC_KEY), attributes, List.of());
    }
}
