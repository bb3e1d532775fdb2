package dev.porthole.report;

import dev.porthole.counts.StateCounts;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;

/// Which pairs of type and state a report names: those that every system knows, also when there is no such socket, and
/// others that there are.
final class SocketCells {
    private SocketCells() {}

    static boolean isShown(StateCounts counts, Protocol type, SocketState state) {
        boolean common = state.compareTo(SocketState.NONE) <= 0;
        boolean canBe = type.isTcp() != (state == SocketState.NONE);
        return (common && canBe) || counts.count(type, state) > 0;
    }
}
