package dev.porthole.probe;

import dev.porthole.threshold.Severity;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// The worst that a run was too slow by: as a whole, or in one of its parts.
record Slowness(Severity severity, String sentence) {
    static Optional<Slowness> of(ProbeSpec spec, Trace trace) {
        var whole = of("it", spec.slow(), trace.elapsed());
        var parts = Arrays.stream(Part.values()).flatMap(part -> trace.time(part).stream()
                .flatMap(took ->
                        of(part.words(), spec.limits().parts().getOrDefault(part, SlowerThan.NEVER), took).stream()));
        return Stream.concat(whole.stream(), parts)
                .sorted(Comparator.comparing((Slowness slow) -> slow.severity() != Severity.CRITICAL))
                .findFirst();
    }

    private static Optional<Slowness> of(String what, SlowerThan limits, Duration took) {
        Severity severity = limits.judge(took);
        Duration limit = severity == Severity.CRITICAL ? limits.critical() : limits.warning();
        return severity == Severity.OK || limit == null
                ? Optional.empty()
                : Optional.of(new Slowness(
                        severity,
                        "All went well, but " + what + " took " + HumanTime.of(took) + ", and " + HumanTime.of(limit)
                                + " is the limit"));
    }
}
