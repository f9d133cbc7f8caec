package io.sallyport.kmip.message.payload;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.ProtectionMasks;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AttestationType;
import io.sallyport.kmip.model.ClientRegistrationMethod;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.QueryFunction;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Query (KMIP 2.1 section 6.1.40). */
public final class Query {
    private static final Field<Request, List<Enumerated<QueryFunction>>> FUNCTIONS = Field.repeated(
            Tag.QUERY_FUNCTION, Codecs.enumeration(QueryFunction::of), Request::functions);
    private static final Field<Response, List<Enumerated<Operation>>> OPERATIONS = Field
            .repeated(Tag.OPERATION, Codecs.enumeration(Operation::of), Response::operations);
    private static final Field<Response, List<Enumerated<ObjectType>>> OBJECT_TYPES = Field
            .repeated(Tag.OBJECT_TYPE, Codecs.enumeration(ObjectType::of), Response::objectTypes);
    private static final Field<Response, String> VENDOR = Field.optional(Tag.VENDOR_IDENTIFICATION,
            Codecs.TEXT, Response::vendorIdentification);
    private static final Field<Response, TtlvItem.Structure> SERVER = Field
            .optional(Tag.SERVER_INFORMATION, Codecs.STRUCTURE, Response::serverInformation);
    private static final Field<Response, List<String>> NAMESPACES = Field
            .repeated(Tag.APPLICATION_NAMESPACE, Codecs.TEXT, Response::applicationNamespaces);
    private static final Field<Response, List<TtlvItem.Structure>> EXTENSIONS =
            Field.<Response, TtlvItem.Structure>repeated(
                    Tag.EXTENSION_INFORMATION, Codecs.STRUCTURE, Response::extensionInformation)
                    .since(KmipVersion.V1_1);
    private static final Field<Response, List<Enumerated<AttestationType>>> ATTESTATION = Field
            .<Response, Enumerated<AttestationType>>repeated(Tag.ATTESTATION_TYPE,
                    Codecs.enumeration(AttestationType::of), Response::attestationTypes)
            .since(KmipVersion.V1_2);
    private static final Field<Response, List<TtlvItem.Structure>> RNGS =
            Field.<Response, TtlvItem.Structure>repeated(
                    Tag.RNG_PARAMETERS, Codecs.STRUCTURE, Response::rngParameters)
                    .since(KmipVersion.V1_3);
    private static final Field<Response, List<TtlvItem.Structure>> PROFILES =
            Field.<Response, TtlvItem.Structure>repeated(
                    Tag.PROFILE_INFORMATION, Codecs.STRUCTURE, Response::profileInformation)
                    .since(KmipVersion.V1_3);
    private static final Field<Response, List<TtlvItem.Structure>> VALIDATIONS =
            Field.<Response, TtlvItem.Structure>repeated(
                    Tag.VALIDATION_INFORMATION, Codecs.STRUCTURE, Response::validationInformation)
                    .since(KmipVersion.V1_3);
    private static final Field<Response, List<TtlvItem.Structure>> CAPABILITIES =
            Field.<Response, TtlvItem.Structure>repeated(
                    Tag.CAPABILITY_INFORMATION, Codecs.STRUCTURE, Response::capabilityInformation)
                    .since(KmipVersion.V1_3);
    private static final Field<Response, List<Enumerated<ClientRegistrationMethod>>> REGISTRATION =
            Field
                    .<Response, Enumerated<ClientRegistrationMethod>>repeated(
                            Tag.CLIENT_REGISTRATION_METHOD,
                            Codecs.enumeration(ClientRegistrationMethod::of),
                            Response::clientRegistrationMethods)
                    .since(KmipVersion.V1_3);
    private static final Field<Response, TtlvItem.Structure> DEFAULTS =
            Field.<Response, TtlvItem.Structure>optional(
                    Tag.DEFAULTS_INFORMATION, Codecs.STRUCTURE, Response::defaultsInformation)
                    .since(KmipVersion.V2_0);
    private static final Field<Response, List<Integer>> MASKS = Field
            .<Response, List<Integer>>optional(Tag.PROTECTION_STORAGE_MASKS, ProtectionMasks.CODEC,
                    r -> ProtectionMasks.orNull(r.protectionStorageMasks()))
            .since(KmipVersion.V2_0);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(Operation.QUERY,
            Request.class,
            StructureBinding.of("Query Request Payload", List.of(FUNCTIONS),
                    v -> new Request(v.need(FUNCTIONS))),
            Response.class,
            StructureBinding.of("Query Response Payload",
                    List.of(OPERATIONS, OBJECT_TYPES, VENDOR, SERVER, NAMESPACES, EXTENSIONS,
                            ATTESTATION, RNGS, PROFILES, VALIDATIONS, CAPABILITIES, REGISTRATION,
                            DEFAULTS, MASKS),
                    v -> new Response(v.need(OPERATIONS), v.need(OBJECT_TYPES), v.get(VENDOR),
                            v.get(SERVER), v.need(NAMESPACES), v.need(EXTENSIONS),
                            v.need(ATTESTATION), v.need(RNGS), v.need(PROFILES),
                            v.need(VALIDATIONS), v.need(CAPABILITIES), v.need(REGISTRATION),
                            v.get(DEFAULTS), ProtectionMasks.orEmpty(v.get(MASKS)))));

