package dev.porthole.counts;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.time.Instant;

/// Tallies for the tests of other rooms.
public final class Tallies {
    private Tallies() {}

    /// So many CLOSE_WAIT sockets over IPv4, and nothing else.
    public static Tally closeWait(Instant time, int count) {
        return Counted.tally(time, count);
    }

    /// One kind of socket, and nothing else.
    public static Tally of(Instant time, Protocol type, SocketState state, int count) {
        return new Tally(time, Counted.counts(type, state, count), SystemLimits.UNKNOWN, true);
    }
}
