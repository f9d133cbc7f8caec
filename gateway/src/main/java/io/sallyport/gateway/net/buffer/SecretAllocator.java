package io.sallyport.gateway.net.buffer;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.util.internal.CleanableDirectBuffer;
import io.netty.util.internal.PlatformDependent;

/**
 * The allocator of channels that carry secrets: what it gives out is erased on release. Buffers are
 * off-heap unless a heap buffer is asked for by name, which only the TLS handler does. Safe for
 * every thread; meant for one event loop.
 */
public final class SecretAllocator extends AbstractByteBufAllocator {

    private static final int SMALL_BYTES = 4 << 10;
    private static final int LARGE_BYTES = 32 << 10;
    private static final int SPARE_SMALL_MAX = 1024;
    private static final int SPARE_LARGE_MAX = 128;
    private static final int PREPARED_HEAP_BLOCKS = 3;

    private final int heapBlockBytes;
    private final Deque<byte[]> spareHeap = new ArrayDeque<>();
    private final Deque<ByteBuffer> spareSmall = new ArrayDeque<>();
    private final Deque<ByteBuffer> spareLarge = new ArrayDeque<>();
    private final AtomicInteger heapBlocks = new AtomicInteger();
    private final AtomicInteger buffersOut = new AtomicInteger();
    private final AtomicLong directBytesOut = new AtomicLong();
    private volatile Runnable afterUse = () -> {};

    SecretAllocator(int heapBlockBytes) {
        super(true);
        this.heapBlockBytes = heapBlockBytes;
        for (int i = 0; i < PREPARED_HEAP_BLOCKS; i++) {
            spareHeap.push(newHeapBlock());
        }
    }

    /** What else to do when something secret was used, on whatever thread gives it back. */
    void afterUse(Runnable what) {
        afterUse = what;
    }

    int buffersOut() {
        return buffersOut.get();
    }

    long directBytesOut() {
        return directBytesOut.get();
    }

    int heapBlocks() {
        return heapBlocks.get();
    }

    // Netty's defaults choose the heap when it believes that it can't free off-heap memory.

    @Override
    public ByteBuf buffer() {
        return directBuffer();
    }

    @Override
    public ByteBuf buffer(int initialCapacity) {
        return directBuffer(initialCapacity);
    }

    @Override
    public ByteBuf buffer(int initialCapacity, int maxCapacity) {
        return directBuffer(initialCapacity, maxCapacity);
    }

    @Override
    public ByteBuf ioBuffer() {
        return directBuffer();
    }

    @Override
    public ByteBuf ioBuffer(int initialCapacity) {
        return directBuffer(initialCapacity);
    }

    @Override
    public ByteBuf ioBuffer(int initialCapacity, int maxCapacity) {
        return directBuffer(initialCapacity, maxCapacity);
    }

    @Override
    public CompositeByteBuf compositeBuffer(int maxComponents) {
        return compositeDirectBuffer(maxComponents);
    }

    @Override
    public boolean isDirectBufferPooled() {
        return true;
    }

    @Override
    protected ByteBuf newHeapBuffer(int initialCapacity, int maxCapacity) {
        return toLeakAwareBuffer(new HeapBlockBuf(this, initialCapacity, maxCapacity));
    }

    @Override
    protected ByteBuf newDirectBuffer(int initialCapacity, int maxCapacity) {
        return toLeakAwareBuffer(new SecretDirectBuf(this, initialCapacity, maxCapacity));
    }

    byte[] takeHeapBlock() {
        buffersOut.incrementAndGet();
        byte[] block;
        synchronized (spareHeap) {
            block = spareHeap.poll();
        }
        return block != null ? block : newHeapBlock();
    }

    /** Takes back a block of which the caller has erased all that was used. */
    void giveHeapBlock(byte[] block) {
        synchronized (spareHeap) {
            spareHeap.push(block);
        }
        buffersOut.decrementAndGet();
        afterUse.run();
    }

    int heapBlockBytes() {
        return heapBlockBytes;
    }

    CleanableDirectBuffer takeDirect(int capacity) {
        buffersOut.incrementAndGet();
        directBytesOut.addAndGet(capacity);
        if (capacity > LARGE_BYTES) {
            // Rare, and too large to keep: freed as soon as it is given back.
            CleanableDirectBuffer own = PlatformDependent.allocateDirect(capacity);
            return new Loan(own.buffer().slice(0, capacity), own::clean);
        }
        Deque<ByteBuffer> spare = spareFor(capacity);
        ByteBuffer spareBlock;
        synchronized (spare) {
            spareBlock = spare.poll();
        }
        ByteBuffer block = spareBlock != null
                ? spareBlock
                : ByteBuffer.allocateDirect(capacity <= SMALL_BYTES ? SMALL_BYTES : LARGE_BYTES);
        return new Loan(block.slice(0, capacity), () -> keep(spare, block));
    }

    private static void keep(Deque<ByteBuffer> spare, ByteBuffer block) {
        int spareMax = block.capacity() == SMALL_BYTES ? SPARE_SMALL_MAX : SPARE_LARGE_MAX;
        synchronized (spare) {
            if (spare.size() < spareMax) {
                spare.push(block);
            }
        }
    }

    private Deque<ByteBuffer> spareFor(int capacity) {
        return capacity <= SMALL_BYTES ? spareSmall : spareLarge;
    }

    private byte[] newHeapBlock() {
        heapBlocks.incrementAndGet();
        return new byte[heapBlockBytes];
    }

    /** A part of a block that is out; {@link #clean()} erases it and gives the block back. */
    private final class Loan implements CleanableDirectBuffer {
        private final ByteBuffer part;
        private final Runnable giveBack;

        Loan(ByteBuffer part, Runnable giveBack) {
            this.part = part;
            this.giveBack = giveBack;
        }

        @Override
        public ByteBuffer buffer() {
            return part;
        }

        @Override
        public void clean() {
            MemorySegment.ofBuffer(part.duplicate().clear()).fill((byte) 0);
            giveBack.run();
            directBytesOut.addAndGet(-part.capacity());
            buffersOut.decrementAndGet();
            afterUse.run();
        }
    }
}
