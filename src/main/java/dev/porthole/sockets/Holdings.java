package dev.porthole.sockets;

import dev.porthole.net.SocketState;
import java.util.EnumMap;
import java.util.Map;

/// How many sockets of which state a process holds.
///
/// @param byState without the states of which it holds none
public record Holdings(Map<SocketState, Integer> byState) {
    public Holdings {
        byState = Map.copyOf(byState);
    }

    public static Holdings of(ProcessRef process, Snapshot snapshot) {
        Map<SocketState, Integer> counts = new EnumMap<>(SocketState.class);
        for (int row = 0; row < snapshot.size(); row++) {
            if (snapshot.owner(row) instanceof Owner.Known known
                    && known.processes().contains(process)) {
                counts.merge(snapshot.state(row), 1, Integer::sum);
            }
        }
        return new Holdings(counts);
    }

    public int total() {
        return byState.values().stream().mapToInt(Integer::intValue).sum();
    }
}
