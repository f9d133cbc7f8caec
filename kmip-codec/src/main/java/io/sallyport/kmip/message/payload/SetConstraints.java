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

/** Set Constraints (since 2.1; KMIP 2.1 section 6.1.52). */
public final class SetConstraints {
    private static final Field<Request, List<Constraint>> CONSTRAINTS =
            Field.optional(Tag.CONSTRAINTS, ConstraintSets.CONSTRAINTS, Request::constraints);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.SET_CONSTRAINTS, Request.class,
                    StructureBinding.of("Set Constraints Request Payload", List.of(CONSTRAINTS),
                            v -> new Request(v.get(CONSTRAINTS))),
                    Response.class, StructureBinding.of("Set Constraints Response Payload",
                            List.of(), v -> new Response()));

    private SetConstraints() {}

    /** Absent constraints take all of them away. */
    public record Request(@Nullable List<Constraint> constraints) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.SET_CONSTRAINTS;
        }
    }

    /** They hold. */
    public record Response() implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.SET_CONSTRAINTS;
        }
    }
}
