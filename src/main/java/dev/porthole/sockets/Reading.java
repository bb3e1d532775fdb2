package dev.porthole.sockets;

import java.util.List;
import java.util.Map;

/// One raw pass over the system's sockets.
///
/// @param gaps what could not be read
/// @param source which source answered, in words for the status bar
/// @param users names of the uids in the table, as far as they are known
/// @param units services and containers of the control groups in the table, as far as they are known
public record Reading(
        SocketTable table, List<Gap> gaps, String source, Map<Integer, String> users, Map<Long, Unit> units) {
    public Reading {
        gaps = List.copyOf(gaps);
        users = Map.copyOf(users);
        units = Map.copyOf(units);
    }

    /// Without units.
    public Reading(SocketTable table, List<Gap> gaps, String source, Map<Integer, String> users) {
        this(table, gaps, source, users, Map.of());
    }
}
