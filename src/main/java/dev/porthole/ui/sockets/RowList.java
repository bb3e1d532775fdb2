package dev.porthole.ui.sockets;

import dev.porthole.sockets.Snapshot;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// The table's items as a view of an arrangement: swapping the arrangement is one event, whatever its size. Standard
/// lists fire, copy or sort per row, which freezes a window of 100,000 rows for a sixth of a second each second.
final class RowList extends ObservableListBase<SocketRow> {
    private static final SocketRow GONE = new SocketRow(Snapshot.empty(), 0);

    private @Nullable Arrangement arrangement;
    private final Map<Integer, SocketRow> visible = new HashMap<>();

    void show(Arrangement next) {
        int before = size();
        arrangement = next;
        visible.clear();
        int common = Math.min(before, next.size());
        if (common > 0) {
            fireChange(new Swap(this, 0, common, 0, true));
        }
        if (before != next.size()) {
            fireChange(new Swap(this, common, next.size(), before - common, false));
        }
    }

    @Override
    public SocketRow get(int index) {
        Arrangement now = arrangement;
        if (now == null || index < 0 || index >= now.size()) {
            throw new IndexOutOfBoundsException(index);
        }
        return visible.computeIfAbsent(index, place -> new SocketRow(now.snapshot(), now.row(place)));
    }

    @Override
    public int size() {
        return arrangement == null ? 0 : arrangement.size();
    }

    /// One range of the list that shows something else now, or was added or removed at the end.
    private static final class Swap extends ListChangeListener.Change<SocketRow> {
        private final int from;
        private final int to;
        private final int removed;
        private final boolean updated;
        private boolean done;

        Swap(RowList list, int from, int to, int removed, boolean updated) {
            super(list);
            this.from = from;
            this.to = to;
            this.removed = Math.max(0, removed);
            this.updated = updated;
        }

        @Override
        public boolean next() {
            boolean first = !done;
            done = true;
            return first;
        }

        @Override
        public void reset() {
            done = false;
        }

        @Override
        public int getFrom() {
            return from;
        }

        @Override
        public int getTo() {
            return to;
        }

        @Override
        public boolean wasUpdated() {
            return updated;
        }

        @Override
        public int getRemovedSize() {
            return removed;
        }

        @Override
        public boolean wasRemoved() {
            return removed > 0;
        }

        @Override
        public boolean wasAdded() {
            return !updated && to > from;
        }

        /// Nobody asks which rows went: they are known by key. The size is what listeners count with.
        @Override
        public List<SocketRow> getRemoved() {
            return new AbstractList<>() {
                @Override
                public SocketRow get(int index) {
                    return GONE;
                }

                @Override
                public int size() {
                    return removed;
                }
            };
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
