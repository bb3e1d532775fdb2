package dev.porthole.diagnosis;

import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The sockets of this machine around a probe.
///
/// @param before when it began
/// @param during the last time that they were looked at while it ran; empty of a probe that was too short
/// @param after when it was over
/// @param ours the probe's own sockets, as they were last seen while it ran; empty of a probe that was too short
/// @param earlier who waited on the port the last time that anybody did
public record Seen(
        Snapshot before, Optional<Snapshot> during, Snapshot after, List<SocketEntry> ours, Optional<Earlier> earlier) {
    public Seen {
        ours = List.copyOf(ours);
    }

    /// A socket that waited on the port.
    public record Earlier(Waiting waiting, Instant time) {
        /// What is known once it was looked at again: a look that still searches does not undo an owner that was found.
        public Earlier then(Earlier later) {
            boolean isSame = later.waiting.entry().key().equals(waiting.entry().key());
            return isSame && later.waiting.isSearchedFor() ? new Earlier(waiting, later.time) : later;
        }
    }
}
