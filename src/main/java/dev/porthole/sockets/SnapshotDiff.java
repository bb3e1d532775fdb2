package dev.porthole.sockets;

/// What became of the rows of a table in the next one: which are new, which are gone, which have changed. Rows are the
/// same by their keys. A timer that only ran on is no change.
public final class SnapshotDiff {
    private final SocketTable after;
    private final int[] previous;
    private final int[] appeared;
    private final int[] changed;
    private final int[] gone;

    private SnapshotDiff(SocketTable after, int[] previous, int[] appeared, int[] changed, int[] gone) {
        this.after = after;
        this.previous = previous;
        this.appeared = appeared;
        this.changed = changed;
        this.gone = gone;
    }

    /// Of equal keys in one table each counts as a row of its own.
    public static SnapshotDiff between(SocketTable before, SocketTable after) {
        RowMatch match = RowMatch.of(before, after);
        int[] previous = match.previous();
        int[] appeared = new int[match.appeared()];
        int news = 0;
        for (int row = 0; row < previous.length && news < appeared.length; row++) {
            if (previous[row] < 0) {
                appeared[news++] = row;
            }
        }
        int[] changed = after.changed(before, previous).stream().toArray();
        return new SnapshotDiff(after, previous, appeared, changed, match.gone());
    }

    /// Makes the second table out of the first one: what is neither new nor changed is taken from there.
    public static SocketTable apply(SocketTable before, SnapshotDiff diff) {
        SocketTable.Builder table = new SocketTable.Builder();
        int changes = 0;
        for (int row = 0; row < diff.previous.length; row++) {
            boolean isChanged = changes < diff.changed.length && diff.changed[changes] == row;
            changes += isChanged ? 1 : 0;
            if (isChanged || diff.previous[row] < 0) {
                table.add(diff.after, row);
            } else {
                table.add(before, diff.previous[row]);
            }
        }
        return table.build();
    }

    /// Rows of the second table that the first one does not have, in their order.
    public int[] appeared() {
        return appeared.clone();
    }

    /// Rows of the second table that tell something else than in the first one, in their order.
    public int[] changed() {
        return changed.clone();
    }

    /// Rows of the first table that the second one does not have, in their order.
    public int[] gone() {
        return gone.clone();
    }

    /// The same for all rows: not to be written to.
    int[] previous() {
        return previous;
    }

    /// Where a row of the second table stood in the first one; -1 if it is new.
    public int previous(int row) {
        return previous[row];
    }
}
