package dev.porthole.sockets;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Which rows are shown: one of the protocols, one of the states, and every word of the text somewhere in the row.
///
/// @param text words, separated by blanks; case does not matter; empty lets every row through
public record SocketFilter(Set<Protocol> protocols, Set<SocketState> states, String text) {
    public static final SocketFilter ALL =
            new SocketFilter(EnumSet.allOf(Protocol.class), EnumSet.allOf(SocketState.class), "");

    public SocketFilter {
        protocols = Set.copyOf(protocols);
        states = Set.copyOf(states);
        text = text.strip().toLowerCase(Locale.ROOT);
    }

    /// The rows that pass, in the table's order.
    public int[] rows(Snapshot snapshot) {
        boolean[] protocolPasses = passes(Protocol.values(), protocols);
        boolean[] statePasses = passes(SocketState.values(), states);
        String[] words = text.isEmpty() ? new String[0] : text.split("\\s+");
        RowText rowText = new RowText(snapshot);
        int[] rows = new int[snapshot.size()];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            if (protocolPasses[snapshot.protocol(row).ordinal()]
                    && statePasses[snapshot.state(row).ordinal()]
                    && rowText.holdsAll(row, words)) {
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
