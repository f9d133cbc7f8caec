package io.sallyport.gateway.operation.cryptography;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.ttlv.ByteSlice;

/** Between the slices of messages and the buffers of the engine, without a copy. Stateless. */
final class Views {
    private static final ByteBuffer NOTHING = ByteBuffer.allocateDirect(0);

    private Views() {}

    /** A view on what a buffer holds from its position to its limit. */
    static ByteSlice slice(ByteBuffer buffer) {
        return ByteSlice.view(buffer, buffer.position(), buffer.remaining());
    }

    /** The same for a buffer that may be absent. */
    static @Nullable ByteSlice sliceIfThere(@Nullable ByteBuffer buffer) {
        return buffer == null ? null : slice(buffer);
    }

    /** The same, but none where there are no bytes: a part of a stream often gives nothing yet. */
    static @Nullable ByteSlice sliceIfAny(ByteBuffer buffer) {
        return buffer.hasRemaining() ? slice(buffer) : null;
    }

    /** A buffer on a slice that may be absent. */
    static @Nullable ByteBuffer bufferIfThere(@Nullable ByteSlice slice) {
        return slice == null ? null : slice.asReadOnlyBuffer();
    }

    /** A buffer on a slice; an empty one if there is none. */
    static ByteBuffer buffer(@Nullable ByteSlice slice) {
        return slice == null ? NOTHING.duplicate() : slice.asReadOnlyBuffer();
    }
}
