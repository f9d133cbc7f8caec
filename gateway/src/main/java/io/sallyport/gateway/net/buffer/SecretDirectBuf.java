package io.sallyport.gateway.net.buffer;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledDirectByteBuf;
import io.netty.util.internal.CleanableDirectBuffer;

/** An off-heap buffer that is erased when it is released, and whose old part when it grows. */
final class SecretDirectBuf extends UnpooledDirectByteBuf {

    /** The superclass doesn't give back what it was made with; only what it took itself. */
    private @Nullable CleanableDirectBuffer first;

    SecretDirectBuf(SecretAllocator allocator, int initialCapacity, int maxCapacity) {
        this(allocator, allocator.takeDirect(initialCapacity), maxCapacity);
    }

    private SecretDirectBuf(SecretAllocator allocator, CleanableDirectBuffer first,
            int maxCapacity) {
        super(allocator, first.buffer(), maxCapacity);
        this.first = first;
        clear();
    }

    @Override
    public ByteBuf capacity(int newCapacity) {
        int oldCapacity = capacity();
        super.capacity(newCapacity);
        if (newCapacity != oldCapacity) {
            giveFirst();
        }
        return this;
    }

    @Override
    protected CleanableDirectBuffer allocateDirectBuffer(int capacity) {
        return ((SecretAllocator) alloc()).takeDirect(capacity);
    }

    @Override
    protected void deallocate() {
        super.deallocate();
        giveFirst();
    }

    private void giveFirst() {
        if (first != null) {
            first.clean();
            first = null;
        }
    }
}
