package io.sallyport.kmip.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The bound on the time of an input, on a clock that the test moves. */
class TimeBoundTest {
    private long now;
    private int runs;

    private void run(TimeBound bound, Integer... millis) {
        Deque<Integer> takes = new ArrayDeque<>(List.of(millis));
        bound.check(() -> {
            runs++;
            now += takes.remove() * 1_000_000L;
        });
    }

    @Test
    void anInputThatIsAlwaysSlowIsAFindingOfTheSearch() {
        TimeBound searching = new TimeBound(true, () -> now);
        assertThatThrownBy(() -> run(searching, 500, 101, 300, 400))
                .isInstanceOf(AssertionError.class).hasMessageContaining("101 ms");
        assertThat(runs).isEqualTo(TimeBound.RUNS);
    }

    @Test
    void oneSlowRunIsNone() {
        TimeBound searching = new TimeBound(true, () -> now);
        run(searching, 500, 100);
        run(searching, 3);
        assertThat(runs).isEqualTo(3);
    }

    @Test
    void aReplayMeasuresNothing() {
        run(new TimeBound(false, () -> now), 5000);
        assertThat(runs).isEqualTo(1);
    }
}
