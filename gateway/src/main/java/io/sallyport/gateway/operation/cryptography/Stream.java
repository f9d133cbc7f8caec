package io.sallyport.gateway.operation.cryptography;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * Data that come in several parts, after one of them.
 *
 * @param keyId the key; null for Hash
 * @param approved whether every service so far was an approved one
 * @param continuation what the engine sealed for itself; no secret, its own memory
 */
record Stream(Operation operation, @Nullable String keyId, StreamSpec spec, boolean approved,
        ByteSlice continuation) {}