    private Query() {}

    /** What the client wants to know. */
    public record Request(List<Enumerated<QueryFunction>> functions) implements RequestPayload {
        public Request {
            functions = List.copyOf(functions);
        }

        @Override
        public Operation operation() {
            return Operation.QUERY;
        }
    }

    /** What the server tells; the structures are in the form of the version. */
    public record Response(List<Enumerated<Operation>> operations,
            List<Enumerated<ObjectType>> objectTypes, @Nullable String vendorIdentification,
            TtlvItem.@Nullable Structure serverInformation, List<String> applicationNamespaces,
            List<TtlvItem.Structure> extensionInformation,
            List<Enumerated<AttestationType>> attestationTypes,
            List<TtlvItem.Structure> rngParameters, List<TtlvItem.Structure> profileInformation,
            List<TtlvItem.Structure> validationInformation,
            List<TtlvItem.Structure> capabilityInformation,
            List<Enumerated<ClientRegistrationMethod>> clientRegistrationMethods,
            TtlvItem.@Nullable Structure defaultsInformation,
            List<Integer> protectionStorageMasks) implements ResponsePayload {
        public Response {
            operations = List.copyOf(operations);
            objectTypes = List.copyOf(objectTypes);
            applicationNamespaces = List.copyOf(applicationNamespaces);
            extensionInformation = List.copyOf(extensionInformation);
            attestationTypes = List.copyOf(attestationTypes);
            rngParameters = List.copyOf(rngParameters);
            profileInformation = List.copyOf(profileInformation);
            validationInformation = List.copyOf(validationInformation);
            capabilityInformation = List.copyOf(capabilityInformation);
            clientRegistrationMethods = List.copyOf(clientRegistrationMethods);
            protectionStorageMasks = List.copyOf(protectionStorageMasks);
        }

        @Override
        public Operation operation() {
            return Operation.QUERY;
        }

        /** What a server without extensions, attestation, validations and defaults tells. */
        public static Response of(List<Enumerated<Operation>> operations,
                List<Enumerated<ObjectType>> objectTypes, @Nullable String vendor,
                Optional<TtlvItem.Structure> serverInformation, List<TtlvItem.Structure> rngs,
                List<TtlvItem.Structure> profiles, List<TtlvItem.Structure> capabilities,
                List<Enumerated<ClientRegistrationMethod>> registration,
                List<Integer> protectionStorageMasks) {
            return new Response(operations, objectTypes, vendor, serverInformation.orElse(null),
                    List.of(), List.of(), List.of(), rngs, profiles, List.of(), capabilities,
                    registration, null, protectionStorageMasks);
        }

        /** The same with what new objects get by themselves. */
        public Response with(TtlvItem.@Nullable Structure defaults) {
            return new Response(operations, objectTypes, vendorIdentification, serverInformation,
                    applicationNamespaces, extensionInformation, attestationTypes, rngParameters,
                    profileInformation, validationInformation, capabilityInformation,
                    clientRegistrationMethods, defaults, protectionStorageMasks);
        }

        /** The answer to the two questions that nearly every client asks. */
        public static Response of(List<Enumerated<Operation>> operations,
                List<Enumerated<ObjectType>> objectTypes, @Nullable String vendor) {
            return new Response(operations, objectTypes, vendor, null, List.of(), List.of(),
                    List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null,
                    List.of());
        }
    }
}
