package io.sallyport.gateway.canary;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.List;

/** Another process's memory by the kernel's calls for it. Linux only. One thread. */
@SuppressWarnings("restricted")
final class ForeignMemory {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final MemoryLayout POINTER = ValueLayout.ADDRESS;
    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE
            .varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle READ = call("process_vm_readv", LONG, INT, POINTER, LONG,
            POINTER, LONG, LONG);
    private static final MethodHandle PTRACE = call("ptrace", LONG, INT, INT, LONG, LONG);
    private static final int PTRACE_SEIZE = 0x4206;
    private static final int EFAULT = 14;
    private static final long NOWHERE = 4096;

    private final long pid;
    private int errno;

    ForeignMemory(long pid) {
        this.pid = pid;
    }

    /** What a search through {@code process_vm_readv} finds. */
    String read(List<Needle> needles) throws IOException {
        int refusal = readAt(NOWHERE, new byte[1], 1) < 0 ? errno : EFAULT;
        if (refusal != EFAULT) {
            return "refused: error " + refusal;
        }
        return Intruder.counted(MemoryScan.of(pid, needles, this::readAt));
    }

    /** Whether {@code ptrace} takes hold; it lets go when this program ends. */
    String seize() {
        long result = invoke(PTRACE, PTRACE_SEIZE, (int) pid, 0L, 0L);
        return result == 0 ? "takes hold" : "refused: error " + errno;
    }

    /** Copies memory from there; -1 if the kernel refuses, and the reason is kept. */
    private int readAt(long address, byte[] into, int length) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment copy = arena.allocate(length);
            MemorySegment local = arena.allocate(LONG, 2);
            local.setAtIndex(LONG, 0, copy.address());
            local.setAtIndex(LONG, 1, length);
            MemorySegment remote = arena.allocate(LONG, 2);
            remote.setAtIndex(LONG, 0, address);
            remote.setAtIndex(LONG, 1, length);
            int read = (int) invoke(READ, (int) pid, local, 1L, remote, 1L, 0L);
            if (read > 0) {
                MemorySegment.copy(copy, ValueLayout.JAVA_BYTE, 0, into, 0, read);
            }
            return read;
        }
    }

    private long invoke(MethodHandle function, Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            Object[] all = new Object[arguments.length + 1];
            all[0] = state;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            long result = (long) function.invokeWithArguments(all);
            errno = (int) ERRNO.get(state, 0L);
            return result;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle call(String name, MemoryLayout result,
            MemoryLayout... parameters) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(result, parameters),
                Linker.Option.captureCallState("errno"));
    }
}
