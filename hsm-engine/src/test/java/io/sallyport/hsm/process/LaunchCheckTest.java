package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchCheckTest {

    /** As the Java virtual machine tells its arguments. */
    @ParameterizedTest
    @ValueSource(strings = {"-javaagent:a.jar", "-agentlib:jdwp=server=y", "-agentpath:/a.so",
            "-Xrunjdwp:server=y", "-Xdebug", "-XX:+EnableDynamicAgentLoading",
            "-XX:-DisableAttachMechanism", "-XX:+StartAttachListener",
            "-Dcom.sun.management.jmxremote.port=9", "-XX:StartFlightRecording=duration=1s",
            "--patch-module=java.base=p", "-Xbootclasspath/a:b.jar",
            "--upgrade-module-path=m", "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-exports=java.base/sun.security.provider=ALL-UNNAMED",
            "-Djava.system.class.loader=L", "-XX:SharedArchiveFile=a.jsa", "-XX:AOTCache=a.aot",
            "-XX:OnError=gcore %p", "-XX:OnOutOfMemoryError=sh",
            "-XX:+HeapDumpOnOutOfMemoryError", "-XX:+HeapDumpBeforeFullGC",
            "-XX:+CreateCoredumpOnCrash", "-XX:Flags=f", "-XX:VMOptionsFile=f"})
    void aFlagThatOpensTheProcessIsRefused(String flag) {
        List<String> arguments = new ArrayList<>(EngineLaunch.jvmFlags());
        arguments.add(flag);
        assertThat(LaunchCheck.refusal(arguments, Map.of())).contains("does not start");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS",
            "JDK_AOT_VM_OPTIONS", "LD_PRELOAD", "LD_AUDIT", "LD_LIBRARY_PATH"})
    void aVariableThatBringsCodeIsRefused(String variable) {
        assertThat(LaunchCheck.refusal(EngineLaunch.jvmFlags(), Map.of(variable, "x")))
                .contains(variable);
    }

    @Test
    void theEnginesOwnFlagsAreNot() {
        assertThat(LaunchCheck.refusal(EngineLaunch.jvmFlags(), Map.of("PATH", "/bin"))).isNull();
        assertThat(LaunchCheck.refusal(EngineLaunch.fipsJvmFlags(), Map.of())).isNull();
    }

    /** A real start: what the launcher makes of a flag is what is looked for. */
    @ParameterizedTest
    @ValueSource(strings = {"--add-opens java.base/java.lang=ALL-UNNAMED",
            "--add-exports java.base/sun.security.provider=ALL-UNNAMED",
            "--patch-module java.base=missing", "-Xbootclasspath/a:missing.jar",
            "-XX:+EnableDynamicAgentLoading", "-XX:OnError=true",
            "-XX:+HeapDumpOnOutOfMemoryError"})
    void noEngineStartsWithSuchAFlag(String flag) throws Exception {
        List<String> flags = Stream.concat(EngineLaunch.jvmFlags().stream(),
                Stream.of(flag.split(" ", -1))).toList();
        Process process = RunningEngine.spawn(flags, System.getProperty("java.class.path"),
                "--init", "--state", "none", "--auto-unseal", "none");
        process.getOutputStream().close();
        assertThat(RunningEngine.errors(process)).contains("The engine does not start with");
        assertThat(process.waitFor()).isEqualTo(1);
    }
}
