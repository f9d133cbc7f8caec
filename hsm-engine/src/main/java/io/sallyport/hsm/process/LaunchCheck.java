package io.sallyport.hsm.process;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Looks whether the Java virtual machine was started with a way in or out that the engine's own
 * flags shut. It catches a setting that came along unseen; whoever can start the engine can start
 * something else in its place. Stateless.
 */
final class LaunchCheck {
    /** What shows or changes the inside of the process; beginnings of arguments. */
    private static final List<String> FLAGS = List.of(
            // Agents and debuggers.
            "-javaagent:", "-agentlib:", "-agentpath:", "-Xrun", "-Xdebug",
            "-XX:+EnableDynamicAgentLoading", "-XX:-DisableAttachMechanism",
            "-XX:+StartAttachListener", "-Dcom.sun.management.", "-XX:StartFlightRecording",
            "-XX:+FlightRecorder",
            // Code that the check of the archives does not see, or an open door to what it saw.
            "--patch-module", "-Xbootclasspath", "--upgrade-module-path", "--add-opens",
            "--add-exports", "-Djava.system.class.loader", "-XX:SharedArchiveFile",
            "-XX:AOTCache", "-Xverify:none", "-XX:-BytecodeVerificationRemote",
            // Programs that are run, and dumps.
            "-XX:OnError", "-XX:OnOutOfMemoryError", "-XX:+HeapDump", "-XX:+FullGCHeapDump",
            "-XX:+CreateCoredumpOnCrash",
            // Flags that come from a file.
            "-XX:Flags=", "-XX:VMOptionsFile");
    /** Variables from which the Java launcher or the loader of programs takes more of the same. */
    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JDK_AOT_VM_OPTIONS", "LD_PRELOAD", "LD_AUDIT",
            "LD_LIBRARY_PATH");

    private LaunchCheck() {}

    /**
     * The sentence that says why the process must not start, or null.
     *
     * @param arguments of the Java virtual machine
     */
    static @Nullable String refusal(List<String> arguments, Map<String, String> environment) {
        if (arguments.contains("-D" + EngineLaunch.ALLOW_AGENTS + "=true")) {
            return null;
        }
        for (String argument : arguments) {
            for (String flag : FLAGS) {
                if (argument.startsWith(flag)) {
                    return "The engine does not start with the flag " + flag
                            + ", which opens its process: leave it out.";
                }
            }
        }
        for (String variable : VARIABLES) {
            if (environment.containsKey(variable)) {
                return "The engine does not start with " + variable + " set: unset it.";
            }
        }
        return null;
    }
}
