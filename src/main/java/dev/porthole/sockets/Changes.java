package dev.porthole.sockets;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/// A snapshot with what happened to its rows of late, and the rows that were closed of late. Immutable; costs memory
/// for the marked rows only.
///
/// A row is the same by its [SocketKey]: a reused port is closed, then opened. Nothing is marked where the readings do
/// not follow on each other: at the first one, after a pause, from another source.
public final class Changes {
    /// Stands for a row that is not there any more, and did not stay as a closed one.
    public static final int NOWHERE = Integer.MIN_VALUE;

    /// Readings further apart than this are no neighbours: nobody saw what happened meanwhile.
    static final Duration LONGEST_STEP = Duration.ofSeconds(6);

    /// Readings come a little early and late. A mark for two seconds is to be on two readings, not on three.
    private static final Duration EARLY = Duration.ofMillis(500);

    private final Snapshot snapshot;
    private final RecentRows recent;
    private final ClosedRows closed;
    private final IntUnaryOperator successors;

    private Changes(Snapshot snapshot, RecentRows recent, ClosedRows closed, IntUnaryOperator successors) {
        this.snapshot = snapshot;
        this.recent = recent;
        this.closed = closed;
        this.successors = successors;
    }

    /// The first reading: nothing is known to have happened.
    public static Changes none(Snapshot snapshot) {
        return new Changes(snapshot, RecentRows.NONE, ClosedRows.NONE, row -> row < 0 ? NOWHERE : row);
    }

    /// The next reading.
    ///
    /// @param span how long a row stays marked, and a closed one stays; zero: neither
    public Changes next(Snapshot after, Duration span) {
        SnapshotDiff diff = SnapshotDiff.between(snapshot.table(), after.table());
        int[] successors = successors(diff, after.size());
        if (span.isZero() || !isFollowedBy(after)) {
            return new Changes(after, RecentRows.NONE, ClosedRows.NONE, row -> row < 0 ? NOWHERE : successors[row]);
        }
        Instant oldest = after.time().minus(span).plus(EARLY);
        ClosedRows stay = closed.next(snapshot, diff.gone(), after.time(), oldest);
        stay.markSuccessors(successors);
        return new Changes(
                after,
                recent.next(snapshot, after, diff, oldest),
                stay,
                row -> row < 0 ? stay.successor(~row) : successors[row]);
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    /// What happened to a row of the snapshot; empty if nothing did of late.
    public Optional<Change> of(int row) {
        return recent.of(row);
    }

    /// The rows that were closed of late, as they were last seen.
    public Snapshot closed() {
        return closed.rows();
    }

    /// What happened to a row of [#closed].
    public Change ofClosed(int row) {
        return closed.change(row);
    }

    /// Where a row of the changes before has gone: a row of this snapshot, `~row` of this [#closed], or [#NOWHERE].
    ///
    /// @param row of the snapshot before, or `~row` of its closed rows
    public int successor(int row) {
        return successors.applyAsInt(row);
    }

    private boolean isFollowedBy(Snapshot after) {
        Duration step = Duration.between(snapshot.time(), after.time());
        return !step.isNegative()
                && step.compareTo(LONGEST_STEP) <= 0
                && snapshot.source().equals(after.source());
    }

    private int[] successors(SnapshotDiff diff, int size) {
        int[] successors = new int[snapshot.size()];
        Arrays.fill(successors, NOWHERE);
        for (int row = 0; row < size; row++) {
            if (diff.previous(row) >= 0) {
                successors[diff.previous(row)] = row;
            }
        }
        return successors;
    }
}
