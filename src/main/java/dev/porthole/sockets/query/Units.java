package dev.porthole.sockets.query;

import dev.porthole.sockets.Figure;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The condition on the service or container in which a socket was made.
final class Units {
    private Units() {}

    /// One whose name holds one of the words; a row whose unit is unknown does not fit.
    static Condition unit(Value value) {
        List<String> words = value.pieces().stream()
                .map(piece -> piece.unquoted().toLowerCase(Locale.ROOT))
                .toList();
        return (snapshot, _) -> {
            long[] groups = groups(snapshot, words);
            SocketTable table = snapshot.table();
            return row -> Arrays.binarySearch(groups, table.figure(row, Figure.CGROUP, 0)) >= 0;
        };
    }

    /// Few among many rows: named once, not for each row.
    private static long[] groups(Snapshot snapshot, List<String> words) {
        return snapshot.units().entrySet().stream()
                .filter(unit -> words.stream().anyMatch(unit.getValue().name().toLowerCase(Locale.ROOT)::contains))
                .mapToLong(Map.Entry::getKey)
                .sorted()
                .toArray();
    }
}
