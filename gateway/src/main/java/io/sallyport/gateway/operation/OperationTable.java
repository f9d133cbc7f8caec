package io.sallyport.gateway.operation;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.operation.certificate.CertifyOperation;
import io.sallyport.gateway.operation.certificate.ReCertifyOperation;
import io.sallyport.gateway.operation.certificate.ReProvisionOperation;
import io.sallyport.gateway.operation.certificate.ValidateOperation;
import io.sallyport.gateway.operation.cryptography.DecryptOperation;
import io.sallyport.gateway.operation.cryptography.EncryptOperation;
import io.sallyport.gateway.operation.cryptography.HashOperation;
import io.sallyport.gateway.operation.cryptography.MacOperation;
import io.sallyport.gateway.operation.cryptography.MacVerifyOperation;
import io.sallyport.gateway.operation.cryptography.Pkcs11Operation;
import io.sallyport.gateway.operation.cryptography.RngRetrieveOperation;
import io.sallyport.gateway.operation.cryptography.RngSeedOperation;
import io.sallyport.gateway.operation.cryptography.SignOperation;
import io.sallyport.gateway.operation.cryptography.SignatureVerifyOperation;
import io.sallyport.gateway.operation.cryptography.Streams;
import io.sallyport.gateway.operation.keys.CreateKeyPairOperation;
import io.sallyport.gateway.operation.keys.CreateSplitKeyOperation;
import io.sallyport.gateway.operation.keys.DeriveKeyOperation;
import io.sallyport.gateway.operation.keys.JoinSplitKeyOperation;
import io.sallyport.gateway.operation.keys.ReKeyKeyPairOperation;
import io.sallyport.gateway.operation.lifecycle.ArchiveOperation;
import io.sallyport.gateway.operation.lifecycle.CheckOperation;
import io.sallyport.gateway.operation.lifecycle.DeactivateOperation;
import io.sallyport.gateway.operation.lifecycle.GetUsageAllocationOperation;
import io.sallyport.gateway.operation.lifecycle.ObliterateOperation;
import io.sallyport.gateway.operation.lifecycle.ObtainLeaseOperation;
import io.sallyport.gateway.operation.lifecycle.ReKeyOperation;
import io.sallyport.gateway.operation.lifecycle.RecoverOperation;
import io.sallyport.gateway.operation.server.InteropOperation;
import io.sallyport.gateway.operation.server.LogOperation;
import io.sallyport.gateway.operation.server.PingOperation;
import io.sallyport.gateway.operation.message.CancelOperation;
import io.sallyport.gateway.operation.message.DelegatedLoginOperation;
import io.sallyport.gateway.operation.message.GetConstraintsOperation;
import io.sallyport.gateway.operation.message.LoginOperation;
import io.sallyport.gateway.operation.message.LogoutOperation;
import io.sallyport.gateway.operation.message.PollOperation;
import io.sallyport.gateway.operation.message.ProcessOperation;
import io.sallyport.gateway.operation.message.QueryAsynchronousRequestsOperation;
import io.sallyport.gateway.operation.message.SetConstraintsOperation;
import io.sallyport.gateway.operation.message.SetDefaultsOperation;
import io.sallyport.gateway.operation.message.SetEndpointRoleOperation;
import io.sallyport.gateway.operation.users.CreateCredentialOperation;
import io.sallyport.gateway.operation.users.CreateGroupOperation;
import io.sallyport.gateway.operation.users.CreateUserOperation;
import io.sallyport.gateway.policy.RngSeeding;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;

/** Every operation that is served, and the versions. Immutable. */
public final class OperationTable {
    /** The versions of the protocol that are served, oldest first. */
    public static final List<KmipVersion> VERSIONS = List.of(KmipVersion.V1_0, KmipVersion.V1_1,
            KmipVersion.V1_2, KmipVersion.V1_3,
            KmipVersion.V1_4, KmipVersion.V2_0, KmipVersion.V2_1);

    /** The same with the draft of the next version. */
    private static final List<KmipVersion> VERSIONS_AND_DRAFT =
            Stream.concat(VERSIONS.stream(), Stream.of(KmipVersion.V3_0)).toList();

    /** What the server asks of clients that want to be told; Query names it beside the others. */
    private static final Set<Operation> SENT = EnumSet.of(Operation.NOTIFY, Operation.PUT);

