package io.sallyport.kmip.message;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.Operation;

/** What an operation answers. One record per operation in {@code message.payload}. */
public interface ResponsePayload {

    /** The operation; null only for an operation that is in no table of this build. */
    @Nullable
    Operation operation();
}
