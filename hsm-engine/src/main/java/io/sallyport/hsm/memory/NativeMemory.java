package io.sallyport.hsm.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The calls to the Linux kernel that Java has no words for. Every method tells whether the kernel
 * did it; none throws for a refusal. Safe for every thread.
 */
@SuppressWarnings("restricted")
public final class NativeMemory {
    /** Granularity of locking and mapping. */
    public static final long PAGE_BYTES = 4096;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final MemoryLayout POINTER = ValueLayout.ADDRESS;

    private static final MethodHandle PRCTL = call("prctl", 1, INT, INT, LONG, LONG, LONG, LONG);
    private static final MethodHandle SETRLIMIT = call("setrlimit", -1, INT, INT, POINTER);
    private static final MethodHandle GETRLIMIT = call("getrlimit", -1, INT, INT, POINTER);
    private static final MethodHandle MLOCK = call("mlock", -1, INT, POINTER, LONG);
    private static final MethodHandle MADVISE = call("madvise", -1, INT, POINTER, LONG, INT);
    private static final MethodHandle SYSCALL = call("syscall", 1, LONG, LONG, LONG);
    private static final MethodHandle SECCOMP = call("syscall", 1, LONG, LONG, LONG, LONG, POINTER);
    private static final MethodHandle SOCKET = call("socket", -1, INT, INT, INT, INT);
    private static final MethodHandle FTRUNCATE = call("ftruncate", -1, INT, INT, LONG);
    private static final MethodHandle MMAP = call("mmap", -1, POINTER, POINTER, LONG, INT, INT, INT,
            LONG);
    private static final MethodHandle MUNMAP = call("munmap", -1, INT, POINTER, LONG);
    private static final MethodHandle CLOSE = call("close", -1, INT, INT);

    private static final int PR_GET_DUMPABLE = 3;
    private static final int PR_SET_DUMPABLE = 4;
    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final long SECCOMP_SET_MODE_FILTER = 1;
    private static final long SECCOMP_FILTER_FLAG_TSYNC = 1;
    private static final int AF_INET = 2;
    private static final int SOCK_STREAM = 1;
    private static final int RLIMIT_CORE = 4;
    private static final int MADV_DONTDUMP = 16;
    private static final int MADV_WIPEONFORK = 18;
    private static final long SYS_MEMFD_SECRET = 447;
    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_SHARED = 1;
    private static final int MAP_PRIVATE_ANONYMOUS = 0x22;
    private static final long MAP_FAILED = -1;

    private NativeMemory() {}

    /** Forbids core dumps of this process, and that others of the same user look into it. */
    public static boolean forbidDump() {
        return number(PRCTL, PR_SET_DUMPABLE, 0L, 0L, 0L, 0L) == 0;
    }

    /** Whether the kernel says now that this process can't be dumped. */
    public static boolean dumpForbidden() {
        return number(PRCTL, PR_GET_DUMPABLE, 0L, 0L, 0L, 0L) == 0;
    }

    /** Sets the size limit of core files to zero, for good. */
    public static boolean forbidCoreFile() {
        try (Arena arena = Arena.ofConfined()) {
            return number(SETRLIMIT, RLIMIT_CORE, arena.allocate(LONG, 2)) == 0;
        }
    }

    /** Whether the kernel says now that no core file can be written. */
    public static boolean coreFileForbidden() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment limits = arena.allocate(LONG, 2);
            return number(GETRLIMIT, RLIMIT_CORE, limits) == 0
                    && limits.getAtIndex(LONG, 0) == 0 && limits.getAtIndex(LONG, 1) == 0;
        }
    }

    /** Refuses network, other programs and ways into other processes to this process, for good. */
    public static boolean forbidNetworkAndPrograms() {
        return SystemCallFilter.install();
    }

    /** Whether the kernel refuses a network socket now. */
    public static boolean networkForbidden() {
        int descriptor = (int) number(SOCKET, AF_INET, SOCK_STREAM, 0);
        if (descriptor >= 0) {
            number(CLOSE, descriptor);
        }
        return descriptor < 0;
    }

    /** Installs a filter of system calls in every thread, which can then gain no rights. */
    static boolean installFilter(long seccomp, MemorySegment program) {
        return number(PRCTL, PR_SET_NO_NEW_PRIVS, 1L, 0L, 0L, 0L) == 0
                && number(SECCOMP, seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC,
                        program) == 0;
    }

    /** Keeps these pages out of swap. */
    static boolean lock(MemorySegment pages) {
        return number(MLOCK, pages, pages.byteSize()) == 0;
    }

    /** Keeps these pages out of core dumps, and empty in a forked child. */
    static boolean keepOutOfDumps(MemorySegment pages) {
        boolean dump = number(MADVISE, pages, pages.byteSize(), MADV_DONTDUMP) == 0;
        boolean fork = number(MADVISE, pages, pages.byteSize(), MADV_WIPEONFORK) == 0;
        return dump && fork;
    }

    /**
     * Maps zeroed pages that the kernel itself can't reach (memfd_secret, Linux 5.14). They are
     * unmapped when the arena closes.
     *
     * @return a segment of length 0 if the kernel refuses
     */
    static MemorySegment mapSecret(long bytes, Arena arena) {
        int descriptor = (int) number(SYSCALL, SYS_MEMFD_SECRET, 0L);
        if (descriptor < 0) {
            return MemorySegment.NULL;
        }
        try {
            return number(FTRUNCATE, descriptor, bytes) == 0
                    ? map(bytes, MAP_SHARED, descriptor, arena)
                    : MemorySegment.NULL;
        } finally {
            number(CLOSE, descriptor);
        }
    }

    /** Maps zeroed private pages, unmapped when the arena closes; length 0 if refused. */
    static MemorySegment mapPrivate(long bytes, Arena arena) {
        return map(bytes, MAP_PRIVATE_ANONYMOUS, -1, arena);
    }

    private static MemorySegment map(long bytes, int flags, int descriptor, Arena arena) {
        MemorySegment start = address(MMAP, MemorySegment.NULL, bytes, PROT_READ_WRITE, flags,
                descriptor, 0L);
        return start.address() == MAP_FAILED ? MemorySegment.NULL
                : start.reinterpret(bytes, arena, NativeMemory::unmap);
    }

    private static void unmap(MemorySegment pages) {
        number(MUNMAP, pages, pages.byteSize());
    }

    private static MethodHandle call(String name, int firstVariadic, MemoryLayout result,
            MemoryLayout... parameters) {
        FunctionDescriptor descriptor = FunctionDescriptor.of(result, parameters);
        MemorySegment symbol = LINKER.defaultLookup().findOrThrow(name);
        return firstVariadic < 0 ? LINKER.downcallHandle(symbol, descriptor)
                : LINKER.downcallHandle(symbol, descriptor,
                        Linker.Option.firstVariadicArg(firstVariadic));
    }

    private static long number(MethodHandle function, Object... arguments) {
        return ((Number) invoke(function, arguments)).longValue();
    }

    private static MemorySegment address(MethodHandle function, Object... arguments) {
        return (MemorySegment) invoke(function, arguments);
    }

    private static Object invoke(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A native call broke.", e);
        }
    }
}
