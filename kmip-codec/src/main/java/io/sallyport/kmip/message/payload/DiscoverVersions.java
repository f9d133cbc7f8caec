package io.sallyport.kmip.message.payload;

import java.util.List;

import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.bind.Versions;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.KmipVersionPair;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;

/** Discover Versions (since 1.1; KMIP 2.1 section 6.1.16). */
public final class DiscoverVersions {
    private static final Field<Request, List<KmipVersionPair>> VERSIONS = Field
            .repeated(Tag.PROTOCOL_VERSION, Versions.PAIR, Request::versions);
    private static final Field<Response, List<KmipVersionPair>> ANSWERED_VERSIONS = Field
            .repeated(Tag.PROTOCOL_VERSION, Versions.PAIR, Response::versions);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(
            Operation.DISCOVER_VERSIONS, Request.class,
            StructureBinding.of("Discover Versions Request Payload", List.of(VERSIONS),
                    v -> new Request(v.need(VERSIONS))),
            Response.class, StructureBinding.of("Discover Versions Response Payload",
                    List.of(ANSWERED_VERSIONS), v -> new Response(v.need(ANSWERED_VERSIONS))));

    private DiscoverVersions() {}

    /** The versions that the client likes, best first; none asks for all. */
    public record Request(List<KmipVersionPair> versions) implements RequestPayload {
        public Request {
            versions = List.copyOf(versions);
        }

        @Override
        public Operation operation() {
            return Operation.DISCOVER_VERSIONS;
        }
    }

    /** The versions that both sides speak, best first. */
    public record Response(List<KmipVersionPair> versions) implements ResponsePayload {
        public Response {
            versions = List.copyOf(versions);
        }

        @Override
        public Operation operation() {
            return Operation.DISCOVER_VERSIONS;
        }
    }
}
