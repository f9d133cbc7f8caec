package io.sallyport.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void nothingMeansATemporaryFolder() {
        assertThat(Options.parse()).isEqualTo(new Options(null, false));
    }

    @Test
    void bothFormsOfAnOptionAreRead() {
        assertThat(Options.parse("--dir", "a", "--keep"))
                .isEqualTo(Options.parse("--keep", "--dir=a"))
                .isEqualTo(new Options(Path.of("a"), true));
    }

    @Test
    void otherWordsAreRefused() {
        assertThatThrownBy(() -> Options.parse("--kep"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("--kep");
        assertThatThrownBy(() -> Options.parse("--dir"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
