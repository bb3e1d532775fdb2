package dev.porthole.ui.sockets;

import dev.porthole.sockets.Changes;
import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.SocketTable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the rows that somebody holds on to are now: in the snapshot, and on screen.
///
/// @param rows of the snapshot, shown or not; `~row` of the closed ones
/// @param places on screen
record HeldRows(Map<SocketKey, Integer> rows, Map<SocketKey, Integer> places) {
    /// @param shown rows of the snapshot and `~row` of the closed ones, in the order of their places
    static HeldRows of(Collection<SocketKey> keys, Changes changes, int[] shown) {
        Set<SocketKey> wanted = Set.copyOf(keys);
        if (wanted.isEmpty()) {
            return new HeldRows(Map.of(), Map.of());
        }
        Map<SocketKey, Integer> rows = new HashMap<>();
        find(wanted, changes.closed().table()).forEach((key, row) -> rows.put(key, ~row));
        // Of a socket that came back the new one counts.
        rows.putAll(find(wanted, changes.snapshot().table()));
        return new HeldRows(rows, places(shown, rows));
    }

    OptionalInt row(SocketKey key) {
        return optional(rows.get(key));
    }

    OptionalInt place(SocketKey key) {
        return optional(places.get(key));
    }

    /// Hashes first: no key object is made for a row that nobody asked for.
    private static Map<SocketKey, Integer> find(Set<SocketKey> wanted, SocketTable table) {
        Map<SocketKey, Integer> found = new HashMap<>();
        long[] hashes = wanted.stream().mapToLong(SocketTable::keyHash).sorted().toArray();
        for (int row = 0; row < table.size() && found.size() < wanted.size(); row++) {
            if (Arrays.binarySearch(hashes, table.keyHash(row)) >= 0) {
                SocketKey key = table.key(row);
                if (wanted.contains(key)) {
                    found.put(key, row);
                }
            }
        }
        return found;
    }

    private static Map<SocketKey, Integer> places(int[] shown, Map<SocketKey, Integer> rows) {
        int[] sought = rows.values().stream().mapToInt(row -> row).sorted().toArray();
        int[] places = new int[sought.length];
        Arrays.fill(places, -1);
        for (int place = 0; place < shown.length; place++) {
            int at = Arrays.binarySearch(sought, shown[place]);
            if (at >= 0) {
                places[at] = place;
            }
        }
        Map<SocketKey, Integer> found = new HashMap<>();
        rows.forEach((key, row) -> {
            int place = places[Arrays.binarySearch(sought, row)];
            if (place >= 0) {
                found.put(key, place);
            }
        });
        return found;
    }

    private static OptionalInt optional(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
