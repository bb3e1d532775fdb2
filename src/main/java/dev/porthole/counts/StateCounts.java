package dev.porthole.counts;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.SocketTable;

/// The sockets of one reading, counted by type and state.
public final class StateCounts {
    private static final int STATES = SocketState.values().length;

    private final int[] counts = new int[Protocol.values().length * STATES];

    private int loopback;

    private StateCounts() {}

    public static StateCounts of(SocketTable table) {
        StateCounts counted = new StateCounts();
        for (int row = 0; row < table.size(); row++) {
            counted.counts[
                    table.protocol(row).ordinal() * STATES + table.state(row).ordinal()]++;
            counted.loopback += table.isLoopback(row) ? 1 : 0;
        }
        return counted;
    }

    /// Those that never leave this machine.
    public int loopback() {
        return loopback;
    }

    public int count(Protocol protocol, SocketState state) {
        return counts[protocol.ordinal() * STATES + state.ordinal()];
    }

    public int count(Protocol protocol) {
        int sum = 0;
        for (SocketState state : SocketState.values()) {
            sum += count(protocol, state);
        }
        return sum;
    }

    public int count(SocketState state) {
        int sum = 0;
        for (Protocol protocol : Protocol.values()) {
            sum += count(protocol, state);
        }
        return sum;
    }
}
