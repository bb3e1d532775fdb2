package dev.porthole.counts;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Numbers in steps of equal length over a bounded past; the newest take the place of the oldest. A type and state
/// costs memory from its first socket on: 4 bytes a step, 8 with peaks.
final class CountRing {
    static final int CELLS = Protocol.values().length * SocketState.values().length;

    private final int step;
    private final boolean peaks;
    /// Which step lies in a place; [#ABSENT] where there is none.
    private final long[] steps;
    private final int[] @Nullable [] last = new int[CELLS] @Nullable [];
    private final int[] @Nullable [] highest = new int[CELLS] @Nullable [];

    static final long ABSENT = -1;

    /// @param step seconds
    /// @param capacity steps
    CountRing(int step, int capacity, boolean peaks) {
        this.step = step;
        this.peaks = peaks;
        steps = new long[capacity];
        Arrays.fill(steps, ABSENT);
    }

    int step() {
        return step;
    }

    int capacity() {
        return steps.length;
    }

    boolean hasPeaks() {
        return peaks;
    }

    /// The last of several readings in one step stands, and the highest number of each cell.
    void add(long second, StateCounts counts) {
        long at = Math.floorDiv(second, step);
        boolean fresh = open(at);
        int place = place(at);
        for (Protocol type : Protocol.values()) {
            for (SocketState state : SocketState.values()) {
                int cell = cell(type, state);
                int count = counts.count(type, state);
                if (count != 0 || last[cell] != null) {
                    put(cell, place, count, fresh ? count : Math.max(count, peak(cell, place)));
                }
            }
        }
    }

    /// Makes the place of a step its own.
    ///
    /// @return whether it was not before
    boolean open(long at) {
        int place = place(at);
        if (steps[place] == at) {
            return false;
        }
        steps[place] = at;
        for (int cell = 0; cell < CELLS; cell++) {
            clear(last[cell], place);
            clear(highest[cell], place);
        }
        return true;
    }

    private static void clear(int @Nullable [] column, int place) {
        if (column != null) {
            column[place] = 0;
        }
    }

    void put(int cell, int place, int count, int peak) {
        column(last, cell)[place] = count;
        if (peaks) {
            column(highest, cell)[place] = peak;
        }
    }

    private int[] column(int[] @Nullable [] columns, int cell) {
        int[] column = columns[cell];
        if (column == null) {
            column = new int[steps.length];
            columns[cell] = column;
        }
        return column;
    }

    boolean has(long at) {
        return at >= 0 && steps[place(at)] == at;
    }

    int place(long at) {
        return (int) Math.floorMod(at, (long) steps.length);
    }

    int last(int cell, int place) {
        int[] column = last[cell];
        return column == null ? 0 : column[place];
    }

    int peak(int cell, int place) {
        int[] column = highest[cell];
        return column == null ? last(cell, place) : column[place];
    }

    /// Whether the cell ever had a socket.
    boolean uses(int cell) {
        return last[cell] != null;
    }

    /// The newest step, or [#ABSENT].
    long newest() {
        return Arrays.stream(steps).max().orElse(ABSENT);
    }

    static int cell(Protocol type, SocketState state) {
        return type.ordinal() * SocketState.values().length + state.ordinal();
    }
}
