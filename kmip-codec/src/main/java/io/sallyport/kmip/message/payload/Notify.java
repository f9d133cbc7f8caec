package io.sallyport.kmip.message.payload;

import java.util.List;

import io.sallyport.kmip.bind.Changes;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AttributeChanges;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;

/** Notify, sent by the server (KMIP 2.1 section 6.2.2). */
public final class Notify {
    private static final Field<Request, String> ID = Field.required(Tag.UNIQUE_IDENTIFIER,
            Identifiers.TEXT, Request::uniqueIdentifier);
    private static final Field<Request, AttributeChanges> CHANGES = Field.span("Attribute",
            Changes.ALL, Request::changes);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(Operation.NOTIFY,
            Request.class,
            StructureBinding.of("Notify Request Payload", List.of(ID, CHANGES),
                    v -> new Request(v.need(ID), v.need(CHANGES))),
            Response.class,
            StructureBinding.of("Notify Response Payload", List.of(), v -> new Response()));

    private Notify() {}

    /** What changed of an object, at least its Last Change Date. */
    public record Request(String uniqueIdentifier,
            AttributeChanges changes) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.NOTIFY;
        }
    }

    /** The client took note. */
    public record Response() implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.NOTIFY;
        }
    }
}
