package io.sallyport.kmip.message.payload;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyCompressionType;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KeyWrapType;
import io.sallyport.kmip.model.KeyWrappingSpecification;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Get (KMIP 2.1 section 6.1.24). */
public final class Get {
    private Get() {}

    /** An absent identifier means the ID Placeholder. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier,
            @Nullable Enumerated<KeyFormatType> keyFormatType,
            @Nullable Enumerated<KeyWrapType> keyWrapType,
            @Nullable Enumerated<KeyCompressionType> keyCompressionType,
            @Nullable KeyWrappingSpecification wrapping) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.GET;
        }

        /** The object as it is. */
        public static Request of(String uniqueIdentifier) {
            return new Request(UniqueIdentifier.of(uniqueIdentifier), null, null, null, null);
        }
    }

    /** The bytes of the object are views on a buffer of somebody else. */
    public record Response(Enumerated<ObjectType> objectType, String uniqueIdentifier,
            ManagedObject object) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.GET;
        }
    }
}
