package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class HeapEraserTest {

    /** In a process of its own, with the engine's collector and the engine's heap. */
    @Test
    void copiesThatTheCollectorLeftAreGoneAfterwards() throws Exception {
        Process process = RunningEngine.spawn(System.getProperty("java.class.path"),
                ErasedHeap.class);
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(RunningEngine.errors(process)).isZero();
        String[] counts = said.strip().split(" ", -1);
        System.out.println("Copies on the heap before and after it was erased: " + said.strip());
        assertThat(Integer.parseInt(counts[0])).isGreaterThanOrEqualTo(500);
        assertThat(counts[1]).isEqualTo("0");
    }

    @Test
    void tenQuietLooksAfterACommandAreEnough() {
        HeapEraser.Looks looks = new HeapEraser.Looks(7);
        assertThat(looks.isDue(8)).isFalse();
        for (int i = 0; i < 9; i++) {
            assertThat(looks.isDue(8)).isFalse();
        }
        assertThat(looks.isDue(8)).isTrue();
    }

    @Test
    void whereCommandsKeepComingEachThirtiethLookIsFollowed() {
        HeapEraser.Looks looks = new HeapEraser.Looks(0);
        for (int look = 1; look <= 90; look++) {
            assertThat(looks.isDue(look)).isEqualTo(look % 30 == 0);
        }
    }

    @Test
    void withoutACommandNothingIsErased() {
        HeapEraser.Looks looks = new HeapEraser.Looks(3);
        for (int look = 0; look < 100; look++) {
            assertThat(looks.isDue(3)).isFalse();
        }
    }
}
