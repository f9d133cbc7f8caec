package io.sallyport.gateway.net.buffer;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.management.HotSpotDiagnosticMXBean;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.internal.ContextInternal;

/**
 * All memory in which the network side holds plaintext: one {@link SecretAllocator} per event loop,
 * made before the first connection, and the count of what is in use. Safe for every thread.
 *
 * <p>Zeroing an array is only worth something if no copy of it was left behind by the garbage
 * collector. The blocks are therefore larger than what the collector moves: about one region of G1,
 * or a large page of ZGC.
 */
public final class SecretMemory {

    /** ZGC never moves an object larger than this. */
    private static final int ZGC_LARGE_OBJECT_BYTES = 4 << 20;

    /** Room for the header of an array, so that a block fits in one region. */
    private static final int ARRAY_HEADER_BYTES = 64;

    private final int heapBlockBytes;
    private final Deque<SecretAllocator> prepared = new ArrayDeque<>();
    private final List<SecretAllocator> allocators = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<EventExecutor, SecretAllocator> byLoop = new ConcurrentHashMap<>();

    private SecretMemory(int heapBlockBytes) {
        this.heapBlockBytes = heapBlockBytes;
    }

    /**
     * Makes the memory for a number of event loops. Call it before anything secret arrives: with a
     * collector that moves even large arrays, it collects twice so that the blocks settle.
     */
    public static SecretMemory forLoops(int eventLoops) {
        SecretMemory memory = new SecretMemory(unmovableBytes());
        for (int i = 0; i < eventLoops; i++) {
            memory.prepared.add(memory.newAllocator());
        }
        if (!collectorKeepsLargeArrays()) {
            System.gc();
            System.gc();
        }
        // Its class is made here, and not on an event loop that serves.
        ZeroedFrame.enter();
        return memory;
    }

    /**
     * The allocator of an event loop; always the same one for the same loop. Soon after something
     * from it was given back, the loop's stack is erased below what is in use.
     */
    public SecretAllocator allocatorOf(EventExecutor eventLoop) {
        return byLoop.computeIfAbsent(eventLoop, loop -> {
            SecretAllocator allocator = nextPrepared();
            allocator.afterUse(new StackEraser(loop)::secretWasHere);
            return allocator;
        });
    }

    /** An empty off-heap buffer for so many bytes, of the event loop that asks. */
    public ByteBuf take(int bytes) {
        return allocatorOf(ContextInternal.current().nettyEventLoop())
                .directBuffer(Math.max(bytes, 1));
    }

    /** Buffers of both kinds that are in use, that is: taken and not yet released. */
    public int buffersOut() {
        return allocators.stream().mapToInt(SecretAllocator::buffersOut).sum();
    }

    /** Bytes of the off-heap buffers that are in use. */
    public long directBytesOut() {
        return allocators.stream().mapToLong(SecretAllocator::directBytesOut).sum();
    }

    /** Heap blocks that exist, in use or not. */
    public int heapBlocks() {
        return allocators.stream().mapToInt(SecretAllocator::heapBlocks).sum();
    }

    private SecretAllocator nextPrepared() {
        synchronized (prepared) {
            SecretAllocator ready = prepared.poll();
            return ready != null ? ready : newAllocator();
        }
    }

    private SecretAllocator newAllocator() {
        SecretAllocator allocator = new SecretAllocator(heapBlockBytes);
        allocators.add(allocator);
        return allocator;
    }

    private static boolean collectorKeepsLargeArrays() {
        return flag("UseG1GC").equals("true") || flag("UseZGC").equals("true");
    }

    private static int unmovableBytes() {
        if (flag("UseG1GC").equals("true")) {
            return Integer.parseInt(flag("G1HeapRegionSize")) - ARRAY_HEADER_BYTES;
        }
        return ZGC_LARGE_OBJECT_BYTES + ARRAY_HEADER_BYTES;
    }

    private static String flag(String name) {
        return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).getVMOption(name)
                .getValue();
    }
}
