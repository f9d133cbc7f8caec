package io.sallyport.kmip.message.payload;

import java.util.List;

import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.EndpointRole;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;

/** Set Endpoint Role (since 2.0; KMIP 2.1 section 6.1.54). */
public final class SetEndpointRole {
    private static final Field<Request, Enumerated<EndpointRole>> ROLE = Field.required(
            Tag.ENDPOINT_ROLE, Codecs.enumeration(EndpointRole::of), Request::endpointRole);
    private static final Field<Response, Enumerated<EndpointRole>> ANSWERED_ROLE = Field.required(
            Tag.ENDPOINT_ROLE, Codecs.enumeration(EndpointRole::of), Response::endpointRole);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.SET_ENDPOINT_ROLE, Request.class,
                    StructureBinding.of("Set Endpoint Role Request Payload", List.of(ROLE),
                            v -> new Request(v.need(ROLE))),
                    Response.class, StructureBinding.of("Set Endpoint Role Response Payload",
                            List.of(ANSWERED_ROLE), v -> new Response(v.need(ANSWERED_ROLE))));

    private SetEndpointRole() {}

    /** The role that the receiver shall play on this connection. */
    public record Request(Enumerated<EndpointRole> endpointRole) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.SET_ENDPOINT_ROLE;
        }
    }

    /** The role that it plays. */
    public record Response(Enumerated<EndpointRole> endpointRole) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.SET_ENDPOINT_ROLE;
        }
    }
}
