package io.sallyport.gateway.net.buffer;

import java.util.Arrays;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledHeapByteBuf;

/**
 * A buffer at the start of a heap block that the garbage collector doesn't move. What was ever
 * within its capacity is erased when it is released. It never becomes larger than a block.
 */
final class HeapBlockBuf extends UnpooledHeapByteBuf {

    private int capacity;
    private int used;

    HeapBlockBuf(SecretAllocator allocator, int initialCapacity, int maxCapacity) {
        super(allocator, checkFits(allocator, initialCapacity), maxCapacity);
        this.capacity = initialCapacity;
        this.used = initialCapacity;
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public ByteBuf capacity(int newCapacity) {
        checkNewCapacity(newCapacity);
        checkFits((SecretAllocator) alloc(), newCapacity);
        if (newCapacity < capacity) {
            trimIndicesToCapacity(newCapacity);
        }
        capacity = newCapacity;
        used = Math.max(used, newCapacity);
        return this;
    }

    @Override
    protected byte[] allocateArray(int initialCapacity) {
        return ((SecretAllocator) alloc()).takeHeapBlock();
    }

    @Override
    protected void freeArray(byte[] block) {
        Arrays.fill(block, 0, used, (byte) 0);
        ((SecretAllocator) alloc()).giveHeapBlock(block);
    }

    private static int checkFits(SecretAllocator allocator, int capacity) {
        if (capacity > allocator.heapBlockBytes()) {
            throw new IllegalArgumentException("A heap block holds at most "
                    + allocator.heapBlockBytes() + " bytes, not " + capacity + ".");
        }
        return capacity;
    }
}
