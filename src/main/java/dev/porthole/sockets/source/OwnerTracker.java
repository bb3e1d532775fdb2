package dev.porthole.sockets.source;

import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.SnapshotDiff;
import dev.porthole.sockets.SocketTable;

/// Follows the owners from reading to reading: what is known stays known, only what is new is looked for. All but the
/// search itself is for one thread.
public interface OwnerTracker {
    /// Whether the owners need a search over all processes, as of the readings followed so far.
    boolean wantsSearch();

    /// Prepares a search over all processes, to be run in any thread. It speaks of the sockets of the readings up to
    /// the one that is followed next.
    Runnable search();

    /// The owners of a reading, within milliseconds. A search that has come to an end is taken into account.
    ///
    /// @param diff from the table that was followed before
    Ownership follow(SocketTable table, SnapshotDiff diff);
}
