package io.sallyport.gateway.net.buffer;

import io.netty.buffer.UnpooledDirectByteBuf;
import io.netty.util.internal.CleanableDirectBuffer;

/** An off-heap buffer that is erased when it is released, and whose old part when it grows. */
final class SecretDirectBuf extends UnpooledDirectByteBuf {

    SecretDirectBuf(SecretAllocator allocator, int initialCapacity, int maxCapacity) {
        super(allocator, initialCapacity, maxCapacity);
    }

    @Override
    protected CleanableDirectBuffer allocateDirectBuffer(int capacity) {
        // Called by the superclass's constructor too: only what it has set by then is used.
        return ((SecretAllocator) alloc()).takeDirect(capacity);
    }
}
