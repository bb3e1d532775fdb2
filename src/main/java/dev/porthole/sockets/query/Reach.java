package dev.porthole.sockets.query;

import dev.porthole.sockets.SocketTable;

/// How far a socket's traffic goes.
public enum Reach {
    /// Not beyond this machine: see [SocketTable#isLoopback].
    LOOPBACK,
    NETWORK;

    static Reach of(SocketTable table, int row) {
        return table.isLoopback(row) ? LOOPBACK : NETWORK;
    }
}
