package io.sallyport.hsm.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The calls that the kernel refuses to this process for good (seccomp, mode filter): sockets of any
 * family but Unix, other programs, and what reaches into other processes or around this filter. The
 * engine needs none of them; code that somebody smuggled into it would. A list of what is forbidden,
 * not of what is allowed, because what a JVM calls changes with its version; a service manager's
 * filter (the unit for systemd) has the other kind. Stateless.
 */
final class SystemCallFilter {
    private static final int LOAD_WORD = 0x20;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int JUMP_IF_AT_LEAST = 0x35;
    private static final int RETURN = 0x06;
    private static final int ALLOW = 0x7fff0000;
    private static final int REFUSE_EPERM = 0x00050001;
    /** Places in struct seccomp_data. */
    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;
    private static final int AF_UNIX = 1;
    private static final int INSTRUCTION_BYTES = 8;
    /** Where numbers of the x32 interface begin; elsewhere there are none so high. */
    private static final int X32 = 0x40000000;

    private SystemCallFilter() {}

    /**
     * An architecture of Linux.
     *
     * @param audit its AUDIT_ARCH
     * @param seccomp number of the call that installs a filter
     * @param socket number of the call that makes a socket
     * @param forbidden numbers of what is refused
     */
    private record Architecture(int audit, long seccomp, int socket, List<Integer> forbidden) {

        /** The one of this process; null for one that is not known here. */
        static @Nullable Architecture current() {
            return switch (System.getProperty("os.arch", "")) {
                // ptrace, execve, execveat, process_vm_readv, process_vm_writev, io_uring_setup,
                // bpf, perf_event_open, userfaultfd, unshare, setns, mount, keyctl, pidfd_getfd.
                case "amd64" -> new Architecture(0xc000003e, 317, 41, List.of(101, 59, 322, 310,
                        311, 425, 321, 298, 323, 272, 308, 165, 250, 438));
                case "aarch64" -> new Architecture(0xc00000b7, 277, 198, List.of(117, 221, 281,
                        270, 271, 425, 280, 241, 282, 97, 268, 40, 219, 438));
                default -> null;
            };
        }
    }

    /** One step: where it jumps to is counted from the next. */
    private record Step(int code, int ifTrue, int ifFalse, int operand) {}

    /** Installs the filter in every thread; tells whether the kernel did. */
    static boolean install() {
        Architecture architecture = Architecture.current();
        if (architecture == null) {
            return false;
        }
        List<Step> steps = program(architecture);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment code = arena.allocate((long) INSTRUCTION_BYTES * steps.size(), 8);
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                long at = (long) INSTRUCTION_BYTES * i;
                code.set(ValueLayout.JAVA_SHORT, at, (short) step.code());
                code.set(ValueLayout.JAVA_BYTE, at + 2, (byte) step.ifTrue());
                code.set(ValueLayout.JAVA_BYTE, at + 3, (byte) step.ifFalse());
                code.set(ValueLayout.JAVA_INT, at + 4, step.operand());
            }
            // struct sock_fprog: a length, and a pointer at the next multiple of 8.
            MemorySegment program = arena.allocate(16, 8);
            program.set(ValueLayout.JAVA_SHORT, 0, (short) steps.size());
            program.set(ValueLayout.ADDRESS, 8, code);
            return NativeMemory.installFilter(architecture.seccomp(), program);
        }
    }

    private static List<Step> program(Architecture architecture) {
        int forbidden = architecture.forbidden().size();
        List<Step> steps = new ArrayList<>();
        // Behind the forbidden numbers stand three steps about sockets, then allow, then refuse.
        int refuse = forbidden + 8;
        int allow = refuse - 1;
        steps.add(new Step(LOAD_WORD, 0, 0, ARCHITECTURE));
        steps.add(new Step(JUMP_IF_EQUAL, 0, refuse - 2, architecture.audit()));
        steps.add(new Step(LOAD_WORD, 0, 0, NUMBER));
        steps.add(new Step(JUMP_IF_AT_LEAST, refuse - 4, 0, X32));
        for (int number : architecture.forbidden()) {
            steps.add(new Step(JUMP_IF_EQUAL, refuse - steps.size() - 1, 0, number));
        }
        steps.add(new Step(JUMP_IF_EQUAL, 0, allow - steps.size() - 1, architecture.socket()));
        steps.add(new Step(LOAD_WORD, 0, 0, FIRST_ARGUMENT));
        steps.add(new Step(JUMP_IF_EQUAL, 0, 1, AF_UNIX));
        steps.add(new Step(RETURN, 0, 0, ALLOW));
        steps.add(new Step(RETURN, 0, 0, REFUSE_EPERM));
        return steps;
    }
}
