package dev.porthole.probe;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A probe before it runs: whom to call, whether in TLS, what to say and to expect, for how long, and when the time
/// that it took is a fault of its own.
public record ProbeSpec(
        Target target, @Nullable TlsSpec tls, List<Step> steps, Limits limits, SlowerThan slow, Approach approach) {
    /// For how long.
    ///
    /// @param delay is waited before the name is looked up, and counts as part of the run
    /// @param parts when a part of a run that went well was too slow
    public record Limits(TimeLimit time, Duration delay, Map<Part, SlowerThan> parts) {
        public Limits {
            parts = Map.copyOf(parts);
        }

        public Limits(TimeLimit time, Duration delay) {
            this(time, delay, Map.of());
        }

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

    /// With the usual approach: all addresses, and who answers first is taken.
    public ProbeSpec(Target target, @Nullable TlsSpec tls, List<Step> steps, Limits limits, SlowerThan slow) {
        this(target, tls, steps, limits, slow, Approach.DEFAULT);
    }
}
