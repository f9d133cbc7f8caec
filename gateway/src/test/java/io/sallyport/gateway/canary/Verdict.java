package io.sallyport.gateway.canary;

import static org.assertj.core.api.Assertions.assertThat;

/** What a search has to come to. */
final class Verdict {
    private static final int UNREAD_PERCENT_MAX = 1;

    private Verdict() {}

    /** Nothing was found, and not because nothing was looked at. */
    static void nothing(Findings found) {
        assertThat(found.byPlace()).isEmpty();
        assertThat(found.whole()).isZero();
        assertThat(found.halves()).isZero();
        assertThat(found.bytesRead()).isPositive();
        assertThat(found.bytesUnread() * 100)
                .isLessThanOrEqualTo(found.bytesRead() * UNREAD_PERCENT_MAX);
    }
}
