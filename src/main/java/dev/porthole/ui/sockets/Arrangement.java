package dev.porthole.ui.sockets;

import dev.porthole.counts.StateCounts;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.SocketOrder;
import dev.porthole.sockets.SocketTable;
import dev.porthole.sockets.query.SocketFilter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A snapshot as it is shown: which rows, in which order, and where the rows that are held on to have gone. Immutable;
/// made in the background.
final class Arrangement {
    private final Snapshot snapshot;
    private final StateCounts counts;
    private final int[] rows;
    private final Map<SocketKey, Integer> found;
    private final Map<SocketKey, Integer> places;

    private Arrangement(
            Snapshot snapshot,
            StateCounts counts,
            int[] rows,
            Map<SocketKey, Integer> found,
            Map<SocketKey, Integer> places) {
        this.snapshot = snapshot;
        this.counts = counts;
        this.rows = rows;
        this.found = found;
        this.places = places;
    }

    /// @param held the rows whose new places will be asked for: the selected ones, the topmost
    static Arrangement of(Snapshot snapshot, SocketFilter filter, SocketOrder order, Collection<SocketKey> held) {
        int[] rows = filter.rows(snapshot);
        order.sort(rows, snapshot);
        Map<SocketKey, Integer> found = find(Set.copyOf(held), snapshot.table());
        return new Arrangement(snapshot, StateCounts.of(snapshot.table()), rows, found, places(rows, found));
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /// Of the whole snapshot, whatever the filter.
    StateCounts counts() {
        return counts;
    }

    /// How many rows are shown.
    int size() {
        return rows.length;
    }

    /// The row of the snapshot that is shown at that place.
    int row(int place) {
        return rows[place];
    }

    /// The rows of the snapshot in the order shown.
    int[] rows() {
        return rows.clone();
    }

    SocketKey key(int place) {
        return snapshot.table().key(rows[place]);
    }

    /// One of the held rows, shown or filtered out; empty if its socket is gone.
    Optional<SocketEntry> entry(SocketKey key) {
        return Optional.ofNullable(found.get(key)).map(snapshot::entry);
    }

    /// Where one of the held rows is shown now; empty if it is gone or filtered out.
    OptionalInt place(SocketKey key) {
        Integer place = places.get(key);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /// Rows of the snapshot, shown or not. Hashes first: no key object is made for a row that nobody asked for.
    private static Map<SocketKey, Integer> find(Set<SocketKey> wanted, SocketTable table) {
        Map<SocketKey, Integer> found = new HashMap<>();
        Set<Long> hashes = new HashSet<>();
        for (SocketKey key : wanted) {
            hashes.add(SocketTable.keyHash(key));
        }
        for (int row = 0; row < table.size() && found.size() < wanted.size(); row++) {
            if (hashes.contains(table.keyHash(row))) {
                SocketKey key = table.key(row);
                if (wanted.contains(key)) {
                    found.put(key, row);
                }
            }
        }
        return found;
    }

    private static Map<SocketKey, Integer> places(int[] rows, Map<SocketKey, Integer> found) {
        Map<Integer, SocketKey> wanted = new HashMap<>();
        found.forEach((key, row) -> wanted.put(row, key));
        Map<SocketKey, Integer> places = new HashMap<>();
        for (int place = 0; place < rows.length && places.size() < wanted.size(); place++) {
            SocketKey key = wanted.get(rows[place]);
            if (key != null) {
                places.put(key, place);
            }
        }
        return places;
    }
}
