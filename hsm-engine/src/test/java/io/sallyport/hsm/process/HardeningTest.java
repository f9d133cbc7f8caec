package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class HardeningTest {

    @Test
    void afterwardsThereIsNoNetworkAndNoOtherProgramInAnyThread() throws Exception {
        Process process = RunningEngine.spawn(System.getProperty("java.class.path"),
                ShutOff.class);
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).isEqualTo("""
                before: network program unix
                old thread: refused refused unix
                new thread: refused refused unix
                """);
        assertThat(process.waitFor()).isZero();
    }
}
