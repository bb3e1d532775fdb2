package dev.porthole.ui.counts;

import java.time.Duration;

/// How much of the past a live chart shows.
enum ChartSpan {
    MINUTE(Duration.ofMinutes(1)),
    FIVE_MINUTES(Duration.ofMinutes(5)),
    /// A moment less: what is remembered by the second goes back no further.
    HOUR(Duration.ofMinutes(60).minusSeconds(10)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7));

    private final Duration length;

    ChartSpan(Duration length) {
        this.length = length;
    }

    long seconds() {
        return length.toSeconds();
    }
}
