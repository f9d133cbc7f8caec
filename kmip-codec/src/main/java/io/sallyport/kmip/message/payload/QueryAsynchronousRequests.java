package io.sallyport.kmip.message.payload;

import java.util.List;

import io.sallyport.kmip.bind.AsynchronousRequests;
import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Lists;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AsynchronousRequest;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Query Asynchronous Requests (since 2.1; KMIP 2.1 section 6.1.41). */
public final class QueryAsynchronousRequests {
    private static final Field<Request, List<ByteSlice>> VALUES =
            Lists.optional(Tag.ASYNCHRONOUS_CORRELATION_VALUES, Tag.ASYNCHRONOUS_CORRELATION_VALUE,
                    Codecs.BYTES, Request::asynchronousCorrelationValues);
    private static final Field<Request, List<Enumerated<Operation>>> OPERATIONS = Lists.optional(
            Tag.OPERATIONS, Tag.OPERATION, Codecs.enumeration(Operation::of), Request::operations);
    private static final Field<Response, List<AsynchronousRequest>> REQUESTS =
            Field.repeated(Tag.ASYNCHRONOUS_REQUEST, AsynchronousRequests.ONE, Response::requests);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.QUERY_ASYNCHRONOUS_REQUESTS, Request.class,
                    StructureBinding.of("Query Asynchronous Requests Request Payload",
                            List.of(VALUES, OPERATIONS),
                            v -> new Request(Lists.orEmpty(v.get(VALUES)),
                                    Lists.orEmpty(v.get(OPERATIONS)))),
                    Response.class,
                    StructureBinding.of("Query Asynchronous Requests Response Payload",
                            List.of(REQUESTS), v -> new Response(v.need(REQUESTS))));

    private QueryAsynchronousRequests() {}

    /** An empty list does not narrow the question. */
    public record Request(List<ByteSlice> asynchronousCorrelationValues,
            List<Enumerated<Operation>> operations) implements RequestPayload {
        public Request {
            asynchronousCorrelationValues = List.copyOf(asynchronousCorrelationValues);
            operations = List.copyOf(operations);
        }

        @Override
        public Operation operation() {
            return Operation.QUERY_ASYNCHRONOUS_REQUESTS;
        }
    }

    /** The requests that are not yet answered. */
    public record Response(List<AsynchronousRequest> requests) implements ResponsePayload {
        public Response {
            requests = List.copyOf(requests);
        }

        @Override
        public Operation operation() {
            return Operation.QUERY_ASYNCHRONOUS_REQUESTS;
        }
    }
}
