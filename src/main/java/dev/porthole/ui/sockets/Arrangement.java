package dev.porthole.ui.sockets;

import dev.porthole.counts.StateCounts;
import dev.porthole.sockets.Changes;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.SocketOrder;
import dev.porthole.sockets.query.SocketFilter;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;

/// A snapshot as it is shown: which rows, in which order, those that were closed of late among them, and where the rows
/// that are held on to have gone. Immutable; made in the background.
final class Arrangement {
    private final Changes changes;
    private final StateCounts counts;
    private final SocketFilter filter;
    /// Rows of the snapshot, and `~row` for those of the closed ones.
    private final int[] rows;

    private final int open;
    private final boolean orderHeld;
    private final HeldRows held;

    private Arrangement(
            Changes changes,
            StateCounts counts,
            SocketFilter filter,
            int[] rows,
            boolean orderHeld,
            Collection<SocketKey> held) {
        this.changes = changes;
        this.counts = counts;
        this.filter = filter;
        this.rows = rows;
        this.orderHeld = orderHeld;
        this.held = HeldRows.of(held, changes, rows);
        open = (int) Arrays.stream(rows).filter(row -> row >= 0).count();
    }

    /// Of a first reading.
    ///
    /// @param held the rows whose new places will be asked for: the selected ones, the topmost
    static Arrangement of(Snapshot snapshot, SocketFilter filter, SocketOrder order, Collection<SocketKey> held) {
        return of(Changes.none(snapshot), filter, order, held);
    }

    /// In order.
    static Arrangement of(Changes changes, SocketFilter filter, SocketOrder order, Collection<SocketKey> held) {
        return of(changes, StateCounts.of(changes.snapshot().table()), filter, order, held);
    }

    private static Arrangement of(
            Changes changes, StateCounts counts, SocketFilter filter, SocketOrder order, Collection<SocketKey> held) {
        int[] rows = filter.rows(changes.snapshot());
        order.sort(rows, changes.snapshot());
        int[] closed = filter.rows(changes.closed());
        int[] all = order.merge(rows, changes.snapshot(), closed, changes.closed());
        return new Arrangement(changes, counts, filter, all, false, held);
    }

    /// In order, as [#of]. Each snapshot is counted once, however often its rows are arranged.
    Arrangement sortedAnew(Changes next, SocketFilter filter, SocketOrder order, Collection<SocketKey> keys) {
        return of(next, counts(next), filter, order, keys);
    }

    private StateCounts counts(Changes next) {
        return next.snapshot().equals(snapshot())
                ? counts
                : StateCounts.of(next.snapshot().table());
    }

    /// Each row where it was: those that stay in the order that they have here, also those that were closed; new
    /// ones, in order, at the end.
    ///
    /// @param next what came of these changes, or they themselves
    Arrangement followedBy(Changes next, SocketFilter filter, SocketOrder order, Collection<SocketKey> keys) {
        BitSet wanted = bits(filter.rows(next.snapshot()));
        BitSet closed = bits(filter.rows(next.closed()));
        int[] followers = new int[wanted.cardinality() + closed.cardinality()];
        int count = 0;
        for (int row : rows) {
            int follower = next.equals(changes) ? row : next.successor(row);
            BitSet among = follower < 0 ? closed : wanted;
            int number = follower < 0 ? ~follower : follower;
            if (follower != Changes.NOWHERE && among.get(number)) {
                among.clear(number);
                followers[count++] = follower;
            }
        }
        int[] added = wanted.stream().toArray();
        order.sort(added, next.snapshot());
        int[] rest = order.merge(added, next.snapshot(), closed.stream().toArray(), next.closed());
        System.arraycopy(rest, 0, followers, count, rest.length);
        return new Arrangement(next, counts(next), filter, followers, true, keys);
    }

    private static BitSet bits(int[] rows) {
        BitSet bits = new BitSet();
        for (int row : rows) {
            bits.set(row);
        }
        return bits;
    }

    Snapshot snapshot() {
        return changes.snapshot();
    }

    /// Of the whole snapshot, whatever the filter.
    StateCounts counts() {
        return counts;
    }

    /// Rows stand where they stood before, and not in order.
    boolean isOrderHeld() {
        return orderHeld;
    }

    /// Whether both answer the same search: what sets them apart are readings, or the order.
    boolean isFilteredAs(Arrangement other) {
        return filter.equals(other.filter);
    }

    /// How many rows are shown, with those that were closed of late.
    int size() {
        return rows.length;
    }

    /// How many of them are there.
    int open() {
        return open;
    }

    /// What is shown at that place.
    SocketRow at(int place) {
        int row = rows[place];
        return row < 0
                ? new SocketRow(changes.closed(), ~row, changes.ofClosed(~row))
                : new SocketRow(changes.snapshot(), row, changes.of(row).orElse(null));
    }

    boolean isClosed(int place) {
        return rows[place] < 0;
    }

    /// The rows of the snapshot in the order shown, without those that were closed.
    int[] rows() {
        return Arrays.stream(rows).filter(row -> row >= 0).toArray();
    }

    SocketKey key(int place) {
        SocketRow row = at(place);
        return row.snapshot().table().key(row.row());
    }

    /// One of the held rows, shown or filtered out; empty if its socket is gone.
    Optional<SocketRow> row(SocketKey key) {
        OptionalInt row = held.row(key);
        return row.isPresent() && row.getAsInt() >= 0
                ? Optional.of(new SocketRow(snapshot(), row.getAsInt()))
                : Optional.empty();
    }

    /// All of it.
    Optional<SocketEntry> entry(SocketKey key) {
        return row(key).map(row -> row.snapshot().entry(row.row()));
    }

    /// Where one of the held rows is shown now, also when it was closed of late; empty if it is gone or filtered out.
    OptionalInt place(SocketKey key) {
        return held.place(key);
    }
}
