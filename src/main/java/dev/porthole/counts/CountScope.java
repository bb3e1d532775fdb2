package dev.porthole.counts;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which sockets are meant: those of one of these types in one of these states. A cell of the matrix, a row, a column
/// and the whole are all scopes.
public record CountScope(Set<Protocol> types, Set<SocketState> states) {
    public static final CountScope ALL =
            new CountScope(EnumSet.allOf(Protocol.class), EnumSet.allOf(SocketState.class));

    private static final Set<Protocol> TCP = Set.of(Protocol.TCP, Protocol.TCP6);

    public CountScope {
        if (types.isEmpty() || states.isEmpty()) {
            throw new IllegalArgumentException("a scope has at least one type and one state");
        }
        types = Set.copyOf(types);
        states = Set.copyOf(states);
    }

    public static CountScope of(Protocol type, SocketState state) {
        return new CountScope(Set.of(type), Set.of(state));
    }

    /// Over both families of TCP.
    public static CountScope tcp(Collection<SocketState> states) {
        return new CountScope(TCP, Set.copyOf(states));
    }

    /// The sum over the scope.
    public int in(StateCounts counts) {
        int sum = 0;
        for (Protocol type : types) {
            for (SocketState state : states) {
                sum += counts.count(type, state);
            }
        }
        return sum;
    }

    /// The scopes of one type and one state each, in the order of the types and states; without pairs that cannot
    /// be, as TCP without a state.
    public List<CountScope> cells() {
        List<CountScope> cells = new ArrayList<>();
        for (Protocol type : Protocol.values()) {
            for (SocketState state : SocketState.values()) {
                if (types.contains(type) && states.contains(state) && canBe(type, state)) {
                    cells.add(of(type, state));
                }
            }
        }
        return cells;
    }

    private static boolean canBe(Protocol type, SocketState state) {
        return type.isTcp() != (state == SocketState.NONE) || state == SocketState.UNKNOWN;
    }
}
