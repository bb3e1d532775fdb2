package dev.porthole.probe;

import java.time.Duration;

/// A stretch of a run, both ends counted from its start on a clock that never jumps.
public record Span(Duration from, Duration to) {
    public Duration length() {
        return to.minus(from);
    }
}
