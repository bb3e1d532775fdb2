package dev.porthole.counts;

import dev.porthole.threshold.Range;
import dev.porthole.threshold.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What a rule knows of one group so far. Immutable.
///
/// @param numbers of the last minute, for a change
/// @param judged how the last readings were judged, the newest last
/// @param warning where the value lies that warns, as of the last reading; null if it does not
/// @param value what was judged last; empty if nothing could be
record RuleState(
        List<Point> numbers,
        List<Severity> judged,
        @Nullable Side warning,
        @Nullable Side critical,
        OptionalDouble value) {
    static final RuleState NEW = new RuleState(List.of(), List.of(), null, null, OptionalDouble.empty());

    private static final Duration MINUTE = Duration.ofMinutes(1);
    /// A change over less time says nothing yet.
    private static final Duration SHORTEST = Duration.ofSeconds(15);

    record Point(Instant time, double number) {}

    /// On which side of its range a value alerts.
    record Side(Range.Side of) {}

    RuleState next(CountRule rule, Instant time, OptionalDouble number) {
        if (number.isEmpty()) {
            return new RuleState(List.of(), pushed(Severity.UNKNOWN, rule), warning, critical, number);
        }
        boolean changes = rule.measure() == Measure.CHANGE_PER_MINUTE;
        List<Point> points = changes ? lastMinute(new Point(time, number.getAsDouble())) : List.of();
        OptionalDouble measured = changes ? perMinute(points) : number;
        if (measured.isEmpty()) {
            return new RuleState(points, pushed(Severity.UNKNOWN, rule), null, null, measured);
        }
        double now = measured.getAsDouble();
        boolean none = number.getAsDouble() == 0;
        boolean passedOver = none && !changes && rule.judged().perGroup();
        Side warns = passedOver ? null : side(rule.judged().thresholds().warning(), warning, now, rule);
        Side alerts = passedOver ? null : side(rule.judged().thresholds().critical(), critical, now, rule);
        Severity severity = alerts != null ? Severity.CRITICAL : warns != null ? Severity.WARNING : Severity.OK;
        Severity whole = none ? severity.worse(rule.judged().whenNone()) : severity;
        return new RuleState(points, pushed(whole, rule), warns, alerts, measured);
    }

    /// The gravest severity that enough of the last readings reached.
    Severity severity(Firmness firmness) {
        long critical = judged.stream().filter(s -> s == Severity.CRITICAL).count();
        long warning = judged.stream().filter(s -> s == Severity.WARNING).count();
        if (critical >= firmness.need()) {
            return Severity.CRITICAL;
        }
        return critical + warning >= firmness.need() ? Severity.WARNING : Severity.OK;
    }

    private static @Nullable Side side(Range range, @Nullable Side before, double value, CountRule rule) {
        var side = range.side(value);
        if (side.isPresent()) {
            return new Side(side.get());
        }
        return before != null
                        && range.alertsStill(value, before.of(), rule.firmness().margin())
                ? before
                : null;
    }

    private List<Severity> pushed(Severity severity, CountRule rule) {
        List<Severity> all = new ArrayList<>(judged);
        all.add(severity);
        return List.copyOf(all.subList(Math.max(0, all.size() - rule.firmness().of()), all.size()));
    }

    private List<Point> lastMinute(Point now) {
        List<Point> points = new ArrayList<>();
        for (Point point : numbers) {
            if (!point.time().isBefore(now.time().minus(MINUTE)) && point.time().isBefore(now.time())) {
                points.add(point);
            }
        }
        points.add(now);
        return List.copyOf(points);
    }

    private static OptionalDouble perMinute(List<Point> points) {
        Point first = points.getFirst();
        Point last = points.getLast();
        Duration between = Duration.between(first.time(), last.time());
        return between.compareTo(SHORTEST) < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((last.number() - first.number()) * 60_000 / between.toMillis());
    }
}
