package dev.porthole.ui.sockets;

import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketKey;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// The table's items: places, as many as an arrangement has rows. Swapping the arrangement is one event about the end
/// of the list, or none. Standard lists fire, copy or sort per row, which freezes a window of 100,000 rows for a
/// sixth of a second each second; and a row that is told to have changed is styled anew with all its cells.
final class RowList extends ObservableListBase<Place> {
    private @Nullable Arrangement arrangement;
    private final Map<Integer, SocketRow> fresher = new HashMap<>();
    private int version;

    void show(Arrangement next) {
        int before = size();
        arrangement = next;
        fresher.clear();
        version++;
        if (next.size() != before) {
            beginChange();
            if (next.size() > before) {
                nextAdd(before, next.size());
            } else {
                nextRemove(next.size(), Collections.nCopies(before - next.size(), new Place(-1)));
            }
            endChange();
        }
    }

    /// Has some rows tell what a newer look at them found, until the next arrangement. No row changes its place.
    ///
    /// @param gone sockets that were closed since
    /// @param from the first of the places looked at
    /// @param to the one behind the last
    void refresh(Snapshot newer, Set<SocketKey> gone, int from, int to) {
        Map<SocketKey, Integer> found = new HashMap<>();
        for (int row = 0; row < newer.size(); row++) {
            found.put(newer.table().key(row), row);
        }
        for (int place = from; place < Math.min(to, size()); place++) {
            SocketRow shown = at(place);
            SocketKey key = shown.key();
            Integer row = found.get(key);
            if (!shown.isClosed() && (row != null || gone.contains(key))) {
                fresher.put(place, row == null ? shown.closed() : new SocketRow(newer, row, shown.change()));
            }
        }
        version++;
    }

    /// What the last reading has there.
    SocketRow read(int place) {
        return arrangement(place).at(place);
    }

    /// What is shown there.
    SocketRow at(int place) {
        SocketRow newer = fresher.get(place);
        return newer != null ? newer : read(place);
    }

    /// Another number whenever rows may tell something else.
    int version() {
        return version;
    }

    @Override
    public Place get(int index) {
        arrangement(index);
        return new Place(index);
    }

    @Override
    public int size() {
        return arrangement == null ? 0 : arrangement.size();
    }

    private Arrangement arrangement(int place) {
        if (arrangement == null || place < 0 || place >= arrangement.size()) {
            throw new IndexOutOfBoundsException(place);
        }
        return arrangement;
    }
}
