package dev.porthole.probe;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A probe before it runs: whom to call, whether in TLS, what to say and to expect, for how long, and when the time
/// that it took is a fault of its own.
public record ProbeSpec(Target target, @Nullable TlsSpec tls, List<Step> steps, Limits limits, SlowerThan slow) {
    /// `delay` is waited before the name is looked up, and counts as part of the run.
    public record Limits(TimeLimit time, Duration delay) {
        public static Limits total(Duration length) {
            return new Limits(new TimeLimit.Total(length), Duration.ZERO);
        }
    }

    public ProbeSpec {
        steps = List.copyOf(steps);
        if (steps.stream().filter(Step.Expect.class::isInstance).count() > 1) {
            throw new IllegalArgumentException("a probe expects one answer");
        }
    }
}
