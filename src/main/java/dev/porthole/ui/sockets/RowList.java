package dev.porthole.ui.sockets;

import dev.porthole.sockets.Snapshot;
import java.util.Collections;
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

    private static final int[] UNMOVED = new int[0];

    private @Nullable Arrangement arrangement;
    private final Map<Integer, SocketRow> visible = new HashMap<>();

    void show(Arrangement next) {
        int before = size();
        arrangement = next;
        visible.clear();
        if (before > 0 || next.size() > 0) {
            fireChange(new Swap(this, before));
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

    /// How many rows were made since the last swap: as many as somebody asked for.
    int made() {
        return visible.size();
    }

    /// All rows that were there show something else now; then some were added or removed at the end.
    private static final class Swap extends ListChangeListener.Change<SocketRow> {
        private final int before;
        private final int after;
        private final int common;
        private Range range = Range.START;

        private enum Range {
            START,
            UPDATED,
            RESIZED
        }

        Swap(RowList list, int before) {
            super(list);
            this.before = before;
            after = list.size();
            common = Math.min(before, after);
        }

        /// Behind the last range that one stands on: the table's selection still asks then.
        @Override
        public boolean next() {
            Range last = before == after ? Range.UPDATED : Range.RESIZED;
            boolean more = range != last;
            range = range == Range.START && common > 0 ? Range.UPDATED : last;
            return more;
        }

        @Override
        public void reset() {
            range = Range.START;
        }

        @Override
        public int getFrom() {
            return isUpdate() ? 0 : common;
        }

        @Override
        public int getTo() {
            return isUpdate() ? common : after;
        }

        @Override
        public boolean wasUpdated() {
            return isUpdate();
        }

        @Override
        public int getRemovedSize() {
            return isUpdate() ? 0 : before - common;
        }

        @Override
        public boolean wasRemoved() {
            return getRemovedSize() > 0;
        }

        @Override
        public boolean wasAdded() {
            return !isUpdate() && after > common;
        }

        /// Nobody asks which rows went: they are known by key. The size is what listeners count with.
        @Override
        public List<SocketRow> getRemoved() {
            return Collections.nCopies(getRemovedSize(), GONE);
        }

        @Override
        protected int[] getPermutation() {
            return UNMOVED;
        }

        private boolean isUpdate() {
            if (range == Range.START) {
                throw new IllegalStateException("next() was not called");
            }
            return range == Range.UPDATED;
        }
    }
}
