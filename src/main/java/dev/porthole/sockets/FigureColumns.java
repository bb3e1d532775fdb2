package dev.porthole.sockets;

import java.util.Arrays;
import java.util.BitSet;

/// The figures of all rows, a column each, and for every row a bit for each figure that is there: an absent one is no
/// zero, and a column that nobody fills takes no room.
final class FigureColumns {
    private static final Figure[] FIGURES = Figure.values();
    /// A running timer alone changes no row.
    private static final int LASTING = ~(1 << Figure.TIMER_LEFT_MS.ordinal());

    private static final int[] NO_INTS = new int[0];
    private static final long[] NO_LONGS = new long[0];
    private static final float[] NO_FLOATS = new float[0];

    private int[] present;
    private final int[][] ints = new int[FIGURES.length][];
    private final long[][] longs = new long[FIGURES.length][];

    FigureColumns(int capacity) {
        present = new int[capacity];
        Arrays.fill(ints, NO_INTS);
        Arrays.fill(longs, NO_LONGS);
    }

    /// The first `size` rows of `from`, in arrays of their own.
    FigureColumns(FigureColumns from, int size) {
        present = Arrays.copyOf(from.present, size);
        int used = 0;
        for (int bits : present) {
            used |= bits;
        }
        for (int i = 0; i < FIGURES.length; i++) {
            boolean unused = (used & (1 << i)) == 0;
            ints[i] = unused || FIGURES[i].isLong() ? NO_INTS : Arrays.copyOf(from.ints[i], size);
            longs[i] = unused || !FIGURES[i].isLong() ? NO_LONGS : Arrays.copyOf(from.longs[i], size);
        }
    }

    void clear(int row) {
        present[row] = 0;
    }

    void set(int row, Figure figure, long value) {
        int index = figure.ordinal();
        present[row] |= 1 << index;
        if (figure.isLong()) {
            if (row >= longs[index].length) {
                longs[index] = Arrays.copyOf(longs[index], present.length);
            }
            longs[index][row] = value;
        } else {
            if (row >= ints[index].length) {
                ints[index] = Arrays.copyOf(ints[index], present.length);
            }
            ints[index][row] = (int) value;
        }
    }

    boolean has(int row, Figure figure) {
        return (present[row] & (1 << figure.ordinal())) != 0;
    }

    /// Only of a figure that is there.
    long get(int row, Figure figure) {
        int index = figure.ordinal();
        return figure.isLong() ? longs[index][row] : ints[index][row] & 0xffff_ffffL;
    }

    /// Whether a row tells the same as another one, apart from the time that a timer still has to run.
    boolean same(int row, FigureColumns other, int otherRow) {
        int bits = present[row];
        if (bits != other.present[otherRow]) {
            return false;
        }
        for (int left = bits & LASTING; left != 0; left &= left - 1) {
            int i = Integer.numberOfTrailingZeros(left);
            boolean equal = FIGURES[i].isLong()
                    ? longs[i][row] == other.longs[i][otherRow]
                    : ints[i][row] == other.ints[i][otherRow];
            if (!equal) {
                return false;
            }
        }
        return true;
    }

    /// Marks the rows that [#same] would not call the same as those before: column by column, which is many times
    /// faster than row by row.
    ///
    /// @param previous for each row the one before, or -1
    void markChanged(FigureColumns before, int[] previous, BitSet changed) {
        for (int row = 0; row < previous.length; row++) {
            if (previous[row] >= 0 && present[row] != before.present[previous[row]]) {
                changed.set(row);
            }
        }
        for (int i = 0; i < FIGURES.length; i++) {
            if ((LASTING & (1 << i)) == 0) {
                continue;
            }
            if (ints[i].length > 0 && before.ints[i].length > 0) {
                markInts(i, before, previous, changed);
            } else if (longs[i].length > 0 && before.longs[i].length > 0) {
                markLongs(i, before, previous, changed);
            }
        }
    }

    private void markInts(int figure, FigureColumns before, int[] previous, BitSet changed) {
        int[] now = ints[figure];
        int[] then = before.ints[figure];
        for (int row = 0; row < previous.length; row++) {
            int from = previous[row];
            // What stands in the column of an absent figure means nothing.
            if (from >= 0 && now[row] != then[from] && (present[row] & (1 << figure)) != 0) {
                changed.set(row);
            }
        }
    }

    private void markLongs(int figure, FigureColumns before, int[] previous, BitSet changed) {
        long[] now = longs[figure];
        long[] then = before.longs[figure];
        for (int row = 0; row < previous.length; row++) {
            int from = previous[row];
            if (from >= 0 && now[row] != then[from] && (present[row] & (1 << figure)) != 0) {
                changed.set(row);
            }
        }
    }

    /// Whether any row has it.
    boolean tells(Figure figure) {
        return ints[figure.ordinal()].length + longs[figure.ordinal()].length > 0;
    }

    /// How much a counter grew in a second, of each row; NaN where one of the two readings does not tell it and where
    /// it went back. Empty if no row can have one.
    ///
    /// @param previous for each row the one before, or -1
    float[] perSecond(Figure figure, FigureColumns before, int[] previous, double seconds) {
        if (!tells(figure) || !before.tells(figure)) {
            return NO_FLOATS;
        }
        float[] rates = new float[previous.length];
        int bit = 1 << figure.ordinal();
        for (int row = 0; row < rates.length; row++) {
            int from = previous[row];
            boolean told = from >= 0 && (present[row] & before.present[from] & bit) != 0;
            long grown = told ? get(row, figure) - before.get(from, figure) : -1;
            rates[row] = grown < 0 ? Float.NaN : (float) (grown / seconds);
        }
        return rates;
    }

    void copy(int row, FigureColumns from, int fromRow) {
        clear(row);
        for (int left = from.present[fromRow]; left != 0; left &= left - 1) {
            Figure figure = FIGURES[Integer.numberOfTrailingZeros(left)];
            set(row, figure, from.get(fromRow, figure));
        }
    }

    void grow(int capacity) {
        present = Arrays.copyOf(present, capacity);
    }
}
