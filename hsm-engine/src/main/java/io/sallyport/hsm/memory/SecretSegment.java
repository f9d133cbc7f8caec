package io.sallyport.hsm.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.Objects;

/**
 * A long-lived secret outside the heap, on pages of its own: memfd_secret where the kernel has it,
 * else locked, else plain (and {@link #kind()} says so). Zeroed by {@link #close()}. Has no
 * content in {@code toString}, no {@code equals}, and can't be serialised. Safe for every thread;
 * closing while another thread reads fails for the closer.
 */
public final class SecretSegment implements AutoCloseable {
    private final Arena arena;
    private final MemorySegment pages;
    private final long bytes;
    private final MemoryKind kind;

    private SecretSegment(Arena arena, MemorySegment pages, long bytes, MemoryKind kind) {
        this.arena = arena;
        this.pages = pages;
        this.bytes = bytes;
        this.kind = kind;
    }

    /**
     * An empty secret of this many bytes, on the best memory that the host gives.
     *
     * @throws IllegalArgumentException if the length is not positive
     */
    public static SecretSegment allocate(long bytes) {
        return allocate(bytes, true);
    }

    /** Locked private pages, for buffers that system calls must reach. */
    public static SecretSegment allocateOrdinary(long bytes) {
        return allocate(bytes, false);
    }

    // The arena lives as long as the secret: close() closes it.
    @SuppressWarnings("MustBeClosedChecker")
    private static SecretSegment allocate(long bytes, boolean secret) {
        if (bytes <= 0) {
            throw new IllegalArgumentException("A secret has at least one byte.");
        }
        long rounded = Math.ceilDiv(bytes, NativeMemory.PAGE_BYTES) * NativeMemory.PAGE_BYTES;
        Arena arena = Arena.ofShared();
        MemorySegment pages = secret ? NativeMemory.mapSecret(rounded, arena) : MemorySegment.NULL;
        MemoryKind kind = MemoryKind.MEMFD_SECRET;
        if (pages.byteSize() == 0) {
            pages = NativeMemory.mapPrivate(rounded, arena);
            if (pages.byteSize() == 0) {
                arena.close();
                throw new IllegalStateException("The kernel gives no memory for secrets.");
            }
            boolean locked = NativeMemory.lock(pages);
            boolean hidden = NativeMemory.keepOutOfDumps(pages);
            kind = locked && hidden ? MemoryKind.LOCKED : MemoryKind.UNLOCKED;
        }
        return new SecretSegment(arena, pages, bytes, kind);
    }

    /** Length in bytes. */
    public long byteSize() {
        return bytes;
    }

    /** How well the memory is guarded. */
    public MemoryKind kind() {
        return kind;
    }

    /** Lets {@code use} read and write the bytes for the time of the call. */
    public <X extends Exception> void use(KeyAccess access, Use<X> use) throws X {
        Objects.requireNonNull(access);
        use.accept(pages.asSlice(0, bytes));
    }

    /** Whether two secrets are equal, in time that depends on their lengths only. */
    public boolean matches(SecretSegment other) {
        if (bytes != other.bytes) {
            return false;
        }
        int difference = 0;
        for (long i = 0; i < bytes; i++) {
            difference |= pages.get(ValueLayout.JAVA_BYTE, i)
                    ^ other.pages.get(ValueLayout.JAVA_BYTE, i);
        }
        return difference == 0;
    }

    /** Zeroes and unmaps the memory. Idempotent. */
    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            pages.fill((byte) 0);
            VarHandle.fullFence();
            arena.close();
        }
    }

    @Override
    public String toString() {
        return "SecretSegment[" + bytes + " bytes, " + kind + "]";
    }

    /** Something done with the bytes of a secret; they end with the call. */
    @FunctionalInterface
    public interface Use<X extends Exception> {
        /** Reads or writes the secret. */
        void accept(MemorySegment bytes) throws X;
    }
}
