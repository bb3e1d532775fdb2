package dev.porthole.counts;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What a rule measures of a tally. Empty where the system does not tell.
public enum Measure {
    /// Sockets of the scope.
    COUNT,
    /// By how much their number grows, per minute.
    CHANGE_PER_MINUTE,
    /// Percent of the ephemeral ports that TIME_WAIT keeps; the scope does not matter.
    EPHEMERAL_SHARE,
    /// Percent of the open files that the system allows, which sockets of the scope are.
    OPEN_FILES_SHARE,
    /// Listeners whose accept queue is full; the scope does not matter.
    FULL_ACCEPT_QUEUES;

    /// Whether it is about the sockets of a scope.
    public boolean hasScope() {
        return this == COUNT || this == CHANGE_PER_MINUTE || this == OPEN_FILES_SHARE;
    }

    /// At this one moment; of a change it is the number that changes.
    OptionalDouble of(Tally tally, CountScope scope) {
        return switch (this) {
            case COUNT, CHANGE_PER_MINUTE -> OptionalDouble.of(scope.in(tally.counts()));
            case EPHEMERAL_SHARE -> {
                OptionalInt kept = tally.timeWaitPorts();
                var range = tally.limits().ephemeralPorts();
                yield kept.isPresent() && range.isPresent()
                        ? OptionalDouble.of(
                                100.0 * kept.getAsInt() / range.get().size())
                        : OptionalDouble.empty();
            }
            case OPEN_FILES_SHARE -> {
                var most = tally.limits().openFiles();
                yield most.isPresent() && most.getAsLong() > 0
                        ? OptionalDouble.of(100.0 * scope.in(tally.counts()) / most.getAsLong())
                        : OptionalDouble.empty();
            }
            case FULL_ACCEPT_QUEUES -> {
                OptionalInt full = tally.counts().fullAcceptQueues();
                yield full.isPresent() ? OptionalDouble.of(full.getAsInt()) : OptionalDouble.empty();
            }
        };
    }
}
