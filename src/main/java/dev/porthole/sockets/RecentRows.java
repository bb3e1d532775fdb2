package dev.porthole.sockets;

import dev.porthole.net.SocketState;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of a snapshot that were opened or changed of late.
final class RecentRows {
    static final RecentRows NONE = new RecentRows(new int[0], new Change[0]);

    /// In ascending order.
    private final int[] rows;

    private final Change[] changes;

    private RecentRows(int[] rows, Change[] changes) {
        this.rows = rows;
        this.changes = changes;
    }

    Optional<Change> of(int row) {
        return Optional.ofNullable(find(row));
    }

    /// @param oldest what was seen before is forgotten
    RecentRows next(Snapshot before, Snapshot after, SnapshotDiff diff, Instant oldest) {
        int[] marked = new int[64];
        Change[] changed = new Change[64];
        Change opened = new Change(Change.Kind.OPENED, after.time(), Optional.empty());
        int count = 0;
        for (int row = 0; row < after.size(); row++) {
            int previous = diff.previous(row);
            Change change = previous < 0 ? opened : change(before, previous, after, row, oldest);
            if (change != null) {
                if (count == marked.length) {
                    marked = Arrays.copyOf(marked, count * 2);
                    changed = Arrays.copyOf(changed, count * 2);
                }
                marked[count] = row;
                changed[count++] = change;
            }
        }
        return new RecentRows(Arrays.copyOf(marked, count), Arrays.copyOf(changed, count));
    }

    private @Nullable Change change(Snapshot before, int previous, Snapshot after, int row, Instant oldest) {
        SocketState former = before.state(previous);
        if (former != after.state(row)) {
            return new Change(Change.Kind.CHANGED, after.time(), Optional.of(former));
        }
        if (isHandedOn(before.owner(previous), after.owner(row))) {
            return new Change(Change.Kind.CHANGED, after.time(), Optional.empty());
        }
        Change old = find(previous);
        return old != null && old.seen().isAfter(oldest) ? old : null;
    }

    /// An owner that is found, or can no longer be looked at, was nevertheless the owner all the time.
    private static boolean isHandedOn(Owner before, Owner after) {
        return !(before instanceof Owner.Hidden) && !(after instanceof Owner.Hidden) && !before.equals(after);
    }

    private @Nullable Change find(int row) {
        int at = rows.length == 0 ? -1 : Arrays.binarySearch(rows, row);
        return at < 0 ? null : changes[at];
    }
}
