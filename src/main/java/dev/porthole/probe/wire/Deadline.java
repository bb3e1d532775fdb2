package dev.porthole.probe.wire;

import dev.porthole.probe.TimeLimit;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The time that a run or its present phase has left; when it is up the timer trips the [Abort].
final class Deadline {
    private final TimeLimit limit;
    private final Abort abort;
    private final ScheduledExecutorService timer;
    private @Nullable Long end;
    private @Nullable Long whole;
    private @Nullable Future<?> alarm;

    Deadline(TimeLimit limit, Abort abort, ScheduledExecutorService timer) {
        this.limit = limit;
        this.abort = abort;
        this.timer = timer;
        if (limit instanceof TimeLimit.Total(Duration length)) {
            set(length);
            whole = end;
        }
    }

    /// A phase begins that may have a limit of its own.
    void beginPhase() {
        if (limit instanceof TimeLimit.PerPhase(Duration length)) {
            set(length);
        }
    }

    /// What comes now may take `length` at most, and no longer than a total limit leaves.
    void shorten(Duration length) {
        if (limit instanceof TimeLimit.Total && left().compareTo(length) > 0) {
            set(length);
        }
    }

    /// Takes back what was shortened: a total limit holds to its end.
    void restore() {
        Long last = whole;
        if (last != null && abort.reason() == null) {
            set(Duration.ofNanos(last - System.nanoTime()));
        }
    }

    /// A very long time if there is no limit.
    Duration left() {
        Long last = end;
        return last == null ? Duration.ofDays(365) : Duration.ofNanos(last - System.nanoTime());
    }

    /// Whether time is up. Trips the abort itself, as the timer may be late by a moment.
    boolean isOver() {
        if (!left().isPositive()) {
            abort.trip(Abort.Reason.TIME);
        }
        return abort.reason() != null;
    }

    void end() {
        Future<?> set = alarm;
        if (set != null) {
            set.cancel(false);
        }
    }

    private void set(Duration length) {
        end();
        long nanos = nanosOf(length);
        end = System.nanoTime() + nanos;
        alarm = timer.schedule(() -> abort.trip(Abort.Reason.TIME), nanos, TimeUnit.NANOSECONDS);
    }

    private static long nanosOf(Duration length) {
        Duration longest = Duration.ofDays(365);
        return length.compareTo(longest) > 0 ? longest.toNanos() : length.isNegative() ? 0 : length.toNanos();
    }
}
