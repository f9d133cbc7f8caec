package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.ConstraintSets;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.Constraint;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;

/** Get Constraints (since 2.1; KMIP 2.1 section 6.1.22). */
public final class GetConstraints {
    private static final Field<Response, List<Constraint>> CONSTRAINTS =
            Field.optional(Tag.CONSTRAINTS, ConstraintSets.CONSTRAINTS, Response::constraints);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.GET_CONSTRAINTS, Request.class,
                    StructureBinding.of("Get Constraints Request Payload", List.of(),
                            v -> new Request()),
                    Response.class, StructureBinding.of("Get Constraints Response Payload",
                            List.of(CONSTRAINTS), v -> new Response(v.get(CONSTRAINTS))));

    private GetConstraints() {}

    /** Asks for all constraints. */
    public record Request() implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.GET_CONSTRAINTS;
        }
    }

    /** The constraints that hold; absent where there are none. */
    public record Response(@Nullable List<Constraint> constraints) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.GET_CONSTRAINTS;
        }
    }
}
