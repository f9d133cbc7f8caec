package io.sallyport.kmip.message;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.ttlv.TtlvItem;

/** The payload of an operation that this build does not bind; kept as it came. */
public record UnknownPayload(Enumerated<Operation> code, TtlvItem.Structure structure)
        implements
            RequestPayload,
            ResponsePayload {

    @Override
    public @Nullable Operation operation() {
        return code.known();
    }

    @Override
    public String toString() {
        return "UnknownPayload[" + code + "]";
    }
}
