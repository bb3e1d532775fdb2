package dev.porthole.ui.sockets;

import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketKey;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// The table's items: as many as an arrangement has rows. Swapping the arrangement is one event about the end of the
/// list, or none. Standard lists fire, copy or sort per row, which freezes a window of 100,000 rows for a sixth of a
/// second each second; and a row that is told to have changed is styled anew with all its cells.
///
/// A list may *drift*: rows that came and went far above those in sight then move these to other places of the
/// arrangement, but not in the list, whose size lags behind, too. Each row that the toolkit moves to another index, and
/// each row in sight when the size changes, is styled anew as well: that would be nearly all of what a refresh costs.
final class RowList extends ObservableListBase<Place> {
    private @Nullable Arrangement arrangement;
    private final Map<Integer, SocketRow> fresher = new HashMap<>();
    private int version;
    private int size;
    private int drift;

    /// Each index is the place in the arrangement.
    void show(Arrangement next) {
        swap(next, 0);
        resize(next.size());
    }

    /// Without a word to the toolkit: each index is the place in the arrangement less the drift. At both ends of the
    /// list rows may be missing.
    void show(Arrangement next, int drifted) {
        swap(next, drifted);
    }

    private void swap(Arrangement next, int drifted) {
        arrangement = next;
        drift = drifted;
        fresher.clear();
        version++;
    }

    /// Each index is the place again.
    void settle() {
        if (arrangement != null) {
            drift = 0;
            version++;
            resize(arrangement.size());
        }
    }

    boolean isSettled() {
        return arrangement == null || (drift == 0 && size == arrangement.size());
    }

    int drift() {
        return drift;
    }

    private void resize(int wanted) {
        int before = size;
        size = wanted;
        if (wanted != before) {
            beginChange();
            if (wanted > before) {
                nextAdd(before, wanted);
            } else {
                nextRemove(wanted, Collections.nCopies(before - wanted, new Place(-1)));
            }
            endChange();
        }
    }

    /// Has some rows tell what a newer look at them found, until the next arrangement. No row changes its place.
    ///
    /// @param gone sockets that were closed since
    /// @param from the first of the indices looked at
    /// @param to the one behind the last
    void refresh(Snapshot newer, Set<SocketKey> gone, int from, int to) {
        Map<SocketKey, Integer> found = new HashMap<>();
        for (int row = 0; row < newer.size(); row++) {
            found.put(newer.table().key(row), row);
        }
        for (int index = from; index < to && isFilled(index); index++) {
            SocketRow shown = at(index);
            SocketKey key = shown.key();
            Integer row = found.get(key);
            if (!shown.isClosed() && (row != null || gone.contains(key))) {
                fresher.put(index + drift, row == null ? shown.closed() : new SocketRow(newer, row, shown.change()));
            }
        }
        version++;
    }

    /// Whether there is a row.
    boolean isFilled(int index) {
        int place = index + drift;
        return arrangement != null && index >= 0 && place >= 0 && place < arrangement.size();
    }

    /// What the last reading has there.
    SocketRow read(int index) {
        if (arrangement == null || !isFilled(index)) {
            throw new IndexOutOfBoundsException(index);
        }
        return arrangement.at(index + drift);
    }

    /// What is shown there.
    SocketRow at(int index) {
        SocketRow newer = fresher.get(index + drift);
        return newer != null ? newer : read(index);
    }

    /// Another number whenever rows may tell something else.
    int version() {
        return version;
    }

    @Override
    public Place get(int index) {
        return new Place(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }
}
