package dev.porthole.sockets.query;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketTable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// Which rows are shown: one of the protocols, one of the states, one of the reaches, and what the query asks for.
public record SocketFilter(Set<Protocol> protocols, Set<SocketState> states, Set<Reach> reaches, Query query) {
    public static final SocketFilter ALL = new SocketFilter(
            EnumSet.allOf(Protocol.class), EnumSet.allOf(SocketState.class), EnumSet.allOf(Reach.class), Query.ALL);

    public SocketFilter {
        protocols = Set.copyOf(protocols);
        states = Set.copyOf(states);
        reaches = Set.copyOf(reaches);
    }

    /// The rows that pass, in the table's order.
    public int[] rows(Snapshot snapshot) {
        SocketTable table = snapshot.table();
        boolean[] protocolPasses = passes(Protocol.values(), protocols);
        boolean[] statePasses = passes(SocketState.values(), states);
        boolean everyReach = reaches.size() == Reach.values().length;
        RowTest wanted = query.on(snapshot);
        int[] rows = new int[snapshot.size()];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            if (protocolPasses[table.protocol(row).ordinal()]
                    && statePasses[table.state(row).ordinal()]
                    && (everyReach || reaches.contains(Reach.of(table, row)))
                    && wanted.test(row)) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private static <E extends Enum<E>> boolean[] passes(E[] all, Set<E> wanted) {
        boolean[] passes = new boolean[all.length];
        for (E value : wanted) {
            passes[value.ordinal()] = true;
        }
        return passes;
    }
}
