package dev.porthole.sockets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rows that were closed of late, as they were last seen: copies, for the snapshots that they are from are 20 MB each.
final class ClosedRows {
    static final ClosedRows NONE = new ClosedRows(Snapshot.empty(), List.of(), List.of(), new int[0], new int[0]);

    /// When very many sockets close at once, the rest goes without lingering.
    static final int MOST = 10_000;

    private final Snapshot rows;
    private final List<Change> changes;
    private final List<Instant> missed;
    /// For each row of the closed ones before: its row here, or -1.
    private final int[] successors;

    /// The rows of the snapshot before that stand at the end here.
    private final int[] gone;

    private ClosedRows(Snapshot rows, List<Change> changes, List<Instant> missed, int[] successors, int[] gone) {
        this.rows = rows;
        this.changes = changes;
        this.missed = missed;
        this.successors = successors;
        this.gone = gone;
    }

    Snapshot rows() {
        return rows;
    }

    Change change(int row) {
        return changes.get(row);
    }

    int successor(int row) {
        return row < successors.length && successors[row] >= 0 ? ~successors[row] : Changes.NOWHERE;
    }

    /// Writes for each row that has just been closed where it is here.
    void markSuccessors(int[] ofBefore) {
        for (int i = 0; i < gone.length; i++) {
            ofBefore[gone[i]] = ~(rows.size() - gone.length + i);
        }
    }

    /// @param gone rows of the snapshot before that are no longer there
    /// @param oldest what was missed first before goes
    ClosedRows next(Snapshot before, int[] gone, Instant now, Instant oldest) {
        Gathering next = new Gathering();
        int[] followers = new int[missed.size()];
        for (int row = 0; row < followers.length; row++) {
            boolean stays = missed.get(row).isAfter(oldest);
            followers[row] = stays ? next.add(rows, row, changes.get(row), missed.get(row)) : -1;
        }
        int[] staying = Arrays.copyOf(gone, Math.min(gone.length, Math.max(0, MOST - next.size())));
        Change change = new Change(Change.Kind.CLOSED, before.time(), Optional.empty());
        for (int row : staying) {
            next.add(before, row, change, now);
        }
        return next.size() == 0 ? NONE : next.rows(before, rows, followers, staying);
    }

    private static final class Gathering {
        private final SocketTable.Builder table = new SocketTable.Builder();
        private final List<Owner> owners = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();
        private final List<Instant> missed = new ArrayList<>();

        int size() {
            return changes.size();
        }

        int add(Snapshot from, int row, Change change, Instant since) {
            table.add(from.table(), row);
            owners.add(from.owner(row));
            changes.add(change);
            missed.add(since);
            return changes.size() - 1;
        }

        ClosedRows rows(Snapshot before, Snapshot earlier, int[] successors, int[] gone) {
            Map<Integer, String> users = new HashMap<>(earlier.users());
            users.putAll(before.users());
            Map<Long, Unit> units = new HashMap<>(earlier.units());
            units.putAll(before.units());
            Reading reading = new Reading(table.build(), List.of(), before.source(), users, units);
            Snapshot rows = Snapshot.of(before.time(), reading, new ListedOwners(owners));
            return new ClosedRows(rows, changes, missed, successors, gone);
        }
    }

    private record ListedOwners(List<Owner> owners) implements Ownership {
        @Override
        public Owner ownerOf(SocketTable table, int row) {
            return owners.get(row);
        }

        @Override
        public List<Gap> gaps() {
            return List.of();
        }
    }
}
