package dev.porthole.counts;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.AcceptQueue;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketTable;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The process that holds most of the sockets which an alert is about.
///
/// @param held how many of them it holds, at least 1
/// @param all how many there are
public record TopOwner(ProcessRef process, int held, int all) {
    /// Empty if no process is known to hold one.
    public static Optional<TopOwner> of(Snapshot snapshot, Alert.Key alert) {
        Map<ProcessRef, Integer> held = new HashMap<>();
        // Asked for each row: sets of bits.
        Set<Protocol> types = EnumSet.copyOf(alert.scope().types());
        Set<SocketState> states = EnumSet.copyOf(alert.scope().states());
        SocketTable table = snapshot.table();
        boolean queues = alert.rule().measure() == Measure.FULL_ACCEPT_QUEUES;
        int all = 0;
        for (int row = 0; row < snapshot.size(); row++) {
            if (states.contains(table.state(row))
                    && types.contains(table.protocol(row))
                    && (!queues || isQueueFull(table, row))) {
                all++;
                if (snapshot.owner(row) instanceof Owner.Known known) {
                    held.merge(known.first(), 1, Integer::sum);
                }
            }
        }
        int found = all;
        return held.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> new TopOwner(most.getKey(), most.getValue(), found));
    }

    private static boolean isQueueFull(SocketTable table, int row) {
        return AcceptQueue.isFull(table.figure(row, Figure.RECEIVE_QUEUE, -1), table.figure(row, Figure.BACKLOG, -1));
    }
}
