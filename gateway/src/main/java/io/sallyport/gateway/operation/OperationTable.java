package io.sallyport.gateway.operation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

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
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;

/** Every operation that is served, and the versions. Immutable. */
public final class OperationTable {
    /** The versions of the protocol that are served, oldest first. */
    public static final List<KmipVersion> VERSIONS = List.of(KmipVersion.V1_0, KmipVersion.V1_1,
            KmipVersion.V1_2, KmipVersion.V1_3,
            KmipVersion.V1_4, KmipVersion.V2_0, KmipVersion.V2_1);

    private final Map<Operation, KmipOperation<?>> operations = new EnumMap<>(Operation.class);

    /**
     * The table.
     *
     * @param productVersion what Query tells as the version of this server
     */
    public OperationTable(String productVersion) {
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
        add(new EncryptOperation());
        add(new DecryptOperation());
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
    }

    /** The operation if it is served in this version, or null. */
    public @Nullable KmipOperation<?> find(@Nullable Operation operation, KmipVersion version) {
        if (operation == null || !isServed(operation, version)) {
            return null;
        }
        return operations.get(operation);
    }

    /** The operations served in this version, in the order of their codes. */
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
