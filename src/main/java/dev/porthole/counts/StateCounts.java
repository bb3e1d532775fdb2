package dev.porthole.counts;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.SocketTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The sockets of one reading, counted by type and state in one pass. Immutable.
public final class StateCounts {
    private static final int STATES = SocketState.values().length;
    private static final int TIME_WAIT = SocketState.TIME_WAIT.ordinal();
    private static final int LISTEN = SocketState.LISTEN.ordinal();

    /// Of nothing.
    public static final StateCounts EMPTY = of(SocketTable.empty());

    private final int[] counts = new int[Protocol.values().length * STATES];
    private final BitSet timeWaitPorts = new BitSet();

    private int total;
    private int loopback;
    private int fullQueues;
    private int unknownQueues;

    private StateCounts() {}

    public static StateCounts of(SocketTable table) {
        StateCounts counted = new StateCounts();
        for (int row = 0; row < table.size(); row++) {
            counted.add(table, row);
        }
        counted.total = table.size();
        return counted;
    }

    private void add(SocketTable table, int row) {
        int state = table.state(row).ordinal();
        counts[table.protocol(row).ordinal() * STATES + state]++;
        loopback += table.isLoopback(row) ? 1 : 0;
        if (state == TIME_WAIT) {
            timeWaitPorts.set(table.localPort(row));
        } else if (state == LISTEN) {
            addQueue(table.figure(row, Figure.RECEIVE_QUEUE, -1), table.figure(row, Figure.BACKLOG, -1));
        }
    }

    /// The kernel turns connections away when more wait than may (`sk_acceptq_is_full`).
    private void addQueue(long waiting, long mayWait) {
        unknownQueues += waiting < 0 || mayWait < 0 ? 1 : 0;
        fullQueues += mayWait >= 0 && waiting > mayWait ? 1 : 0;
    }

    /// All sockets.
    public int total() {
        return total;
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
        for (int state = 0; state < STATES; state++) {
            sum += counts[protocol.ordinal() * STATES + state];
        }
        return sum;
    }

    public int count(SocketState state) {
        int sum = 0;
        for (int at = state.ordinal(); at < counts.length; at += STATES) {
            sum += counts[at];
        }
        return sum;
    }

    /// Local ports of the range that TIME_WAIT keeps from being used again, each once.
    public int timeWaitPorts(PortRange range) {
        return timeWaitPorts.get(range.first(), range.last() + 1).cardinality();
    }

    /// Listeners whose accept queue is full; empty if the source does not tell of all listeners.
    public OptionalInt fullAcceptQueues() {
        return unknownQueues > 0 ? OptionalInt.empty() : OptionalInt.of(fullQueues);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StateCounts that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }
}
