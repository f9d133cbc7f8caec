package io.sallyport.kmip.message.payload;

import java.util.List;

import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.KmipVersionPair;
import io.sallyport.kmip.model.Operation;

/** Discover Versions (since 1.1; KMIP 2.1 section 6.1.18). */
public final class DiscoverVersions {
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
