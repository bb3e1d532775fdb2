package dev.porthole.ui.counts;

import dev.porthole.counts.Series;
import java.util.Arrays;

/// A series as it is drawn: for each column of pixels that has a reading the lowest and the highest number of it, so
/// that a week costs no more than a minute and no peak is lost.
final class ChartLine {
    /// A pause that is longer is a gap, in seconds.
    private static final int GAP = 5;

    private final int[] columns;
    private final int[] lows;
    private final int[] highs;
    private final int[] lasts;
    private final boolean[] begins;
    private int size;

    private ChartLine(int most) {
        columns = new int[most];
        lows = new int[most];
        highs = new int[most];
        lasts = new int[most];
        begins = new boolean[most];
    }

    /// @param width columns of pixels
    static ChartLine of(Series series, ChartRange range, int width) {
        ChartLine line = new ChartLine(Math.min(series.size(), width + 1));
        long before = Long.MIN_VALUE / 2;
        int gap = Math.max(GAP, 3 * series.step());
        for (int i = 0; i < series.size(); i++) {
            long second = series.seconds()[i];
            int column = (int) Math.floor((second - range.from()) / range.length() * width);
            if (column >= 0 && column <= width) {
                line.add(column, series.values()[i], series.peaks()[i], second - before > gap);
            }
            before = second;
        }
        return line;
    }

    private void add(int column, int value, int peak, boolean gap) {
        int at = size - 1;
        if (size == 0 || columns[at] != column) {
            at = size++;
            columns[at] = column;
            lows[at] = value;
            highs[at] = peak;
            begins[at] = gap || at == 0;
        }
        lows[at] = Math.min(lows[at], value);
        highs[at] = Math.max(highs[at], peak);
        lasts[at] = value;
    }

    int size() {
        return size;
    }

    /// Pixels from the left edge.
    int column(int at) {
        return columns[at];
    }

    int low(int at) {
        return lows[at];
    }

    int high(int at) {
        return highs[at];
    }

    int last(int at) {
        return lasts[at];
    }

    /// Whether nothing was read just before it.
    boolean begins(int at) {
        return begins[at];
    }

    int highest() {
        return Arrays.stream(highs, 0, size).max().orElse(0);
    }

    /// What lies nearest to a column, or -1 if nothing is within so many pixels.
    int nearest(int column, int within) {
        int found = -1;
        for (int at = 0; at < size; at++) {
            int distance = Math.abs(columns[at] - column);
            if (distance <= within && (found < 0 || distance < Math.abs(columns[found] - column))) {
                found = at;
            }
        }
        return found;
    }
}
