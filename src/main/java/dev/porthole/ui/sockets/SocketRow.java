package dev.porthole.ui.sockets;

import dev.porthole.sockets.Snapshot;

/// A row on screen: a snapshot and a row number. Made for visible rows only.
record SocketRow(Snapshot snapshot, int row) {}
