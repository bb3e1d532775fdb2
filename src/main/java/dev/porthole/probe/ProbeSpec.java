package dev.porthole.probe;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        long raised = steps.stream().filter(Step.RaiseToTls.class::isInstance).count();
        if (raised > (tls == null ? 1 : 0)) {
            throw new IllegalArgumentException("a connection is raised to TLS once");
        }
    }

    /// With the usual approach: all addresses, and who answers first is taken.
    public ProbeSpec(Target target, @Nullable TlsSpec tls, List<Step> steps, Limits limits, SlowerThan slow) {
        this(target, tls, steps, limits, slow, Approach.DEFAULT);
    }

    /// How the connection is secured, from the first byte on or by a step; empty if it stays plain.
    public Optional<TlsSpec> security() {
        return Optional.ofNullable(tls).or(() -> steps.stream()
                .flatMap(step -> step instanceof Step.RaiseToTls(var _, TlsSpec raised) ? Stream.of(raised) : null)
                .findFirst());
    }
}
