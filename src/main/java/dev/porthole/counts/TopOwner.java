package dev.porthole.counts;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.AcceptQueue;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The process that holds most of the sockets which an alert is about.
///
/// @param held how many of them it holds, at least 1
/// @param all how many there are
public record TopOwner(ProcessRef process, int held, int all) {
    /// Empty if no process is known to hold one.
    public static Optional<TopOwner> of(Snapshot snapshot, Alert.Key alert) {
        Map<ProcessRef, Integer> held = new HashMap<>();
        int all = 0;
        for (int row = 0; row < snapshot.size(); row++) {
            if (concerns(snapshot.table(), row, alert)) {
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

    private static boolean concerns(SocketTable table, int row, Alert.Key alert) {
        Protocol type = table.protocol(row);
        SocketState state = table.state(row);
        return alert.scope().types().contains(type)
                && alert.scope().states().contains(state)
                && (alert.rule().measure() != Measure.FULL_ACCEPT_QUEUES
                        || AcceptQueue.isFull(
                                table.figure(row, Figure.RECEIVE_QUEUE, -1), table.figure(row, Figure.BACKLOG, -1)));
    }
}
