package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.kmip.message.payload.Query;
import io.sallyport.kmip.model.ClientRegistrationMethod;
import io.sallyport.kmip.model.DestroyAction;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ProtectionStorageMask;
import io.sallyport.kmip.model.QueryFunction;
import io.sallyport.kmip.model.RngAlgorithm;
import io.sallyport.kmip.model.RngMode;
import io.sallyport.kmip.model.ShreddingAlgorithm;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UnwrapMode;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.vertx.core.Future;

/**
 * Query (2.1 section 6.1.39): what this server serves in the version of the request, and nothing
 * that it does not serve. Functions of later versions or unknown ones get no answer.
 */
final class QueryOperation implements KmipOperation<Query.Request> {
    private static final String VENDOR = "Sallyport";
    private static final List<ObjectType> OBJECTS = List.of(ObjectType.CERTIFICATE,
            ObjectType.SYMMETRIC_KEY, ObjectType.PUBLIC_KEY,
            ObjectType.PRIVATE_KEY, ObjectType.SPLIT_KEY, ObjectType.TEMPLATE,
            ObjectType.SECRET_DATA, ObjectType.OPAQUE_OBJECT, ObjectType.PGP_KEY,
            ObjectType.CERTIFICATE_REQUEST, ObjectType.USER, ObjectType.GROUP,
            ObjectType.PASSWORD_CREDENTIAL);

    private final OperationTable operations;
    private final String productVersion;

    QueryOperation(OperationTable operations, String productVersion) {
        this.operations = operations;
        this.productVersion = productVersion;
    }

    @Override
    public Operation operation() {
        return Operation.QUERY;
    }

    @Override
    public Class<Query.Request> payloadType() {
        return Query.Request.class;
    }

    @Override
    public Access access() {
        return Access.ANYBODY;
    }

    @Override
    public boolean changesState() {
        return false;
    }

    @Override
    public Future<Outcome> handle(Call call, Query.Request payload) {
        Set<QueryFunction> asked = EnumSet.noneOf(QueryFunction.class);
        for (Enumerated<QueryFunction> function : payload.functions()) {
            QueryFunction known = function.known();
            if (known != null && known.definedIn(call.version())) {
                asked.add(known);
            }
        }
        Query.Response answer = answer(asked, call);
        return Future.succeededFuture(
                Outcome.of(asked.contains(QueryFunction.QUERY_DEFAULTS_INFORMATION)
                        ? answer.with(DefaultsInformation.of(call))
                        : answer));
    }

    /** What it serves and what it sends, by their codes. */
    private List<Enumerated<Operation>> supported(Call call) {
        return Stream
                .concat(operations.served(call.version(), call.subject().profile()).stream(),
                        OperationTable.sent(call.version()).stream())
                .filter(call::permits).sorted().map(Enumerated::of).toList();
    }

    private Query.Response answer(Set<QueryFunction> asked, Call call) {
        KmipVersion version = call.version();
        boolean server = asked.contains(QueryFunction.QUERY_SERVER_INFORMATION);
        return Query.Response.of(
                asked.contains(QueryFunction.QUERY_OPERATIONS)
                        ? supported(call)
                        : List.of(),
                asked.contains(QueryFunction.QUERY_OBJECTS)
                        ? OBJECTS.stream().filter(type -> type.definedIn(version))
                                .map(Enumerated::of).toList()
                        : List.of(),
                server ? VENDOR : null,
                server ? Optional.of(serverInformation(version)) : Optional.empty(),
                asked.contains(QueryFunction.QUERY_RNGS) ? List.of(rng()) : List.of(),
                asked.contains(QueryFunction.QUERY_PROFILES)
                        ? ServedProfiles.of(version, call.subject().profile())
                        : List.of(),
                asked.contains(QueryFunction.QUERY_CAPABILITIES)
                        ? List.of(capabilities(version))
                        : List.of(),
                asked.contains(QueryFunction.QUERY_CLIENT_REGISTRATION_METHODS)
                        ? List.of(Enumerated.of(ClientRegistrationMethod.SERVER_PRE_GENERATED))
                        : List.of(),
                asked.contains(QueryFunction.QUERY_STORAGE_PROTECTION_MASKS)
                        ? List.of(ProtectionStorageMask.SOFTWARE)
                        : List.of());
    }

    private TtlvItem.Structure serverInformation(KmipVersion version) {
        return version.atLeast(KmipVersion.V2_0)
                ? Items.structure(Tag.SERVER_INFORMATION, Items.text(Tag.SERVER_NAME, VENDOR),
                        Items.text(Tag.SERVER_VERSION, productVersion))
                : Items.structure(Tag.SERVER_INFORMATION);
    }

    /** The engine draws from the kernel, whose generator KMIP has no name for. */
    private static TtlvItem.Structure rng() {
        return Items.structure(Tag.RNG_PARAMETERS,
                Items.enumeration(Tag.RNG_ALGORITHM, RngAlgorithm.UNSPECIFIED));
    }

    private static TtlvItem.Structure capabilities(KmipVersion version) {
        // Data in parts: the Init and Final Indicator and the Correlation Value.
        TtlvItem streaming = new TtlvItem.BooleanItem(Tag.STREAMING_CAPABILITY, true);
        TtlvItem asynchronous = new TtlvItem.BooleanItem(Tag.ASYNCHRONOUS_CAPABILITY, true);
        TtlvItem attestation = new TtlvItem.BooleanItem(Tag.ATTESTATION_CAPABILITY, false);
        TtlvItem unwrap = Items.enumeration(Tag.UNWRAP_MODE, UnwrapMode.NOT_PROCESSED);
        TtlvItem destroy =
                Items.enumeration(Tag.DESTROY_ACTION, DestroyAction.KEY_MATERIAL_DELETED);
        TtlvItem shred = Items.enumeration(Tag.SHREDDING_ALGORITHM, ShreddingAlgorithm.UNSUPPORTED);
        TtlvItem mode = Items.enumeration(Tag.RNG_MODE, RngMode.SHARED_INSTANTIATION);
        if (!version.atLeast(KmipVersion.V1_4)) {
            return Items.structure(Tag.CAPABILITY_INFORMATION, streaming, asynchronous,
                    attestation, unwrap, destroy, shred, mode);
        }
        List<TtlvItem> all = new ArrayList<>(List.of(streaming, asynchronous, attestation,
                new TtlvItem.BooleanItem(Tag.BATCH_UNDO_CAPABILITY, true),
                new TtlvItem.BooleanItem(Tag.BATCH_CONTINUE_CAPABILITY, true), unwrap, destroy,
                shred, mode));
        if (version.atLeast(KmipVersion.V2_0)) {
            all.add(new TtlvItem.BooleanItem(Tag.QUANTUM_SAFE_CAPABILITY, false));
        }
        return new TtlvItem.Structure(Tag.CAPABILITY_INFORMATION, all);
    }
}
