package dev.porthole.probe;

import java.time.Duration;

/// How long a probe may take. A length of zero or less is up at once.
public sealed interface TimeLimit {
    /// One deadline for the whole run: ours.
    record Total(Duration length) implements TimeLimit {}

    /// Each of connecting (with TLS), sending, reading and quitting has its own: check-tcp's.
    record PerPhase(Duration length) implements TimeLimit {}

    record None() implements TimeLimit {}
}
