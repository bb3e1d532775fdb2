package dev.porthole.counts;

import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Snapshot;
import java.time.Instant;
import java.util.OptionalInt;

/// The numbers of one snapshot.
///
/// @param complete whether no rows are known to be missing; what is not complete is neither judged nor remembered
public record Tally(Instant time, StateCounts counts, SystemLimits limits, boolean complete) {
    /// Counts the very rows of the snapshot.
    public static Tally of(Snapshot snapshot, SystemLimits limits) {
        boolean complete = snapshot.gaps().stream().noneMatch(Gap::missesRows);
        return new Tally(snapshot.time(), StateCounts.of(snapshot.table()), limits, complete);
    }

    /// Ephemeral ports that TIME_WAIT keeps from being used again; empty if the range of these ports is not known.
    public OptionalInt timeWaitPorts() {
        return limits.ephemeralPorts().stream().mapToInt(counts::timeWaitPorts).findFirst();
    }
}
