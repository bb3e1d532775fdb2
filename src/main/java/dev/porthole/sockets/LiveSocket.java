package dev.porthole.sockets;

import dev.porthole.net.SocketState;

/// What a look-up of a single socket tells, between two readings.
public record LiveSocket(SocketKey key, SocketState state, TcpFigures figures) {
    /// A row of the table in which a look-up answers.
    public static LiveSocket of(SocketTable table, int row) {
        return new LiveSocket(table.key(row), table.state(row), TcpFigures.of(table, row));
    }
}
