package dev.porthole.counts;

import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Snapshot;
import java.time.Instant;

/// The numbers of one snapshot.
///
/// @param complete whether no rows are known to be missing; what is not complete is neither judged nor remembered
public record Tally(Instant time, StateCounts counts, SystemLimits limits, boolean complete) {
    /// Counts the very rows of the snapshot.
    public static Tally of(Snapshot snapshot, SystemLimits limits) {
        boolean complete = snapshot.gaps().stream().noneMatch(Gap::missesRows);
        return new Tally(snapshot.time(), StateCounts.of(snapshot.table(), limits), limits, complete);
    }
}
