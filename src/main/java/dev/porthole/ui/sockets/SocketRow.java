package dev.porthole.ui.sockets;

import dev.porthole.sockets.Change;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row on screen: a snapshot and a row number. Made for visible rows only.
///
/// @param change what happened to it of late, if anything did
record SocketRow(Snapshot snapshot, int row, @Nullable Change change) {
    SocketRow(Snapshot snapshot, int row) {
        this(snapshot, row, null);
    }

    SocketKey key() {
        return snapshot.table().key(row);
    }

    /// The same row when its socket is no longer there.
    SocketRow closed() {
        return new SocketRow(snapshot, row, new Change(Change.Kind.CLOSED, snapshot.time(), Optional.empty()));
    }

    /// It is no longer there, and shown for a moment as it was last seen.
    boolean isClosed() {
        return change != null && change.kind() == Change.Kind.CLOSED;
    }
}
