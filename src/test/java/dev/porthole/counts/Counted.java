package dev.porthole.counts;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.SocketTable;
import java.time.Instant;

/// Tallies of a machine with as many sockets as a test wants.
final class Counted {
    private Counted() {}

    /// So many CLOSE_WAIT sockets over IPv4, and nothing else.
    static Tally tally(Instant time, int closeWait) {
        return new Tally(time, counts(Protocol.TCP, SocketState.CLOSE_WAIT, closeWait), SystemLimits.UNKNOWN, true);
    }

    static StateCounts counts(Protocol type, SocketState state, int count) {
        SocketTable.Builder table = new SocketTable.Builder();
        add(table, type, state, count);
        return StateCounts.of(table.build());
    }

    static void add(SocketTable.Builder table, Protocol type, SocketState state, int count) {
        for (int i = 0; i < count; i++) {
            table.add(type, state).local(0, 0x7f000001, 1).remote(0, 0x7f000001, 2);
        }
    }
}
