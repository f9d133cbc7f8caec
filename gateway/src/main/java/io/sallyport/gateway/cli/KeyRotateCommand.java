package io.sallyport.gateway.cli;

import java.time.Instant;
import java.util.List;

import io.sallyport.gateway.vault.SecretPath;
import io.sallyport.gateway.vault.SecretShape;
import io.sallyport.gateway.vault.VersionAttributes;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.UniqueIdentifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sallyport key rotate}: the next version of a secret; all versions before stay readable. */
@Command(name = "rotate", mixinStandardHelpOptions = true,
        description = "Make the next version of a key that clients read over /v1.")
final class KeyRotateCommand extends KeyCommand.OnKeys {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--vault-path", paramLabel = "MOUNT/PATH", required = true,
            description = "the secret")
    private String vaultPath = "";

    /** Made by picocli. */
    KeyRotateCommand() {}

    @Override
    void act(OperatorKeys keys) throws Exception {
        SecretPath path = KeyCreateCommand.path(spec, vaultPath);
        String newest = "";
        int version = 0;
        for (String found = named(keys, path, 1); !found.isEmpty(); found = named(keys, path,
                version + 1)) {
            newest = found;
            version++;
        }
        if (version == 0) {
            throw new CommandException("There is no key at " + path.text()
                    + "; make one with 'key create --vault-path'.");
        }
        AttributeList known = keys.call(
                new GetAttributes.Request(UniqueIdentifier.of(newest), List.of()),
                GetAttributes.Response.class).attributes();
        SecretShape shape = VersionAttributes.shape(known);
        Integer length = known.integer(AttributeType.CRYPTOGRAPHIC_LENGTH);
        if (!shape.isKey() || length == null) {
            throw new CommandException(path.text() + " holds no key, but what a client wrote;"
                    + " its next version is the client's to write.");
        }
        Create.Request request = KeyCreateCommand.request(length, VersionAttributes.of(path,
                version + 1, shape, Instant.now().getEpochSecond()));
        printDone(keys.call(request, Create.Response.class).uniqueIdentifier(),
                "Made version " + (version + 1) + " of " + path.text() + ", the key");
    }

    /** The identifier of a version, destroyed or not; empty if there never was one. */
    private static String named(OperatorKeys keys, SecretPath path, int version)
            throws Exception {
        Locate.Response located = keys.call(
                new Locate.Request(1, null, null, null,
                        AttributeList.of(Attribute.name(VersionAttributes.name(path, version)))),
                Locate.Response.class);
        return located.uniqueIdentifiers().isEmpty()
                ? ""
                : located.uniqueIdentifiers().getFirst();
    }
}
