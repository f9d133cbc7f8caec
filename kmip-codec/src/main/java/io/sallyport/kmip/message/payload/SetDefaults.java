package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.ConstraintSets;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.ObjectDefaults;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;

/** Set Defaults (since 2.1; KMIP 2.1 section 6.1.53). */
public final class SetDefaults {
    private static final Field<Request, List<ObjectDefaults>> DEFAULTS =
            Field.optional(Tag.DEFAULTS_INFORMATION, ConstraintSets.DEFAULTS, Request::defaults);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(
            Operation.SET_DEFAULTS, Request.class,
            StructureBinding.of("Set Defaults Request Payload", List.of(DEFAULTS),
                    v -> new Request(v.get(DEFAULTS))),
            Response.class,
            StructureBinding.of("Set Defaults Response Payload", List.of(), v -> new Response()));

    private SetDefaults() {}

    /** Absent defaults take all of them away. */
    public record Request(@Nullable List<ObjectDefaults> defaults) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.SET_DEFAULTS;
        }
    }

    /** They hold. */
    public record Response() implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.SET_DEFAULTS;
        }
    }
}