    private final Map<Operation, KmipOperation<?>> operations = new EnumMap<>(Operation.class);

    /**
     * The table.
     *
     * @param productVersion what Query tells as the version of this server
     * @param seeding how much of a client's RNG Seed is taken
     */
    public OperationTable(String productVersion, RngSeeding seeding) {
        add(new CreateOperation());
        add(new RegisterOperation());
        add(new LocateOperation());
        add(new GetOperation());
        add(new GetAttributesOperation());
        add(new GetAttributeListOperation());
        add(new AddAttributeOperation());
        add(new ModifyAttributeOperation());
        add(new DeleteAttributeOperation());
        add(new ActivateOperation());
        add(new RevokeOperation());
        add(new DestroyOperation());
        add(new QueryOperation(this, productVersion));
        add(new DiscoverVersionsOperation());
        add(new CheckOperation());
        add(new ObtainLeaseOperation());
        add(new GetUsageAllocationOperation());
        add(new ArchiveOperation());
        add(new RecoverOperation());
        add(new ReKeyOperation());
        add(new DeactivateOperation());
        add(new ObliterateOperation());
        add(new SetAttributeOperation());
        add(new AdjustAttributeOperation());
        add(new ImportOperation());
        add(new ExportOperation());
        add(new LogOperation());
        add(new PingOperation());
        add(new InteropOperation());
        Streams streams = new Streams();
        add(new EncryptOperation(streams));
        add(new DecryptOperation(streams));
        add(new SignOperation(streams));
        add(new SignatureVerifyOperation(streams));
        add(new MacOperation(streams));
        add(new MacVerifyOperation(streams));
        add(new HashOperation(streams));
        add(new RngRetrieveOperation());
        add(new RngSeedOperation(seeding));
        add(new Pkcs11Operation(streams));
        add(new CreateKeyPairOperation());
        add(new DeriveKeyOperation());
        add(new CreateSplitKeyOperation());
        add(new JoinSplitKeyOperation());
        add(new CertifyOperation());
        add(new ReCertifyOperation());
        add(new ValidateOperation());
        add(new ReProvisionOperation());
        add(new ReKeyKeyPairOperation());
        add(new PollOperation());
        add(new CancelOperation());
        add(new ProcessOperation());
        add(new QueryAsynchronousRequestsOperation());
        add(new LoginOperation());
        add(new DelegatedLoginOperation());
        add(new LogoutOperation());
        add(new SetConstraintsOperation());
        add(new GetConstraintsOperation());
        add(new SetDefaultsOperation());
        add(new SetEndpointRoleOperation());
        add(new CreateUserOperation());
        add(new CreateGroupOperation());
        add(new CreateCredentialOperation());
    }

    /** The operation if it is served in this version, or null. */
    public @Nullable KmipOperation<?> find(@Nullable Operation operation, KmipVersion version) {
        if (operation == null || !isServed(operation, version)) {
            return null;
        }
        return operations.get(operation);
    }

    /** The versions that are served to clients of this profile, oldest first. */
    public static List<KmipVersion> versions(Profile profile) {
        return profile.conformanceTests() ? VERSIONS_AND_DRAFT : VERSIONS;
    }

    /** The operations served in this version to clients of this profile, by their codes. */
    public List<Operation> served(KmipVersion version, Profile profile) {
        return operations.values().stream().filter(one -> one.operation().definedIn(version)
                && one.servedTo(profile)).map(KmipOperation::operation).toList();
    }

    /** The operations that the server itself sends in this version. */
    public static List<Operation> sent(KmipVersion version) {
        return SENT.stream().filter(operation -> operation.definedIn(version)).toList();
    }

    /** The operations served in this version to some client, in the order of their codes. */
    public List<Operation> served(KmipVersion version) {
        return operations.keySet().stream().filter(op -> op.definedIn(version)).toList();
    }

    /** Whether an operation with this code may change stored objects; in doubt, true. */
    public boolean changesState(int code) {
        Operation operation = Operation.of(code);
        KmipOperation<?> known = operation == null ? null : operations.get(operation);
        return known == null || known.changesState();
    }

    /** Discover Versions is how a client finds its version, so it works in every one. */
    private static boolean isServed(Operation operation, KmipVersion version) {
        return operation == Operation.DISCOVER_VERSIONS || operation.definedIn(version);
    }

    private void add(KmipOperation<?> operation) {
        operations.put(operation.operation(), operation);
    }
}
