package io.sallyport.gateway.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalBudgetTest {
    private static final long SECOND = 1_000_000_000;

    private final RefusalBudget budget = new RefusalBudget();
    private long now = Long.MAX_VALUE - 5 * SECOND; // the system's time may overflow

    @Test
    void anAddressHasSomeAtOnceAndThenOneEachSecond() {
        assertThat(taken("a", 50)).isEqualTo(RefusalBudget.BURST);
        now += SECOND - 1;
        assertThat(taken("a", 5)).isZero();
        now += 1;
        assertThat(taken("a", 5)).isEqualTo(1);
        now += 7 * SECOND;
        assertThat(taken("a", 50)).isEqualTo(7);
        now += 1_000 * SECOND;
        assertThat(taken("a", 50)).isEqualTo(RefusalBudget.BURST);
    }

    @Test
    void oneAddressDoesNotUseUpTheBudgetOfOthers() {
        assertThat(taken("a", 10_000)).isEqualTo(RefusalBudget.BURST);
        assertThat(taken("b", 1)).isEqualTo(1);
    }

    @Test
    void manyAddressesHaveTenTimesAsMuch() {
        int all = 0;
        for (int i = 0; i < 5_000; i++) {
            all += taken("address " + i, 2);
        }
        assertThat(all).isEqualTo(RefusalBudget.BURST * RefusalBudget.ADDRESSES);
        now += SECOND;
        assertThat(taken("another", 1)).isEqualTo(1);
    }

    private int taken(String address, int times) {
        int taken = 0;
        for (int i = 0; i < times; i++) {
            taken += budget.take(address, now) ? 1 : 0;
        }
        return taken;
    }
}
