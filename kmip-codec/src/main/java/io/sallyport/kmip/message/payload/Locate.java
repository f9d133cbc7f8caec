package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.ObjectGroupMember;
import io.sallyport.kmip.model.Operation;

/** Locate (KMIP 2.1 section 6.1.32). */
public final class Locate {
    private Locate() {}

    /** Every attribute of the filter must match. */
    public record Request(@Nullable Integer maximumItems, @Nullable Integer offsetItems,
            @Nullable Integer storageStatusMask,
            @Nullable Enumerated<ObjectGroupMember> objectGroupMember,
            AttributeList filter) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.LOCATE;
        }
    }

    /** The count of all that match is told from 1.3 on. */
    public record Response(@Nullable Integer locatedItems,
            List<String> uniqueIdentifiers) implements ResponsePayload {
        public Response {
            uniqueIdentifiers = List.copyOf(uniqueIdentifiers);
        }

        @Override
        public Operation operation() {
            return Operation.LOCATE;
        }
    }
}
