package dev.porthole.sockets.query;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.SocketTable;

/// Conditions on type, state and figures.
final class Kinds {
    static final Condition LOOPBACK = (snapshot, _) -> {
        SocketTable table = snapshot.table();
        return table::isLoopback;
    };

    private Kinds() {}

    static Condition type(Value value) throws InvalidQuery {
        boolean[] wanted = new boolean[Protocol.values().length];
        for (Part piece : value.pieces()) {
            Protocol protocol = Protocol.parse(piece.unquoted())
                    .orElseThrow(() -> value.wrong(piece, "is no type: there are tcp, tcp6, udp and udp6"));
            wanted[protocol.ordinal()] = true;
        }
        return (snapshot, _) -> {
            SocketTable table = snapshot.table();
            return row -> wanted[table.protocol(row).ordinal()];
        };
    }

    static Condition state(Value value) throws InvalidQuery {
        boolean[] wanted = new boolean[SocketState.values().length];
        for (Part piece : value.pieces()) {
            SocketState state =
                    SocketState.parse(piece.unquoted()).orElseThrow(() -> value.wrong(piece, "is no state"));
            wanted[state.ordinal()] = true;
            if (piece.unquoted().equalsIgnoreCase(SocketState.NONE.ssName())) {
                // To ss, UNCONN is a closed TCP socket and a UDP socket alike.
                wanted[SocketState.NONE.ordinal()] = true;
            }
        }
        return (snapshot, _) -> {
            SocketTable table = snapshot.table();
            return row -> wanted[table.state(row).ordinal()];
        };
    }

    /// The largest of the figures in bytes; a row of which none is told does not fit.
    static Condition figure(Value value, Figure... figures) throws InvalidQuery {
        return figure(value.amount(), figures);
    }

    /// The same with a comparison that was read.
    static Condition figure(Span wanted, Figure... figures) {
        return (snapshot, _) -> {
            SocketTable table = snapshot.table();
            return row -> {
                long largest = -1;
                for (Figure figure : figures) {
                    largest = Math.max(largest, table.figure(row, figure, -1));
                }
                return largest >= 0 && wanted.holds(largest);
            };
        };
    }
}
