package dev.porthole.diagnosis.rule;

import java.time.Duration;

/// A long span in one unit: `3 days`, `5 hours`, `12 minutes`.
final class HumanSpan {
    private HumanSpan() {}

    static String of(Duration span) {
        if (span.toDays() >= 2) {
            return span.toDays() + " days";
        }
        return span.toHours() >= 2 ? span.toHours() + " hours" : Math.max(1, span.toMinutes()) + " minutes";
    }
}
