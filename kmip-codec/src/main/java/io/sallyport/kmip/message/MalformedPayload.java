package io.sallyport.kmip.message;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Operation;

/** A payload that breaks the rules of its operation: this item fails, the message goes on. */
public record MalformedPayload(Enumerated<Operation> code, KmipFault fault)
        implements
            RequestPayload {

    @Override
    public @Nullable Operation operation() {
        return code.known();
    }
}
