package io.sallyport.hsm.process;

import java.util.ArrayList;
import java.util.List;

/** How a supervisor starts the engine. */
public final class EngineLaunch {
    /** System property that lets the engine start with agents, for measuring test coverage. */
    public static final String ALLOW_AGENTS = "sallyport.engine.allowAgents";
    /** What the engine of the FIPS distribution has to be started with beside the other flags. */
    private static final List<String> FIPS_FLAGS = List.of(
            "-Dorg.bouncycastle.fips.approved_only=true",
            // Which use a key has, its object says. The module would let the first use decide.
            "-Dorg.bouncycastle.rsa.allow_multi_use=true",
            // Else the module unpacks a library into the folder for temporary files.
            "-Dorg.bouncycastle.native.cpu_variant=java");
    /** The one line on standard output that says that the socket is open. */
    public static final String READY = "ready";

    private EngineLaunch() {}

    /**
     * Flags for the engine's Java: no way in (attach, agents, performance data), no way out (heap
     * and core dumps), and a small heap in which garbage does not travel far.
     */
    public static List<String> jvmFlags() {
        return List.of("-XX:+DisableAttachMechanism", "-XX:-UsePerfData",
                "-XX:-EnableDynamicAgentLoading", "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC",
                "-Xms64m", "-Xmx64m", "-XX:MaxDirectMemorySize=128m", "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED");
    }

    /** Flags for the engine of the FIPS distribution. */
    public static List<String> fipsJvmFlags() {
        List<String> flags = new ArrayList<>(jvmFlags());
        flags.addAll(FIPS_FLAGS);
        return List.copyOf(flags);
    }
}
