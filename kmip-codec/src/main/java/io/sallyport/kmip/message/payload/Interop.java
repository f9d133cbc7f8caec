package io.sallyport.kmip.message.payload;

import java.util.List;

import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.InteropFunction;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;

/** Interop (since 2.0; KMIP 2.1 section 6.1.26). */
public final class Interop {
    private static final Field<Request, Enumerated<InteropFunction>> FUNCTION =
            Field.required(Tag.INTEROP_FUNCTION, Codecs.enumeration(InteropFunction::of),
                    Request::interopFunction);
    private static final Field<Request, String> IDENTIFIER =
            Field.required(Tag.INTEROP_IDENTIFIER, Codecs.TEXT, Request::interopIdentifier);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(Operation.INTEROP,
            Request.class,
            StructureBinding.of("Interop Request Payload", List.of(FUNCTION, IDENTIFIER),
                    v -> new Request(v.need(FUNCTION), v.need(IDENTIFIER))),
            Response.class,
            StructureBinding.of("Interop Response Payload", List.of(), v -> new Response()));

    private Interop() {}

    /** Marks where a test case begins and ends. */
    public record Request(Enumerated<InteropFunction> interopFunction,
            String interopIdentifier) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.INTEROP;
        }
    }

    /** It is taken note of. */
    public record Response() implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.INTEROP;
        }
    }
}
