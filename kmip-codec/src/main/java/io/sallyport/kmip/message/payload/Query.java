package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AttestationType;
import io.sallyport.kmip.model.ClientRegistrationMethod;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.QueryFunction;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Query (KMIP 2.1 section 6.1.38). */
public final class Query {
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

        /** The answer to the two questions that nearly every client asks. */
        public static Response of(List<Enumerated<Operation>> operations,
                List<Enumerated<ObjectType>> objectTypes, @Nullable String vendor) {
            return new Response(operations, objectTypes, vendor, null, List.of(), List.of(),
                    List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null,
                    List.of());
        }
    }
}
