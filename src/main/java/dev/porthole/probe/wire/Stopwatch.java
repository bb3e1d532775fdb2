package dev.porthole.probe.wire;

import dev.porthole.probe.Span;
import java.time.Duration;

/// The time since the start of a run, on the clock that never jumps.
final class Stopwatch {
    private final long start = System.nanoTime();

    Duration now() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    Span since(Duration from) {
        return new Span(from, now());
    }
}
