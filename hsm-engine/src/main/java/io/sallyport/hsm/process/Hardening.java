package io.sallyport.hsm.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.sallyport.hsm.command.EngineResult.ProtectionStatus;
import io.sallyport.hsm.crypto.CryptoModule;
import io.sallyport.hsm.memory.MemoryKind;
import io.sallyport.hsm.memory.NativeMemory;

/** What the process does to keep others out of its memory, and what of it holds. */
final class Hardening {
    private Hardening() {}

    /** Shuts the process off. Call before any secret exists. */
    static void apply() {
        NativeMemory.forbidDump();
        NativeMemory.forbidCoreFile();
        NativeMemory.forbidNetworkAndPrograms();
    }

    /** Arguments of this Java virtual machine. */
    static List<String> jvmArguments() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    /** The protections as they stand now, asked of the kernel where it can tell. */
    static List<ProtectionStatus> report(MemoryKind rootKey, MemoryKind domainKeys) {
        List<String> arguments = jvmArguments();
        List<ProtectionStatus> report = new ArrayList<>();
        report.add(new ProtectionStatus("cryptographic-module", true,
                CryptoModule.current().description()));
        report.add(new ProtectionStatus("not-dumpable", NativeMemory.dumpForbidden(),
                "PR_GET_DUMPABLE as read back"));
        report.add(new ProtectionStatus("no-core-file", NativeMemory.coreFileForbidden(),
                "RLIMIT_CORE as read back"));
        report.add(new ProtectionStatus("no-network", NativeMemory.networkForbidden(),
                "a network socket as tried; Seccomp " + statusLine("Seccomp:")));
        report.add(new ProtectionStatus("no-attach",
                arguments.contains("-XX:+DisableAttachMechanism"), "-XX:+DisableAttachMechanism"));
        report.add(new ProtectionStatus("no-agent",
                LaunchCheck.refusal(arguments, System.getenv()) == null
                        && !Boolean.getBoolean(EngineLaunch.ALLOW_AGENTS),
                "flags and environment"));
        report.add(new ProtectionStatus("no-heap-dump",
                !arguments.contains("-XX:+HeapDumpOnOutOfMemoryError"),
                "HeapDumpOnOutOfMemoryError"));
        report.add(new ProtectionStatus("root-key-memory", rootKey != MemoryKind.UNLOCKED,
                rootKey.toString()));
        report.add(new ProtectionStatus("domain-key-memory", domainKeys != MemoryKind.UNLOCKED,
                domainKeys.toString()));
        String locked = statusLine("VmLck:");
        report.add(new ProtectionStatus("locked-memory",
                !locked.isEmpty() && !locked.startsWith("0 "), locked));
        return List.copyOf(report);
    }

    private static String statusLine(String name) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith(name)) {
                    return line.substring(name.length()).strip();
                }
            }
            return "";
        } catch (IOException e) {
            return "";
        }
    }
}
