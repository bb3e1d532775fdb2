package dev.porthole.interchange.networkconnections;

import dev.porthole.counts.StateCounts;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sockets counted by type and state, the state being any text; in the order in which the groups were first seen.
public final class SocketGroups {
    private final Map<Key, Integer> counts = new LinkedHashMap<>();

    /// One type and state.
    ///
    /// @param state as psutil spells it: `TIME_WAIT`, `NONE`
    public record Group(Protocol type, String state, int count) {}

    private record Key(Protocol type, String state) {}

    public static SocketGroups of(StateCounts counted) {
        SocketGroups groups = new SocketGroups();
        for (Protocol type : Protocol.values()) {
            for (SocketState state : SocketState.values()) {
                if (counted.count(type, state) > 0) {
                    groups.counts.put(new Key(type, state.name()), counted.count(type, state));
                }
            }
        }
        return groups;
    }

    void add(Protocol type, String state) {
        counts.merge(new Key(type, state), 1, Integer::sum);
    }

    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        counts.forEach((key, count) -> groups.add(new Group(key.type(), key.state(), count)));
        return groups;
    }
}
